import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Material } from './material.ts';

export interface Memory {
	/** At the highest, over a process that compiles a small text. */
	peakBytes: number;
	textBytes: number;
}

/** Each in a process of its own, so that nothing is left over from before. */
export function measureMemory(small: Material, large: Material): Memory {
	const folder = mkdtempSync(join(tmpdir(), 'saixue-memory-'));
	try {
		const [baseline, peak] = [small, large].map(({ bytes }, at) => {
			const path = join(folder, `${at}.txt`);
			writeFileSync(path, bytes);
			const { stdout, stderr } = spawnSync(process.execPath, ['tests/bench/compile/memory-child.ts', path], {
				encoding: 'utf8'
			});
			if (stdout === '') throw new Error(stderr);
			return Number(stdout);
		});
		return { peakBytes: (peak ?? 0) - (baseline ?? 0), textBytes: large.bytes.length };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
