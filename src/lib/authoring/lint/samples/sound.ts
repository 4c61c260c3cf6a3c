import type { Question } from '#lib/question/question.ts';

const explanation = '年报写明。';
const why = 'The annual report says so.';

/** Questions without a flaw, of every type, Chinese and English: what flaws are planted in. For tests. */
export const SOUND: readonly Question[] = [
	single('z1', '2023年，青山市图书馆新添了多少册图书？', ['1200册', '1500册', '1800册', '2100册'], 1),
	single('z2', '《东湖县河道管理办法》自哪一天起施行？', ['2021年5月1日', '2021年7月1日', '2022年1月1日'], 0),
	single('z3', '青山市“书香行动”由哪家单位牵头？', ['文化馆', '图书馆', '档案馆', '博物馆'], 3),
	single('z4', '截至2022年底，东湖县的湿地面积占全县面积的比例是多少？', ['12.5%', '21.5%', '25.1%'], 1),
	single('z5', '石桥镇2022年的茶叶总产值是多少？', ['1.2亿元', '1.5亿元', '2.1亿元', '2.5亿元'], 2),
	{
		...common('z6', '石桥镇茶厂的“三道工序”包括哪些？'),
		type: 'multiple-choice',
		options: ['采摘', '杀青', '发酵', '装箱'],
		key: [0, 1, 2]
	},
	{ ...common('z7', '2022年，石桥镇共修缮古桥14座。'), type: 'true-false', key: true },
	{ ...common('z8', '东湖县博物馆在2019年5月18日对公众开放。'), type: 'true-false', key: false },
	{ ...common('z9', '东湖县的母亲河叫作____河。'), type: 'fill-in', blanks: 1, key: [['清溪']] },
	{ ...common('z10', '2022年，石桥镇修缮了多少座古桥？'), type: 'numeric', key: { value: 14, unit: '座' } },
	{
		...common('z11', '按动工的先后，排出东湖县的三座水库。'),
		type: 'ordering',
		options: ['龙门水库', '白沙水库', '青石水库'],
		key: [1, 0, 2]
	},
	{
		...common('z12', '把石桥镇的特产与出产它的村庄配对。'),
		type: 'matching',
		premises: ['红茶', '莲藕', '竹编'],
		options: ['上坪村', '下坪村', '东山村', '西河村'],
		key: [
			[0, 1],
			[1, 3],
			[2, 0]
		]
	},
	{
		...common('z13', '东湖县为什么要恢复湿地？请写出两点理由。'),
		type: 'short-answer',
		key: '涵养水源；为候鸟提供栖息地。'
	},
	single('e1', 'How many boats did the Lyne ferry company own in 1931?', ['12', '14', '17', '21'], 2, why),
	single('e2', 'Who designed the market hall of Halden?', ['Anna Berg', 'Ole Strand', 'Mary Hill'], 1, why),
	single('e3', 'In which year did the lighthouse at Varde open?', ['1874', '1882', '1891'], 1, why),
	{
		...common('e4', 'Which goods did the harbour of Varde export in 1900?', why),
		type: 'multiple-choice',
		options: ['herring', 'timber', 'salt', 'glass'],
		key: [0, 1]
	},
	{ ...common('e5', 'The lighthouse at Varde is 31 metres high.', why), type: 'true-false', key: true },
	{
		...common('e6', 'The founder of the Halden savings bank was ____ Lund.', why),
		type: 'fill-in',
		blanks: 1,
		key: [['Karen']]
	},
	{
		...common('e7', 'How many metres high is the lighthouse at Varde?', why),
		type: 'numeric',
		key: { value: 31, unit: 'm' }
	},
	{
		...common('e8', 'Put the three bridges of Halden in the order of their opening.', why),
		type: 'ordering',
		options: ['Mill Bridge', 'Toll Bridge', 'Abbey Bridge'],
		key: [2, 0, 1]
	}
];

/** Sound questions that come close to a flaw: what a careless rule would complain about. For tests. */
export const CLEAN: readonly Question[] = [
	{
		...common('c1', '其他条件不变时，东湖县湿地每年新增多少公顷？'),
		type: 'numeric',
		key: { value: 30, unit: '公顷' }
	},
	single('c2', '《石桥镇志》记载，镇上最早的茶厂建于哪一年？', ['1902年', '1912年', '1921年'], 1),
	single('c3', '青山市文化馆及其分馆2023年举办了多少场讲座？', ['112场', '121场', '211场'], 1),
	single('c4', '东湖县会议中心有多少个座位？', ['800个', '1200个', '1500个'], 1),
	single('c5', '活动板房在石桥镇最多可以使用几年？', ['2年', '3年', '5年'], 1),
	single('c6', '《东湖县信访办法》规定，办理期限是多久？', ['十五日', '一个月', '六十日'], 2),
	single('c7', '下列关于青山市图书馆的说法，正确的是：', ['周一闭馆', '免费办证', '可以外借古籍'], 1),
	single('c8', '“去年今日”影展展出了多少幅作品？', ['60幅', '80幅', '90幅'], 0),
	single('c9', '普及率最高的是石桥镇的哪一项服务？', ['自来水', '有线电视', '天然气'], 0),
	single('c10', '《劳动法》规定，用人单位不得在哪一时段安排未成年工劳动？', ['夜间', '午间', '清晨'], 0),
	{ ...common('c11', '石桥镇的路灯全部换成了节能灯。'), type: 'true-false', key: true },
	{ ...common('c12', '2023年的《青山年鉴》共有12个部分。'), type: 'true-false', key: false },
	{
		...common('c13', '东湖县把“____、安全、便民”定为渡口改造的三项要求。'),
		type: 'fill-in',
		blanks: 1,
		key: [['就近']]
	},
	single('c14', 'Which of the four towns lies north of the Lyne?', ['Halden', 'Varde', 'Moss'], 0, why),
	single(
		'c15',
		"Which workers' union was founded in Varde in 1903?",
		['the Dockers', 'the Weavers', 'the Printers'],
		0,
		why
	),
	single(
		'c16',
		'What is the name of the tallest tree in the Abbey park?',
		['Old Tom', 'Big Ben', 'Long Jack'],
		0,
		why
	),
	{
		...common('c17', 'It is on the north bank that the town of Halden lies.', why),
		type: 'true-false',
		key: true
	},
	single('c18', '石桥镇的森林覆盖率在2022年是多少？', ['61%', '67%', '76%'], 1),
	single('c19', '1）号泵站建在东湖县的哪个乡？', ['南山乡', '北山乡', '西山乡'], 2)
];

export function common(id: string, stem: string, explained = explanation) {
	return { id, stem, explanation: explained };
}

function single(id: string, stem: string, options: string[], key: number, explained = explanation): Question {
	return { ...common(id, stem, explained), type: 'single-choice', options, key };
}
