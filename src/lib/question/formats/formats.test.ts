import { describe, expect, it } from 'vitest';
import type { Question } from '../question.ts';
import { answerText } from './answer-text.ts';
import { printCsv, type TemplateWords } from './csv.ts';
import { printMarkdown } from './markdown.ts';

const TYPES = {
	'type-single-choice': '单选',
	'type-multiple-choice': '多选',
	'type-true-false': '判断',
	'type-fill-in': '填空',
	'type-numeric': '数值',
	'type-ordering': '排序',
	'type-matching': '匹配',
	'type-short-answer': '简答',
	right: '正确',
	wrong: '错误',
	answer: '答案',
	explanation: '解析',
	sentence: '原文',
	colon: '：'
};
const WORDS: TemplateWords = {
	...TYPES,
	type: '题型',
	stem: '题干',
	option: '选项',
	difficulty: '难度',
	points: '分值',
	topics: '知识点',
	chapter: '章节',
	seconds: '限时(秒)',
	document: '来源',
	tags: '标签'
};

const single: Question = {
	id: 'a',
	type: 'single-choice',
	stem: '海河市2023年有多少个站点？',
	options: ['11个', '12个', '13个'],
	key: 1,
	explanation: '见报告。',
	source: { document: 'd', sentence: '全市共有12个站点。' },
	difficulty: 2,
	points: 3,
	topics: ['站点', '服务'],
	tags: ['新'],
	timeLimitMs: 30_000
};
const questions: Question[] = [
	single,
	{ id: 'b', type: 'multiple-choice', stem: '哪几项？', options: ['甲', '乙', '丙'], key: [0, 2] },
	{ id: 'c', type: 'true-false', stem: '对吗？', key: false },
	{ id: 'd', type: 'fill-in', stem: '到____年，有____个。', blanks: 2, key: [['2023', '二〇二三'], ['12']] },
	{ id: 'e', type: 'numeric', stem: '多少？', key: { value: 28.9, tolerance: 0.1, unit: '万件' } },
	{ id: 'f', type: 'ordering', stem: '排一排', options: ['甲', '乙', '丙'], key: [2, 0, 1] },
	{
		id: 'g',
		type: 'matching',
		stem: '配一配',
		premises: ['春', '秋'],
		options: ['播', '收'],
		key: [
			[0, 0],
			[1, 1]
		]
	},
	{ id: 'h', type: 'short-answer', stem: '谈一谈', key: '要点有三。' }
];

/** What a sheet reads: cells by line. */
function cellsOf(csv: string): string[][] {
	return csv
		.replace('\ufeff', '')
		.split('\r\n')
		.filter(Boolean)
		.map((line) => line.slice(1, -1).split('","'));
}

describe('our own template', () => {
	it('has its columns, eight options, and the key as letters, words or figures', () => {
		const [header, ...rows] = cellsOf(
			printCsv(
				questions.map((question) => ({ question, chapter: '第一课', document: '工作报告' })),
				WORDS
			)
		);
		expect(header?.join('|')).toBe(
			'题型|题干|选项A|选项B|选项C|选项D|选项E|选项F|选项G|选项H|答案|解析|难度|分值|知识点|章节|限时(秒)|来源|原文|标签'
		);
		expect(rows[0]?.join('|')).toBe(
			'单选|海河市2023年有多少个站点？|11个|12个|13个||||||B|见报告。|2|3|站点、服务|第一课|30|工作报告|全市共有12个站点。|新'
		);
		expect(rows.map((row) => row[10])).toEqual([
			'B',
			'AC',
			'错误',
			'2023 / 二〇二三|12',
			'28.9±0.1万件',
			'CAB',
			'1-A;2-B',
			'要点有三。'
		]);
		expect(rows.every((row) => row.length === header?.length)).toBe(true);
	});

	it('grows by columns for a question with more options', () => {
		const options = Array.from({ length: 10 }, (_, at) => `第${at}项`);
		const [header, row] = cellsOf(printCsv([{ question: { ...single, options, key: 9 } }], WORDS));
		expect(header).toContain('选项J');
		expect(row?.[11]).toBe('第9项');
		expect(row?.[12]).toBe('J');
	});

	it('starts with the mark of UTF-8, and runs no formula', () => {
		const csv = printCsv(
			[{ question: { ...single, stem: '=HYPERLINK("x")', options: ['-1', '@b'] } }],
			WORDS
		);
		expect(csv.startsWith('\ufeff"题型"')).toBe(true);
		expect(csv).toContain(`"'=HYPERLINK(""x"")","'-1","'@b"`);
	});
});

describe('the text', () => {
	it('says each question under its chapter with options, key, explanation, source and remarks', () => {
		const text = printMarkdown(
			'错题本',
			[
				{ heading: '第一课', questions: [{ question: single, remarks: ['错 2 次'] }] },
				{ heading: '第二课', questions: [{ question: questions[6]!, remarks: [] }] }
			],
			TYPES
		);
		expect(text).toBe(
			[
				'# 错题本',
				'',
				'## 第一课',
				'',
				'### 1. 单选',
				'',
				'海河市2023年有多少个站点？',
				'',
				'- A. 11个',
				'- B. 12个',
				'- C. 13个',
				'',
				'**答案**：B',
				'',
				'**解析**：见报告。',
				'',
				'**原文**：全市共有12个站点。',
				'',
				'> 错 2 次',
				'',
				'## 第二课',
				'',
				'### 2. 匹配',
				'',
				'配一配  ',
				'1\\. 春  ',
				'2\\. 秋',
				'',
				'- A. 播',
				'- B. 收',
				'',
				'**答案**：1-A;2-B',
				''
			].join('\n')
		);
	});

	it('lets no sign of the text become a sign of Markdown', () => {
		const stem = '# 一*二*<b>三</b>____\n- 四\n1. 五 & [六](七)';
		const text = printMarkdown(
			'',
			[{ heading: '', questions: [{ question: { ...single, stem }, remarks: [] }] }],
			TYPES
		);
		expect(text).toContain(
			'\\# 一\\*二\\*\\<b\\>三\\</b\\>\\_\\_\\_\\_  \n\\- 四  \n1\\. 五 \\& \\[六\\](七)'
		);
	});
});

it('every type has its answer in words', () => {
	for (const question of questions) expect(answerText(question, TYPES), question.type).not.toBe('');
});
