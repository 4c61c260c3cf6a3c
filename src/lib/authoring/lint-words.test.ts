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

it('docs/lint.md lists every rule, in order, with its words and its severity', () => {
	const page = readFileSync(new URL('../../../docs/lint.md', import.meta.url), 'utf8');
	const words = JSON.parse(readFileSync(new URL('../i18n/locales/en/lint.json', import.meta.url), 'utf8'));
	const rows = [...page.matchAll(/^\| `([a-z-]+)`\s*\| (.*?)\s*\| (error|warning)\b/gmu)].map(
		([, name, says, severity]) => ({ name, says, severity })
	);
	expect(rows).toEqual(
		[...ITEM_RULES, ...PAPER_RULES, ...BANK_RULES].map(({ name, severity }) => ({
			name,
			says: words[name].replaceAll('{{', '‹').replaceAll('}}', '›'),
			severity
		}))
	);
});
