import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#lib/base/parse.ts';
import * as v from 'valibot';
import { ROOMS } from './keys.ts';
import { LANGUAGES } from './language.ts';

const folder = new URL('./locales/', import.meta.url);
const BundleSchema = v.record(v.string(), v.string());

function filesOf(language: string): string[] {
	return readdirSync(new URL(`${language}/`, folder)).sort();
}

function wordsOf(language: string, file: string): Record<string, string> {
	const words = parseJson(BundleSchema, readFileSync(new URL(`${language}/${file}`, folder), 'utf8'));
	expect(words.ok, `${language}/${file} is a flat list of words`).toBe(true);
	return words.ok ? words.value : {};
}

/** English tells one from several; Chinese does not. */
function keysOf(words: Record<string, string>): string[] {
	return [...new Set(Object.keys(words).map((key) => key.replace(/_(one|other)$/, '')))].sort();
}

function blanksOf(text: string): string[] {
	return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe('locales', () => {
	const [first, ...others] = LANGUAGES;

	it('every room of words has its file in every language', () => {
		for (const language of LANGUAGES) {
			expect(filesOf(language)).toEqual(filesOf(first));
			for (const room of ROOMS) expect(filesOf(language)).toContain(`${room}.json`);
		}
	});

	for (const file of filesOf(first)) {
		it(`${file} says the same things in every language, none of them empty`, () => {
			const pattern = wordsOf(first, file);
			for (const language of LANGUAGES)
				for (const [key, text] of Object.entries(wordsOf(language, file)))
					expect(text.trim(), `${language}/${file} ${key}`).not.toBe('');
			for (const language of others) {
				const words = wordsOf(language, file);
				expect(keysOf(words)).toEqual(keysOf(pattern));
				for (const key of Object.keys(words).filter((one) => one.endsWith('_one')))
					expect(words, key).toHaveProperty([key.replace(/_one$/, '_other')]);
			}
		});

		it(`${file} fills only blanks that the pattern has`, () => {
			const pattern = wordsOf(first, file);
			const known = (key: string) => pattern[key] ?? pattern[`${key}_other`] ?? '';
			for (const language of others)
				for (const [key, text] of Object.entries(wordsOf(language, file)))
					// A count may be said in one language and understood in the other.
					expect(
						blanksOf(text).filter((blank) => blank !== 'count'),
						`${language}/${file} ${key}`
					).toEqual(blanksOf(known(key.replace(/_(one|other)$/, ''))).filter((blank) => blank !== 'count'));
		});
	}
});
