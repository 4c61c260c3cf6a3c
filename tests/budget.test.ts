import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#lib/base/parse.ts';

const FRAME = ['+layout', '(frame)/+layout'];
const DEVICE = [...FRAME, '(frame)/(device)/+layout'];
const FOCUS = ['+layout', '(focus)/+layout'];

interface Budget {
	pages: string[];
	words: string[];
	/** What the page fetches by itself before it can be used. */
	also?: string[];
	most: number;
}

/**
 * What a phone fetches of our scripts until the page can be used, in bytes as they go over the line (brotli,
 * without headers). Raise a row only for what its page cannot fetch later.
 */
const BUDGETS: Record<string, Budget> = {
	'/': { pages: [...FRAME, '(frame)/+page'], words: ['home'], also: ['dexie.mjs'], most: 120_000 },
	'/set/[token]': { pages: ['+layout', 'set/[token]/+page'], words: [], most: 47_000 },
	'a quiz, from its link to the first question': {
		pages: [
			...DEVICE,
			'(frame)/(device)/course/[id]/quiz/+page',
			'(focus)/+layout',
			'(focus)/quiz/[attempt]/+page'
		],
		words: ['quiz', 'sentence'],
		also: ['dexie.mjs'],
		most: 134_000
	},
	'/practise/[mode]': {
		pages: [...FOCUS, '(focus)/practise/[mode]/+page'],
		words: ['practice', 'sentence'],
		also: ['dexie.mjs'],
		most: 166_000
	},
	'/practise/list/[list]': {
		pages: [...DEVICE, '(frame)/(device)/practise/list/[list]/+page'],
		words: ['lists', 'sentence'],
		also: ['dexie.mjs'],
		most: 154_000
	},
	'/progress': {
		pages: [...DEVICE, '(frame)/(device)/progress/+page'],
		words: ['progress'],
		also: ['dexie.mjs'],
		most: 139_000
	}
};

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

	for (const [route, { pages: shown, words: rooms, also = [], most }] of Object.entries(BUDGETS))
		it(`of ${route} stay small`, () => {
			const bytes = bytesOf([...framework(), ...pages(shown), ...also.map(chunk), ...words(rooms)]);
			expect(bytes).toBeGreaterThan(20_000);
			expect(bytes).toBeLessThan(most);
		});

	it('of the import page leave the compiler to its worker', () => {
		const reached = graph(pages(['(frame)/(device)/import/+page']));
		expect([...reached].filter((key) => key.endsWith('compile/job.ts'))).toEqual([]);
		expect(bytesOf(pages(['(frame)/(device)/import/+page']))).toBeLessThan(BUDGETS['/']!.most);
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

	function words(rooms: readonly string[]): string[] {
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
