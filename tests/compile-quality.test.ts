import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFactFound } from './bench/compile-quality/fact-match.ts';
import { goldSentences, readGold } from './bench/compile-quality/gold.ts';
import { metricsOf, scoreTexts } from './bench/compile-quality/compile-quality.ts';
import { printGold } from './bench/compile-quality/print.ts';
import { f1Of, recallOf, scoreCompiled, type Compiled } from './bench/compile-quality/score.ts';

const SOURCE = `@width 10
= 一年小结 | 何田
# 一、修路
今年修路{n 12公里}，铺设{e [水管]、[电缆]}‹两样¦两 样›。路通了。
% 第3页
去年没有修。`;

describe('a gold text', () => {
	const gold = readGold(SOURCE, 'sample');

	it('is read without its marks', () => {
		expect(gold.paragraphs).toEqual(['今年修路12公里，铺设水管、电缆两样。路通了。', '去年没有修。']);
		expect(gold.headings).toEqual([{ level: 1, text: '一、修路' }]);
		expect(gold.articles).toEqual([{ title: '一年小结', author: '何田', opening: gold.paragraphs[0] }]);
		expect(gold.facts.map(({ kind, value, items }) => [kind, value, items])).toEqual([
			['number', '12公里', undefined],
			['enumeration', '水管、电缆', ['水管', '电缆']]
		]);
		expect(gold.facts[0]?.sentence).toBe('今年修路12公里，铺设水管、电缆两样。');
	});

	it('is printed with its damage, line by line', () => {
		const { text, furniture } = printGold(gold);
		expect(text).toContain('两 样');
		expect(text.split('\n').every((line) => line.length <= 12)).toBe(true);
		expect(furniture).toEqual(['第3页']);
	});

	it('ends its sentences outside quotations', () => {
		expect(goldSentences('他说：“走。到了。”大家走了。')).toEqual(['他说：“走。到了。”', '大家走了。']);
	});

	it('has full marks for itself, and fewer for less', () => {
		const own = compiledFrom('今年修路12公里，铺设水管、电缆两样。路通了。', '去年没有修。');
		const score = scoreCompiled(gold, gold.furniture, own);
		expect(metricsOf([score])).toMatchObject({
			paragraphs: 1,
			sentences: 1,
			noise: 0,
			headingsF1: 1,
			articlesF1: 1
		});
		const torn = scoreCompiled(
			gold,
			gold.furniture,
			compiledFrom('今年修路12公里，铺设', '水管、电缆两样。路通了。', '第3页')
		);
		expect(recallOf(torn.paragraphs)).toBe(0);
		expect(recallOf(torn.sentences)).toBeCloseTo(1 / 3);
		expect(torn.noise).toBe(1);
		expect(f1Of(torn.articles)).toBe(0);
	});

	it('knows a fact by its sentence and its value', () => {
		const fact = (value: string, sentence: string) =>
			({ id: 'f', kind: 'number', value, sentence, paragraph: 'p', article: 'a', importance: 2 }) as const;
		const wanted = { kind: 'number', value: '12公里', sentence: '今年修路12公里。' } as const;
		expect(isFactFound(wanted, [fact('约12公里', '今年修路12公里。')])).toBe(true);
		expect(isFactFound(wanted, [fact('12公里', '去年修路12公里。')])).toBe(false);
		expect(isFactFound({ ...wanted, value: '2公里' }, [fact('12公里', '今年修路12公里。')])).toBe(false);
	});
});

function compiledFrom(...texts: string[]): Compiled {
	const paragraphs = texts.map((text, at) => ({ id: `p${at}`, text }));
	const sections = [{ id: 's', level: 1, heading: '一、修路', paragraphs }];
	const articles = [{ id: 'a', title: '一年小结', sections }];
	return {
		file: 'sample.txt',
		title: '一年小结',
		removed: [],
		articles,
		facts: [],
		modules: [],
		questions: [],
		warnings: []
	};
}

// A floor well under what `npm run bench -- compile-quality` prints, so that only a real loss falls through.
it('the annotated texts come out of the compiler whole', () => {
	const folder = mkdtempSync(join(tmpdir(), 'saixue-quality-'));
	try {
		const scores = [...scoreTexts('tests/bench/compile-quality/texts', folder).values()];
		const metrics = metricsOf(scores);
		expect(scores.length).toBeGreaterThan(25);
		for (const [name, least] of Object.entries(FLOORS)) expect(metrics[name], name).toBeGreaterThan(least);
		expect(metrics.noise).toBeLessThan(6);
		expect(metrics.lintErrors).toBe(0);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

const FLOORS = {
	paragraphs: 0.95,
	sentences: 0.97,
	headingsF1: 0.93,
	articlesF1: 0.9,
	facts: 0.88,
	questionsPer1000: 4
};
