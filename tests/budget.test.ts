import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#lib/base/parse.ts';

// What a phone fetches of our scripts, in bytes as they go over the line (brotli, without headers).
const LIMITS = { '/': 117_000, 'the first question': 130_000 } as const;

const client = '.svelte-kit/output/client';
const nodes = '.svelte-kit/generated/client-optimized/nodes';
const manifestFile = join(client, '.vite/manifest.json');
const ManifestSchema = v.record(
	v.string(),
	v.object({ file: v.string(), imports: v.optional(v.array(v.string())) })
);

describe('the scripts of the built pages', () => {
	const manifest = parseJson(ManifestSchema, readFileSync(manifestFile, 'utf8'));
	const chunks = manifest.ok ? manifest.value : {};
	const home = ['+layout', '(frame)/+layout', '(frame)/+page'];
	const setUp = ['(frame)/(device)/+layout', '(frame)/(device)/course/[id]/quiz/+page'];
	const quiz = ['(focus)/+layout', '(focus)/quiz/[attempt]/+page'];

	it('of the front page stay small', () => {
		const bytes = bytesOf([...framework(), ...pages(home), chunk('dexie.mjs'), ...words('home')]);
		expect(bytes).toBeGreaterThan(20_000);
		expect(bytes).toBeLessThan(LIMITS['/']);
	});

	it('up to the first question, from a link to a quiz, stay small', () => {
		const shown = pages([...home.slice(0, 2), ...setUp, ...quiz]);
		const bytes = bytesOf([...framework(), ...shown, chunk('dexie.mjs'), ...words('quiz', 'sentence')]);
		expect(bytes).toBeGreaterThan(20_000);
		expect(bytes).toBeLessThan(LIMITS['the first question']);
	});

	it('of the import page leave the compiler to its worker', () => {
		const reached = graph(pages(['(frame)/(device)/import/+page']));
		expect([...reached].filter((key) => key.endsWith('compile/job.ts'))).toEqual([]);
		expect(bytesOf(pages(['(frame)/(device)/import/+page']))).toBeLessThan(LIMITS['/']);
	});

	/** SvelteKit's own two entries. */
	function framework(): string[] {
		return Object.keys(chunks).filter((key) => /client\/entry\.js$|client-optimized\/app\.js$/.test(key));
	}

	/** SvelteKit numbers its pages; each number's file names the route it stands for. */
	function pages(routes: readonly string[]): string[] {
		return routes.map((route) => {
			const node = readdirSync(nodes).find((file) =>
				readFileSync(join(nodes, file), 'utf8').includes(`src/routes/${route}.svelte`)
			);
			return chunk(`/nodes/${node}`);
		});
	}

	function words(...rooms: string[]): string[] {
		return rooms.map((room) => chunk(`locales/zh-CN/${room}.json`));
	}

	function chunk(ending: string): string {
		const key = Object.keys(chunks).find((one) => one.endsWith(ending));
		if (key === undefined) throw new Error(`nothing was built for ${ending}`);
		return key;
	}

	function graph(roots: readonly string[], reached = new Set<string>()): Set<string> {
		for (const root of roots) {
			if (reached.has(root)) continue;
			reached.add(root);
			graph(chunks[root]?.imports ?? [], reached);
		}
		return reached;
	}

	function bytesOf(roots: readonly string[]): number {
		const files = new Set([...graph(roots)].map((key) => chunks[key]?.file ?? ''));
		return [...files]
			.filter((file) => file.endsWith('.js'))
			.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(client, file))).length, 0);
	}
});
