import { describe, expect, it } from 'vitest';
import type { Fact } from '../document.ts';
import { findClauseSeries } from './clause-series.ts';
import { findDates } from './dates.ts';
import { findDefinitions } from './definitions.ts';
import { findEnglish } from './english.ts';
import { findLists } from './lists.ts';
import { isInside, quotedSpans } from './mention.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import { readNumeral } from './numeral.ts';
import { findOrganisations } from './organisations.ts';
import { findOrdinals } from './ordinals.ts';
import { findPlaces } from './places.ts';
import { findSectionLists } from './section-lists.ts';
import { findSeries } from './series.ts';
import { findTerms } from './terms.ts';
import { findContradictions } from './warnings.ts';

describe('numerals', () => {
	it.each([
		['11.17万', 111_700],
		['1,037', 1_037],
		['2亿', 200_000_000],
		['三百二十', 320],
		['十二', 12],
		['两千零五', 2005],
		['二〇二三', 2023],
		['３０', 30]
	])('%s is %d', (text, value) => expect(readNumeral(text)).toBe(value));

	it('a size word without a digit before it is a word, not a number', () => {
		for (const word of ['千万', '亿', '百', '万万']) expect(readNumeral(word)).toBeUndefined();
	});
});

describe('numbers', () => {
	it.each([
		['累计植树11.17万棵。', '11.17万棵', 111_700, '棵'],
		['受众920万余人次。', '920万余人次', 9_200_000, '人次'],
		['惠及近1800万元的项目。', '近1800万元', 18_000_000, '元'],
		['合格率达到97.39%。', '97.39%', 97.39, '%'],
		['百分之八十五的家庭参加。', '百分之八十五', 85, '%'],
		['帮助30万职工学习。', '30万职工', 300_000, '职工'],
		['二十多个班组参赛。', '二十多个', 20, '个'],
		['年满16周岁可以报名。', '16周岁', 16, '周岁']
	])('%s', (sentence, value, number, unit) => {
		expect(findNumbers(sentence)[0]).toMatchObject({ value, number, unit });
	});

	it('two figures in a row are two facts', () => {
		expect(findNumbers('分32批1520人次出发。').map(({ value }) => value)).toEqual(['32批', '1520人次']);
	});

	it.each([
		'第三次会议',
		'一个地方',
		'三个方面',
		'2022年',
		'7月1日',
		'“五个一”工程',
		'《50问》50',
		'C919飞机',
		'亿万职工',
		'一些'
	])('%s holds no number worth a fact', (text) => expect(findNumbers(text)).toEqual([]));

	it('a range has two ends and no single number', () => {
		expect(findNumbers('每班20—30人。')[0]).toEqual({
			kind: 'number',
			value: '20—30人',
			unit: '人',
			range: [20, 30],
			start: 2,
			end: 8
		});
	});
});

describe('dates', () => {
	it.each([
		['2024年5月6日至8日召开', '2024-05-06/2024-05-08'],
		['二〇二三年二月十四日通过', '2023-02-14'],
		['2021年12月完成', '2021-12'],
		['2021年至2023年', '2021/2023'],
		['2020—2025年', '2020/2025'],
		['2019年启动', '2019'],
		['2024-02-29发布', '2024-02-29']
	])('%s is %s', (sentence, date) => expect(findDates(sentence)[0]?.date).toBe(date));

	it('a day without a year takes the year named before, and none where there is none', () => {
		expect(findDates('3月5日开工。', 2022)[0]?.date).toBe('2022-03-05');
		expect(findDates('2021年立项，3月5日开工。')[1]?.date).toBe('2021-03-05');
		expect(findDates('3月5日开工。')[0]?.date).toBeUndefined();
	});

	it('a day that no calendar has is no date', () => expect(findDates('2023年2月30日')).toEqual([]));
});

describe('names, terms, places', () => {
	it('a name needs an office or 同志, and a certain end', () => {
		expect(findNames('市工会主席李大江出席会议，王小溪同志主持。').map(({ value }) => value)).toEqual([
			'李大江',
			'王小溪'
		]);
		expect(findNames('全体代表高度评价。')).toEqual([]);
		expect(findNames('李大江来了。')).toEqual([]);
	});

	it('a title keeps its marks, a term leaves them, a quoted sentence is neither', () => {
		const found = findTerms('修订《安全办法》，开展“春雨行动”，他说“天亮了，出发。”');
		expect(found.map(({ kind, value }) => [kind, value])).toEqual([
			['title', '《安全办法》'],
			['term', '春雨行动']
		]);
	});

	it('a place is where something was held', () => {
		expect(findPlaces('论坛在青山市会议中心举行。')[0]?.value).toBe('青山市会议中心');
		expect(findPlaces('在各市举行。')).toEqual([]);
	});

	it('quotation marks nest', () => {
		const spans = quotedSpans('甲“乙《丙》丁”戊');
		expect(spans).toEqual([[1, 8]]);
		expect([isInside(spans, 3), isInside(spans, 0)]).toEqual([true, false]);
	});
});

describe('lists', () => {
	it.each([
		['设备包括水泵、电机、阀门。', ['水泵', '电机', '阀门'], false],
		['做到防火灾、防触电、防坠落、防中毒。', ['防火灾', '防触电', '防坠落', '防中毒'], false],
		[
			'开展摄影展览、书法展览、合唱比赛、棋类比赛等活动。',
			['摄影展览', '书法展览', '合唱比赛', '棋类比赛'],
			true
		],
		['推出“晨读”“午练”“夜谈”三项活动。', ['“晨读”', '“午练”', '“夜谈”'], false]
	])('%s', (sentence, items, open) => {
		expect(findLists(sentence)[0]).toMatchObject({ items, open });
	});

	it('no list where nobody can say where its first or last item begins or ends', () => {
		expect(findLists('他们带着很多东西、水、干粮走了很远的路。')).toEqual([]);
		expect(findLists('推动甲地、乙地、丙地等企业同丁地、戊地、己地等学校合作。')).toEqual([]);
	});

	it('the number of a congress counts no list', () => {
		const [list] = findLists('做到反复学习、反复体会、反复对照读书节的二十大主张。');
		expect(list?.announced).toBeUndefined();
	});

	it('points told off in one run are one list, a broken run is none', () => {
		expect(findOrdinals('要求：一是查设备，二是查人员，三是查制度。')[0]?.items).toEqual([
			'查设备',
			'查人员',
			'查制度'
		]);
		expect(findOrdinals('一是查设备，三是查制度。')).toEqual([]);
	});
});

describe('English', () => {
	it('finds figures, dates and quoted terms', () => {
		const found = findEnglish(
			'On May 4, 1999, 1.2 million people joined the “Green Day” for 98 percent of the cost.'
		);
		expect(found.map(({ kind, value, number, date }) => [kind, value, number ?? date])).toEqual([
			['date', 'May 4, 1999', '1999-05-04'],
			['number', '1.2 million people', 1_200_000],
			['term', 'Green Day', undefined],
			['number', '98 percent', 98]
		]);
	});
});

describe('contradictions', () => {
	const fact = (entries: Partial<Fact>): Fact => ({
		id: 'f',
		kind: 'number',
		value: '',
		sentence: '',
		paragraph: 'p',
		article: 'a',
		importance: 2,
		...entries
	});

	it('a closed list shorter than announced is reported, an open one is not', () => {
		const sentence = '建立预警、巡查、报告四项制度。';
		expect(findContradictions([fact({ kind: 'enumeration', sentence })])).toMatchObject([
			{ type: 'CountMismatch', announced: 4, found: 3 }
		]);
		expect(
			findContradictions([fact({ kind: 'enumeration', sentence: '建立预警、巡查、报告等四项制度。' })])
		).toEqual([]);
	});

	it('a slogan that counts otherwise than its items is reported', () => {
		const after = (count: string) => `聚焦“设备强、人员强、制度强”的“${count}强”目标。`;
		expect(findContradictions([], [after('四')])).toMatchObject([
			{ type: 'CountMismatch', announced: 4, found: 3 }
		]);
		expect(findContradictions([], [after('三')])).toEqual([]);
		const before = (count: string) => `提出“${count}个必须”，即必须检查，必须登记，必须上报。`;
		expect(findContradictions([], [before('五')])).toMatchObject([{ announced: 5, found: 3 }]);
		expect(findContradictions([], [before('三')])).toEqual([]);
	});

	it('points told off otherwise than announced are reported', () => {
		const points = (count: string) => `会议提出${count}点要求：一是查设备。二是查人员。三是查制度。`;
		expect(findContradictions([], [points('四')])).toMatchObject([
			{ type: 'CountMismatch', announced: 4, found: 3 }
		]);
		expect(findContradictions([], [points('三')])).toEqual([]);
	});

	it('parts above their whole are reported, parts below it are not', () => {
		const facts = (b: number) => {
			const sentence = `共建成100个，其中城区60个、乡村${b}个。`;
			return [100, 60, b].map((number) => fact({ value: `${number}个`, number, unit: '个', sentence }));
		};
		expect(findContradictions(facts(50))).toMatchObject([{ type: 'PartsDoNotSum', total: 100, sum: 110 }]);
		expect(findContradictions(facts(30))).toEqual([]);
	});

	it('one sentence with two figures for the same thing is reported', () => {
		const of = (value: string, number: number) =>
			fact({ value, number, unit: '人', sentence: `截至去年底全市会员总数达到${value}。` });
		expect(findContradictions([of('300人', 300), of('350人', 350)])).toMatchObject([
			{ type: 'TwoValues', values: ['300人', '350人'] }
		]);
		expect(findContradictions([of('300人', 300), of('300人', 300)])).toEqual([]);
	});
});

describe('fuller lists', () => {
	it.each([
		['要深入实施读书、观影、远足、听讲等活动。', ['读书', '观影', '远足', '听讲'], true, '活动'],
		[
			'推动完善保障读者权益的借阅制度、续借制度、赔偿制度、投诉制度，方便读者。',
			['借阅制度', '续借制度', '赔偿制度', '投诉制度'],
			false,
			undefined
		],
		['坚持公平性、服务性、便利性原则，拓宽服务。', ['公平性', '服务性', '便利性'], false, '原则'],
		[
			'推动阅读进机关、进校园、进军营、进各类新村社区，人人可读。',
			['进机关', '进校园', '进军营', '进各类新村社区'],
			false,
			undefined
		],
		['面向老人、儿童和残疾读者，提供上门服务。', ['老人', '儿童', '残疾读者'], false, undefined],
		['形成“政府主导、社会参与、多方共享”的格局。', ['政府主导', '社会参与', '多方共享'], false, undefined]
	])('%s', (sentence, items, open, head) => {
		const [list] = findSeries(sentence);
		expect(list).toMatchObject({ items, open, ...(head && { head }) });
	});

	it('two lists in one clause are told apart at the 等 between them', () => {
		const found = findSeries('组织书店、剧院、影院等单位与学校、医院、车站等场所结对。');
		expect(found.map(({ items }) => items)).toEqual([
			['书店', '剧院', '影院'],
			['学校', '医院', '车站']
		]);
	});

	it('clauses that begin alike are one list, others are none', () => {
		const [list] = findClauseSeries('即坚决防止火灾，坚决防止溺水，坚决维护秩序，保持平安。');
		expect(list?.items).toEqual(['坚决防止火灾', '坚决防止溺水', '坚决维护秩序']);
		expect(findClauseSeries('馆员们整理书架，读者们安静阅读，孩子们听故事。')).toEqual([]);
	});

	it('the items of an article of a law belong to the sentence that leads up to them', () => {
		const section = {
			id: 's',
			level: 0,
			heading: '',
			paragraphs: [
				'第三条 读者享有下列权利：',
				'（一）免费进馆；',
				'（二）借阅文献；',
				'（三）提出意见和建议。',
				'第四条 读者应当爱护图书。'
			].map((text, at) => ({ id: `p${at}`, text }))
		};
		const [list, ...rest] = findSectionLists(section);
		expect(rest).toEqual([]);
		expect(list?.sentence).toBe('第三条 读者享有下列权利：');
		expect(list?.mention).toMatchObject({
			items: ['免费进馆', '借阅文献', '提出意见和建议'],
			lead: '读者享有下列权利'
		});
	});
});

describe('limits, shares and definitions', () => {
	it.each([
		['逾期的处五百元以上五千元以下的罚款。', { value: '五百元以上五千元以下', range: [500, 5000] }],
		['应当在三日内答复。', { value: '三日', number: 3, unit: '日', bound: 'most' }],
		['试用期不得超过一个月。', { value: '一个月', number: 1, unit: '个月', bound: 'most' }],
		['女性不低于百分之四十。', { value: '百分之四十', number: 40, unit: '%', bound: 'least' }],
		['经三分之二以上代表同意。', { value: '三分之二', unit: '', bound: 'least' }],
		['开放服务站点32个。', { value: '32个', measure: '服务站点' }],
		['签订495项创新成果。', { value: '495项', measure: '创新成果' }]
	])('%s', (sentence, expected) => expect(findNumbers(sentence)[0]).toMatchObject(expected));

	it('a number in a long quotation counts, one in a quoted name does not', () => {
		expect(findNumbers('他说：“预计今年购书经费将超5000万元，在两座城市里建成新分馆。”')[0]?.number).toBe(
			5e7
		);
		expect(findNumbers('“100本好书”活动。')).toEqual([]);
	});

	it.each([
		['2021年底完成', '2021-12'],
		['2022年6月下旬至12月底开展', '2022-06-21/2022-12'],
		['2022年9月至2023年9月', '2022-09/2023-09'],
		['2022年上半年', '2022-01/2022-06'],
		['“十四五”时期', '2021/2025'],
		['去年12月24日', '2022-12-24'],
		['延长到晚上十点半', undefined]
	])('%s is %s', (sentence, date) => expect(findDates(sentence, undefined, 2023)[0]?.date).toBe(date));

	it('a definition gives the term its gloss', () => {
		expect(findDefinitions('第二条 本条例所称公共图书馆，是指向公众免费开放的文化设施。')[0]).toMatchObject({
			value: '公共图书馆',
			gloss: '向公众免费开放的文化设施'
		});
		expect(findDefinitions('加强阅读推广，指导各馆开展活动。')).toEqual([]);
		expect(findDefinitions('这是全市最大的图书馆。')).toEqual([]);
	});

	it('a name speaks, stands before its office, or in a list of names', () => {
		const names = (sentence: string) => findNames(sentence).map(({ value }) => value);
		expect(names('李大江说，图书馆很好。')).toEqual(['李大江']);
		expect(names('李大江、王小溪等6名选手获奖。')).toEqual(['李大江', '王小溪']);
		expect(names('每位读者都说好。')).toEqual([]);
	});

	it('a body is named where it is founded', () => {
		expect(findOrganisations('去年成立青山市阅读推广委员会，负责联络。')[0]?.value).toBe(
			'青山市阅读推广委员会'
		);
	});
});

describe('English facts', () => {
	const of = (sentence: string, kind: Fact['kind']) =>
		findEnglish(sentence)
			.filter((fact) => fact.kind === kind)
			.map(
				({ value, items, number, range, date, bound, unit }) =>
					items ?? number ?? range ?? date ?? bound ?? unit ?? value
			);

	it.each([
		['The fund paid $3.5bn for 5,480 course places.', [3.5e9, 5480]],
		['The break lasts not less than 11 consecutive hours.', [11]],
		['Its share rose from 12 percent to 18 percent in section 4 cases.', [12, 18]],
		['Each class has 10 to 20 pupils between 22:00 and 06:00.', [[10, 20]]],
		['Notice is given within five working days.', [5]],
		['Two thirds of the readers came back.', [0.666667]],
		['The hall stands in Part 2 of the city.', []]
	])('%s', (sentence, numbers) => expect(of(sentence, 'number')).toEqual(numbers));

	it('least and most are told apart', () => {
		const bounds = findEnglish(
			'It needs at least 20 members, not more than 40 guests and not less than 3 rooms.'
		);
		expect(bounds.filter(({ kind }) => kind === 'number').map(({ bound }) => bound)).toEqual([
			'least',
			'most',
			'least'
		]);
	});

	it.each([
		['It met on 4–6 May 2024.', ['2024-05-04/2024-05-06']],
		['In 2024 the club grew.', ['2024']],
		['It ran in the third quarter of 2023 and 2019–2021.', ['2023-07/2023-09', '2019/2021']]
	])('%s', (sentence, dates) => expect(of(sentence, 'date')).toEqual(dates));

	it.each([
		[
			'Three matters came up: the roof, the garden wall, and the reading room.',
			['the roof', 'the garden wall', 'the reading room']
		],
		[
			'A guard may open the gate, read the log, and call the keeper.',
			['open the gate', 'read the log', 'call the keeper']
		],
		[
			'It goes on: first the talk, then the letter, and finally the vote.',
			['the talk', 'the letter', 'the vote']
		]
	])('%s', (sentence, items) => expect(of(sentence, 'enumeration')).toEqual([items]));

	it('terms have their meaning, bodies are names, acts are titles, places are where things were held', () => {
		const [term] = findEnglish('In this Act, “reader” means a person who holds a card.');
		expect(term).toMatchObject({ kind: 'term', value: 'reader', gloss: 'a person who holds a card' });
		expect(of('The paper came from the Harbour Workers’ Federation.', 'name')).toEqual([
			'Harbour Workers’ Federation'
		]);
		expect(of('It follows the Public Reading Rooms Act 2022.', 'title')).toEqual([
			'Public Reading Rooms Act 2022'
		]);
		expect(of('The fair was held in Port Verity.', 'place')).toEqual(['Port Verity']);
		expect(of('President Ada Quill opened it.', 'name')).toEqual(['Ada Quill']);
	});
});

describe('parts and sides of figures and dates', () => {
	it.each([
		['经半数以上代表同意，延期不超过半年。', ['半数', '半年']],
		['观看人数突破580万。', ['580万']],
		['按照5:3:2的比例分担。', ['5:3:2']],
		['比赛以3:2结束。', []],
		['任期三年或者五年。', ['三年或者五年']],
		['每年至少召开一次。', ['一次']],
		['不少于五天，不足一百人，约300人。', ['五天', '不足一百人', '约300人']]
	])('%s', (sentence, values) => expect(findNumbers(sentence).map(({ value }) => value)).toEqual(values));

	it('most and least, also where they are denied', () => {
		const bounds = (sentence: string) => findNumbers(sentence).map(({ bound }) => bound);
		expect(bounds('不少于五天，最多六人，误差从来没有超过一厘米，超过七成。')).toEqual([
			'least',
			'most',
			'most',
			'least'
		]);
	});

	it('two definitions between ；, and one behind 答：', () => {
		const values = (sentence: string) => findDefinitions(sentence).map(({ value }) => value);
		expect(values('精读是指逐字逐句地读；泛读是指大量而快速地读。')).toEqual(['精读', '泛读']);
		expect(values('答：借阅证是读者借书的凭证和身份的证明文件。')).toEqual(['借阅证']);
	});

	it('steps follow one another', () => {
		expect(findClauseSeries('办证很方便：先填写表格，再拍照片，最后领取证件。')[0]).toMatchObject({
			items: ['填写表格', '拍照片', '领取证件'],
			ordered: true
		});
	});
});
