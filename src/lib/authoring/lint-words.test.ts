import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ITEM_RULES } from './lint.ts';
import { ALIKE_REASONS } from './duplicates.ts';
import { BANK_RULES, PAPER_RULES } from './lint/paper.ts';

const CITATIONS = ['fact-not-found', 'facts-not-together', 'place-not-found'];

it.each(['zh-CN', 'en'])('every rule has its sentence in %s, and no other key is there', (language) => {
	const file = new URL(`../i18n/locales/${language}/lint.json`, import.meta.url);
	const rules = [...ITEM_RULES, ...PAPER_RULES, ...BANK_RULES].map(({ name }) => name);
	expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort()).toEqual(
		[...rules, ...CITATIONS, ...ALIKE_REASONS.map((reason) => `alike-${reason}`)].sort()
	);
});
