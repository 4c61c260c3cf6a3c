import { describe, expect, it } from 'vitest';
import { compileDocument } from '../document/compile.ts';
import { readText } from './reader.ts';
import { CHINESE } from './shapes-chinese.ts';
import { PERIODICAL } from './shapes-periodical.ts';
import { ENGLISH } from './shapes-english.ts';
import { partsOf, print, PRINTS, type Part, type Print } from './shapes.ts';

const TEXTS = Object.entries({ ...CHINESE, ...PERIODICAL, ...ENGLISH });

/** What comes out, part by part, in the words of the marks. */
function read(printed: string, as: Print): string[] {
	const raw = readText(printed, as === 'markdown' ? 'a.md' : 'a.txt');
	if (!raw.ok) throw new Error(raw.error.type);
	return compileDocument(raw.value).articles.flatMap(({ title, sections }) => [
		`title ${title}`,
		...sections.flatMap(({ level, heading, paragraphs }) => [
			...(heading === '' ? [] : [`heading ${level} ${heading}`]),
			...paragraphs.map(({ text }) => text)
		])
	]);
}

function expected(parts: readonly Part[]): string[] {
	const text = parts.filter(({ is }) => is !== 'furniture');
	return text.map(({ is, level, text }) => {
		const words = text.replace(/\u3000/g, ' ').replace(/(?<=[\u4e00-\u9fff]) (?=\d)/g, '');
		if (is === 'title') return `title ${words}`;
		return is === 'heading' ? `heading ${level} ${words}` : words;
	});
}

describe.each(TEXTS)('%s is read as it was meant', (_name, marked) => {
	const parts = partsOf(marked);
	const column = /[\u4e00-\u9fff]/.test(marked) ? 56 : 72;

	it.each(PRINTS)('printed %s', (as) => {
		expect(read(print(parts, as, column), as)).toEqual(expected(parts));
	});
});
