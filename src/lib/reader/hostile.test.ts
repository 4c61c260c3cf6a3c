import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../cli/open-pdf.ts';
import { docxOf, paragraph, pdfOf } from '../../../tests/support/documents.ts';
import { compileDocument } from '../document/compile.ts';
import { readBytes, readFile } from './reader.ts';

const SENTENCE = '各部门要把安全生产放在首位，坚持“预防为主”的方针，投入资金1.5亿元。';

function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** Small files of every kind, to be damaged. */
const FILES: [name: string, bytes: Uint8Array][] = [
	['a.docx', docxOf(paragraph(SENTENCE).repeat(3))],
	[
		'a.pdf',
		pdfOf([
			[
				{ x: 72, y: 80, text: 'All that is known.' },
				{ x: 72, y: 100, text: SENTENCE }
			]
		])
	],
	[
		'a.html',
		utf8(`<html><meta charset=gbk><h1>题</h1><table><tr><td>甲<td>乙</table><p>${SENTENCE}&#x4e00;`)
	],
	['a.md', utf8(`# 题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n${SENTENCE}\n`)],
	['a.txt', utf8(SENTENCE)]
];

/** Bytes that are nearly a file: pieces of one, others in between, some bytes changed. */
const nearlyFile = fc
	.record({
		file: fc.constantFrom(...FILES),
		name: fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.pdf', 'a.doc', 'a'),
		cut: fc.nat(),
		insert: fc.uint8Array({ maxLength: 40 }),
		flips: fc.array(fc.record({ at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) }), { maxLength: 8 })
	})
	.map(({ file: [own, bytes], name, cut, insert, flips }) => {
		const at = cut % (bytes.length + 1);
		const torn = new Uint8Array([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at)]);
		for (const flip of flips) torn[flip.at % torn.length] = (torn[flip.at % torn.length] ?? 0) ^ flip.mask;
		return { bytes: torn, name: cut % 2 === 0 ? own : name };
	});

describe('whatever comes in', () => {
	it('ends in a text or in a refusal with its reason, within seconds', async () => {
		await fc.assert(
			fc.asyncProperty(nearlyFile, async ({ bytes, name }) => {
				const raw = await readFile(bytes, name, { openPdf });
				if (raw.ok) expect(compileDocument(raw.value).articles).toBeInstanceOf(Array);
				else expect(raw.error.type).toMatch(/^[A-Z]/);
			}),
			{ numRuns: 400, interruptAfterTimeLimit: 90_000 }
		);
	}, 120_000);

	it.each([
		[
			'right-to-left and zero-width characters',
			`\u202e${SENTENCE}\u202c\u200b\u200f\u2066${SENTENCE}\u2069\ufeff`
		],
		['lone surrogates', `\ud800${SENTENCE.repeat(20)}\udc00`],
		['a NUL here and there', `${SENTENCE.repeat(50)}\0${SENTENCE.repeat(50)}`],
		['combining marks without end', `${SENTENCE}e${'\u0301'.repeat(100_000)}`],
		['nothing but opening brackets', `${'（“《'.repeat(100_000)}${SENTENCE}`],
		['nothing but line ends', `${'\r\n'.repeat(500_000)}${SENTENCE}`],
		['marks of Markdown without end', `# ${'*_`[('.repeat(100_000)}\n\n## 乙\n\n${SENTENCE}`],
		[
			'one table row of a hundred thousand cells',
			`# 甲\n\n|---|---|\n${'| 甲 '.repeat(100_000)}\n\n${SENTENCE}`
		],
		['numbers without end', `${'1.'.repeat(200_000)}\n${'一、'.repeat(200_000)}\n${SENTENCE}`]
	])(
		'%s: the sentence is read',
		(_name, text) => {
			const raw = readBytes(utf8(text), 'a.txt');
			const document = raw.ok ? compileDocument(raw.value) : undefined;
			const all = JSON.stringify(document);
			expect(all).toContain('坚持“预防为主”的方针'.replaceAll('"', '\\"'));
			expect(all).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
		},
		60_000
	);
});
