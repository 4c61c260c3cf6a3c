import { describe, expect, it } from 'vitest';
import type { Document, Fact } from '../document.ts';
import { extractFacts } from '../facts.ts';
import { findOpenQuotes } from '../quote-marks.ts';
import { findWrongSums } from './sums.ts';
import { findTwoValues } from './two-values.ts';

const documentWith = (...paragraphs: string[]): Document => ({
	id: 'd',
	file: 'd.txt',
	title: '',
	language: 'zh',
	removed: [],
	warnings: [],
	articles: [
		{
			id: 'a',
			title: '',
			sections: [
				{ id: 's', level: 0, heading: '', paragraphs: paragraphs.map((text, at) => ({ id: `p${at}`, text })) }
			]
		}
	]
});
const warningsOf = (...paragraphs: string[]) => extractFacts(documentWith(...paragraphs)).warnings;

describe('a whole and its parts', () => {
	it.each([
		['共建成书屋100个，其中城区60个、乡村50个。', 100, 110],
		['全市设驿站50个，其中：自建20个，共建16个。', 50, 36],
		[
			'总投资900万元，资金来源为省级补助500万元，市级补助300万元，企业捐助50万元，县级配套150万元。',
			9_000_000,
			10_000_000
		],
		['评出作品30件，其中书法15件、摄影20件。', 30, 35],
		['共有馆员100人，其中男馆员60人、女馆员50人。', 100, 110]
	])('%s', (sentence, total, sum) =>
		expect(findWrongSums(sentence)).toMatchObject([{ type: 'PartsDoNotSum', where: sentence, total, sum }])
	);

	it.each([
		['parts that sum', '全市设驿站36个，其中：自建20个，共建16个。'],
		['parts of which some are told', '共建成书屋100个，其中城区60个、乡村30个。'],
		['people who may be both', '共有职工100人，其中党员60人，女职工50人。'],
		['kinds that overlap', '有企业100家，其中国有60家、规模以上80家。'],
		['an open list', '总投资580万元，资金来源包括省级补助250万元、市级补助130万元、企业捐助20万元等。'],
		['rough figures', '共建成书屋约100个，其中城区60个、乡村50个。'],
		['rounded figures', '共投入1.2亿元，资金来源为省级4000万元，市级4000万元，县级4100万元。'],
		['other units', '共建成书屋100个，其中藏书60万册、期刊50万册。']
	])('%s are no contradiction', (_, sentence) => expect(findWrongSums(sentence)).toEqual([]));
});

describe('counts and their items', () => {
	it('numbered paragraphs fewer than announced are reported, as many are not', () => {
		const lines = [
			'有下列四种情形的，不予借阅：',
			'（一）损坏图书；',
			'（二）逾期不还；',
			'（三）转借他人。'
		];
		expect(warningsOf(...lines)).toMatchObject([{ type: 'CountMismatch', announced: 4, found: 3 }]);
		expect(warningsOf('有下列三种情形的，不予借阅：', ...lines.slice(1))).toEqual([]);
		expect(warningsOf('有下列两项以上情形的，不予借阅：', ...lines.slice(1))).toEqual([]);
	});
});

describe('one measure with two values', () => {
	const fact = (sentence: string, value: string, number: number): Fact => ({
		id: sentence,
		kind: 'number',
		value,
		number,
		unit: '个',
		sentence,
		paragraph: 'p',
		article: 'a',
		importance: 2
	});

	it('nearly the same words around two figures are reported', () => {
		const one = fact('截至2022年底，各馆累计投入资金，建设借阅站点1117个，方便读者。', '1117个', 1117);
		const two = fact('截至2022年底，各馆累计投入资金，建设借阅站点1127个，便利读者。', '1127个', 1127);
		expect(findTwoValues([one, two])).toMatchObject([{ type: 'TwoValues', values: ['1117个', '1127个'] }]);
	});

	it('so are two figures behind the same words of time and scope', () => {
		const one = fact('据统计，2021年以来，全国新办集体借阅证的读者人数1250万人。', '1250万人', 12_500_000);
		const text = '推动阅读进社区，扩大覆盖，2021年以来，全国新办集体借阅证的读者人数1350万人，再创新高。';
		expect(findTwoValues([one, fact(text, '1350万人', 13_500_000)])).toHaveLength(1);
		const later = text.replace('2021年', '2020年');
		expect(findTwoValues([one, fact(later, '1137万人', 11_370_000)])).toEqual([]);
		const local = (article: string, value: string) => ({
			...fact(
				`${article}馆报告，2021年以来全县各馆新办集体借阅证的读者人数${value}。`,
				value,
				Number(value.slice(0, 3))
			),
			article
		});
		expect(findTwoValues([local('甲', '300人'), local('乙', '400人')])).toEqual([]);
	});

	it.each([
		['another time', '截至2021年底，各馆累计投入资金，建设借阅站点1127个，方便读者。'],
		['another place', '截至2022年底，南山县各馆累计投入资金，建设借阅站点1127个，方便读者。'],
		['another matter', '截至2022年底，志愿者走进乡村学校，帮助孩子们爱上读书，建设借阅站点1127个。'],
		['the same figure', '截至2022年底，各馆累计投入资金，建设借阅站点1117个，便利读者。']
	])('%s is no contradiction', (_, sentence) => {
		const one = fact('截至2022年底，各馆累计投入资金，建设借阅站点1117个，方便读者。', '1117个', 1117);
		const other = fact(
			sentence,
			sentence.includes('1127') ? '1127个' : '1117个',
			sentence.includes('1127') ? 1127 : 1117
		);
		expect(findTwoValues([one, other])).toEqual([]);
	});
});

describe('quotation marks', () => {
	it('one that never closes or never opens is reported with its sentence', () => {
		expect(findOpenQuotes(['甲馆开门了。开展“春雨行动，请参加。', '乙馆没有。'])).toEqual([
			{ type: 'Unbalanced', where: '开展“春雨行动，请参加。', mark: '“”' }
		]);
		expect(findOpenQuotes(['开展春雨行动”。'])).toHaveLength(1);
	});

	it('a quotation of several paragraphs, and pairs, are not', () => {
		expect(findOpenQuotes(['他说：“第一段。', '“第二段。', '第三段。”'])).toEqual([]);
		expect(findOpenQuotes(['他说：“第一段。', '“第二段。”', '“甲”和“乙”。'])).toEqual([]);
	});
});

describe('a name that stands once with another letter', () => {
	const often = [
		'“梨园大讲堂”开讲。',
		'大家都来听“梨园大讲堂”。',
		'“梨园大讲堂”办了三年。',
		'有人为“梨园大讲堂”捐书。'
	];

	it('is told as a misprint', () => {
		expect(warningsOf(...often, '村里的“梨圆大讲堂”座无虚席。')).toEqual([
			{
				type: 'Misprint',
				where: '村里的“梨圆大讲堂”座无虚席。',
				written: '梨圆大讲堂',
				usual: '梨园大讲堂',
				times: 4
			}
		]);
	});

	it.each([
		['a row of names', often.map((text) => text.replace('梨园大讲堂', '南坡大讲堂')), '还有“北坡大讲堂”。'],
		[
			'one country and one province',
			often.map((text) => text.replace('梨园大讲堂', '全国技术能手')),
			'“全省技术能手”。'
		],
		['two names side by side', often, '“梨园大讲堂”和“果园大讲堂”同日开讲。'],
		['a name that is not usual', often.slice(2), '村里的“梨圆大讲堂”座无虚席。']
	])('%s is none', (_what, texts, other) => expect(warningsOf(...texts, other)).toEqual([]));
});

describe('points announced over parts', () => {
	const parts = ['一、修好水渠', '二、种好梨树', '三、管好仓库'];

	it('more of them than announced', () =>
		expect(warningsOf('下面，我讲两点意见。', ...parts)).toEqual([
			{ type: 'CountMismatch', where: '下面，我讲两点意见。', announced: 2, found: 3 }
		]));

	it('as many as announced', () => expect(warningsOf('下面，我讲三点意见。', ...parts)).toEqual([]));

	it('a slogan of so many good things, told off one by one', () =>
		expect(
			warningsOf('“四件好事”全部兑现：一是修好两条水渠；二是种下三千棵树；三是盖起一座仓库。')
		).toMatchObject([{ type: 'CountMismatch', announced: 4, found: 3 }]));

	it('points that go on in the next paragraph are not counted', () =>
		expect(
			warningsOf(
				'今年办四件好事：一是修好两条水渠；二是种下三千棵树；三是盖起一座仓库。',
				'四是请来一位老师。'
			)
		).toEqual([]));
});
