import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDocument } from './compile.ts';
import { DocumentSchema, type Document } from './document.ts';
import { normaliseCharacters } from './normalise.ts';
import type { RawLine } from './raw.ts';
import * as v from 'valibot';

const PIECES = [
	'工作报告',
	'目　录',
	'目录',
	'第一章 总则',
	'第二条 适用范围',
	'第三条 本办法自公布之日起施行。',
	'一、基本情况',
	'（一）主要做法。',
	'1.谁可以参加？',
	'答：在册职工都可以参加。',
	'问：怎样报名？',
	'时间：2023年5月6日',
	'项目      分值',
	'安全\t40',
	'│甲│乙│',
	'├──┼──┤',
	'图为学员在练习。何田 摄',
	'- 3 -',
	'7',
	'学习资料汇编',
	'全年走访企业三十家，收集意见建议一百多条，逐项建立台账，一条一条地',
	'办结，职工群众的满意度又有提高。',
	'□何苗',
	'（来源：市总工会）',
	'——2023年1月9日在代表大会上',
	'各位代表：',
	'关于开展“读书月',
	'活动”的通知',
	'a certificate of health;',
	'CHAPTER II NAVIGATION',
	'The master of a vessel shall report the expected time of arrival at',
	'',
	'　　',
	'；',
	'“（《'
];

const line = fc.record(
	{
		text: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 40 })),
		heading: fc.integer({ min: 1, max: 6 }),
		kind: fc.constantFrom<NonNullable<RawLine['kind']>>('list-item', 'table', 'code', 'caption'),
		opens: fc.constant<true>(true),
		newPage: fc.constant<true>(true)
	},
	{ requiredKeys: ['text'] }
);

function everything({ articles, removed }: Document): string {
	const kept = articles.flatMap(({ title, sections }) => [
		title,
		...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)])
	]);
	return [...kept, ...removed].join('');
}

function letters(text: string): string {
	return [...normaliseCharacters(text).replace(/[^\p{L}\p{N}，。；：]/gu, '')].sort().join('');
}

describe('whatever the lines are', () => {
	it('there is a document', () => {
		fc.assert(
			fc.property(
				fc.array(line, { maxLength: 50 }),
				fc.constantFrom(
					'plain' as const,
					'markdown' as const,
					'html' as const,
					'docx' as const,
					'pdf' as const
				),
				(lines, form) => {
					const document = compileDocument({ file: 'a.txt', form, encoding: 'text', lines });
					expect(v.safeParse(DocumentSchema, document).success).toBe(true);
				}
			),
			{ numRuns: 400 }
		);
	});
	it('no letter is lost but what is listed as removed', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (texts) => {
				const lines = texts.map((text) => ({ text }));
				const document = compileDocument({ file: 'a.txt', form: 'plain', encoding: 'text', lines });
				expect(letters(everything(document))).toBe(letters(texts.join('')));
			}),
			{ numRuns: 400 }
		);
	});
});
