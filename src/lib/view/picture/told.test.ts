import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { millis } from '#lib/base/time.ts';
import { createDictionary, translateIn } from '#lib/i18n/translate.ts';
import { LANGUAGES, type Language } from '#lib/i18n/language.ts';
import { milestoneWords } from './milestone-words.ts';
import { altOf, maskedName, toldOf, type Achievement } from './told.ts';

function wordsIn(language: Language) {
	const read = (room: string) =>
		JSON.parse(readFileSync(new URL(`../../i18n/locales/${language}/${room}.json`, import.meta.url), 'utf8'));
	return translateIn(createDictionary(language, { common: read('common'), share: read('share') }));
}

const at = millis(Date.UTC(2026, 10, 21, 4));
const result: Achievement = {
	type: 'result',
	exam: 'quiz',
	title: '工会法',
	score: '92.5',
	full: '100',
	passed: true,
	right: 18,
	questions: 20,
	elapsedMs: 668_000,
	verdicts: ['right', 'wrong'],
	at
};
const day = '2026-11-21';
const all: Achievement[] = [
	result,
	{ ...result, exam: 'mock-exam', passed: false, verdicts: [] },
	...([0, 1, 2, 3] as const).map((stars): Achievement => ({
		type: 'level',
		title: '工会法',
		level: 3,
		stars,
		right: 7,
		questions: 10,
		at
	})),
	{ type: 'survival', title: '工会法', inARow: 23, best: true, at },
	{ type: 'survival', title: '工会法', inARow: 0, best: false, at },
	...([7, 30, 100] as const).map((days): Achievement => ({
		type: 'milestone',
		milestone: { type: 'streak', days, from: day, day }
	})),
	...([100, 500, 1_000] as const).map((count): Achievement => ({
		type: 'milestone',
		milestone: { type: 'answers', count, right: 80, day }
	})),
	{ type: 'milestone', milestone: { type: 'course', course: 'c', lessons: 9, day }, title: '工会法' },
	{ type: 'milestone', milestone: { type: 'wrong-book', won: 5, day } }
];

describe.each(LANGUAGES)('in %s', (language) => {
	const t = wordsIn(language);

	it('every achievement is told in words, with nothing left unfilled', () => {
		for (const one of all) {
			const { kind, title, seal, figure, facts, day: written } = toldOf(one, t, language);
			for (const words of [kind, title, ...seal.lines, figure.value, figure.unit, ...facts, written]) {
				expect(words).not.toBe('');
				expect(words).not.toMatch(/\{\{|share:|undefined|^(kind|seal|title|unit)-/);
			}
		}
	});

	it('milestones have a line for a list', () => {
		for (const one of all)
			if (one.type === 'milestone')
				expect(milestoneWords(one.milestone, one.title ?? '', t)).not.toMatch(/\{\{|milestone-|^$/);
	});
});

describe('what a picture tells', () => {
	const t = wordsIn('zh-CN');

	it('stamps a passed result in vermilion, another in quiet ink and without the word for failing', () => {
		expect(toldOf(result, t, 'zh-CN').seal).toEqual({ lines: ['成绩', '合格'], tone: 'seal' });
		const other = toldOf({ ...result, passed: false }, t, 'zh-CN');
		expect(other.seal.tone).toBe('quiet');
		expect(JSON.stringify(other)).not.toContain('未合格');
	});

	it('draws no more strokes than it can say what they stand for', () => {
		const of = (count: 100 | 500 | 1_000) =>
			toldOf({ type: 'milestone', milestone: { type: 'answers', count, right: 80, day } }, t, 'zh-CN');
		expect(of(100).drawn).toEqual({ type: 'strokes', count: 100 });
		expect(of(100).facts).toHaveLength(1);
		expect(of(1_000).facts).toContain('一笔是 10 题');
		const run = toldOf({ type: 'survival', title: '工会法', inARow: 150, best: true, at }, t, 'zh-CN');
		expect(run.drawn).toBeUndefined();
	});

	it('says in its alternative text what it shows, and no name that is not on it', () => {
		const told = toldOf(result, t, 'zh-CN');
		expect(altOf(told, { name: '张＊', organisation: '示例市总工会', brand: '赛学' }, t)).toBe(
			'图片：限时答题、工会法、92.5 / 100、答对 18 / 20 题、用时 11 分 08 秒、张＊、示例市总工会、2026年11月21日'
		);
		expect(altOf(told, { brand: '赛学' }, t)).not.toMatch(/张|总工会/);
	});

	it('keeps only the first letter of a masked name', () => {
		expect(maskedName('张三')).toBe('张＊');
		expect(maskedName(' Anna Schmidt')).toBe('A＊');
		expect(maskedName('𠮷野家')).toBe('𠮷＊');
	});
});
