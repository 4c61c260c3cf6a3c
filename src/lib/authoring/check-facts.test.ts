import { expect, it } from 'vitest';
import type { Bank } from '#lib/question/question.ts';
import { checkFacts } from './check-facts.ts';
import { documentWith } from './sample-document.ts';

const document = documentWith(['2023年，青山馆新添图书1.52万册；举办讲座128场。', '分馆共有37个。'], {
	heading: '一、藏书'
});
const bankCiting = (source: {
	document?: string;
	article?: string;
	section?: string;
	facts?: string[];
}): Bank => ({
	id: 'b',
	title: '',
	questions: [
		{
			id: 'q',
			type: 'true-false',
			stem: '藏书很多。',
			key: true,
			source: { document: '青山市图书馆2023年工作报告', ...source }
		}
	]
});
const rules = (source: Parameters<typeof bankCiting>[0]) =>
	checkFacts(bankCiting(source), [document]).map(({ rule, where }) => [rule, where]);

it('what stands in one sentence is found, whatever its spaces and marks', () => {
	expect(
		rules({ article: '青山市图书馆 2023年工作报告', section: '藏书', facts: ['新添 图书', '1.52万册'] })
	).toEqual([]);
});

it('a fact that stands nowhere is reported', () => {
	expect(rules({ facts: ['新添图书', '9.99万册'] })).toEqual([['fact-not-found', 'source.facts.1']]);
});

it('facts of two sentences, or of two halves between ；, do not prove one question', () => {
	expect(rules({ facts: ['1.52万册', '37个'] })).toEqual([['facts-not-together', 'source.facts']]);
	expect(rules({ facts: ['1.52万册', '128场'] })).toEqual([['facts-not-together', 'source.facts']]);
});

it('a section that the document lacks is reported', () => {
	expect(rules({ section: '二、读者', facts: ['1.52万册'] })).toEqual([
		['place-not-found', 'source.section']
	]);
});

it('a document is found by its title, or else by what is cited', () => {
	expect(rules({ document: '别的名字', facts: ['1.52万册'] })).toEqual([]);
	expect(rules({ document: '别的名字', facts: ['9.99万册'] })).toEqual([
		['place-not-found', 'source.document']
	]);
});

it('an article without a printed title may be called what one likes', () => {
	const untitled = documentWith(['2023年，青山馆新添图书1.52万册。'], { title: '' });
	const bank = bankCiting({ document: '随便', article: '一篇无题的文章', facts: ['1.52万册'] });
	expect(checkFacts(bank, [untitled])).toEqual([]);
});
