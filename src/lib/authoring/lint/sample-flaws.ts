import { randomIndex, type Random } from '#lib/base/random.ts';
import type { Document, DocumentWarning } from '#lib/document/document.ts';
import type { Bank, Question } from '#lib/question/question.ts';
import { isEnglish, type LintContext } from './finding.ts';
import { SOUND, common } from './sample-questions.ts';
import { indexSources } from './sources.ts';

type Of<Type> = Extract<Question, { type: Type }>;
type Single = Of<'single-choice'>;

/** A flaw that can be put into a sound question; undefined where it does not fit. */
export type Plant = (sound: Question) => { question: Question; context?: LintContext } | undefined;

const isChinese = (question: Question) => !isEnglish(question);

/** Another stem for a single choice. */
const stems = (fits: (question: Question) => boolean, ...texts: readonly string[]): Plant[] =>
	texts.map(
		(stem) => (sound) =>
			sound.type === 'single-choice' && fits(sound) ? { question: { ...sound, stem } } : undefined
	);

/** The stem with something done to it. */
const changed = (
	fits: (question: Question) => boolean,
	...changes: readonly ((stem: string) => string)[]
): Plant[] =>
	changes.map((change) => (sound) => {
		const stem = change(sound.stem);
		return fits(sound) && stem !== sound.stem ? { question: { ...sound, stem } } : undefined;
	});

/** One wrong option replaced. */
const options = (fits: (question: Question) => boolean, ...texts: readonly string[]): Plant[] =>
	texts.map((text) => (sound) => {
		if (sound.type !== 'single-choice' || !fits(sound)) return undefined;
		const at = sound.key === 0 ? 1 : 0;
		return { question: { ...sound, options: sound.options.map((one, n) => (n === at ? text : one)) } };
	});

/** A question of its own, put in the place of a sound one of its type. */
const whole = (...questions: readonly Question[]): Plant[] =>
	questions.map((question) => (sound) => (sound.type === question.type ? { question } : undefined));

const asked = (stem: string, choices: string[], key = 0): Single => ({
	...common('p', stem),
	type: 'single-choice',
	options: choices,
	key
});
const judged = (stem: string, key = false, sentence?: string): Question => ({
	...common('p', stem),
	type: 'true-false',
	key,
	...(sentence !== undefined && { source: { document: 'd', sentence } })
});
const blank = (stem: string, ...key: string[]): Question => ({
	...common('p', stem),
	type: 'fill-in',
	blanks: key.length,
	key: key.map((text) => [text])
});
const figure = (stem: string, value: number, unit?: string, tolerance?: number): Question => ({
	...common('p', stem),
	type: 'numeric',
	key: { value, ...(unit !== undefined && { unit }), ...(tolerance !== undefined && { tolerance }) }
});
const several = (stem: string, choices: string[], key: number[]): Question => ({
	...common('p', stem),
	type: 'multiple-choice',
	options: choices,
	key
});
const ordered = (stem: string): Question => ({
	...common('p', stem),
	type: 'ordering',
	options: ['甲坝', '乙坝', '丙坝'],
	key: [1, 0, 2]
});
const paired = (premises: string[], choices: string[]): Question => ({
	...common('p', '把左边与右边配对。'),
	type: 'matching',
	premises,
	options: choices,
	key: premises.map((_, at) => [at, premises.length - 1 - at])
});
const citing = (question: Question, sentence: string): Question => ({
	...question,
	source: { document: 'd', sentence }
});
const inDocument = (
	question: Question,
	sentence: string,
	others: readonly string[],
	warnings: DocumentWarning[] = []
): Plant => {
	const document: Document = {
		id: 'd',
		file: 'd.txt',
		title: '东湖县年鉴',
		language: 'zh',
		removed: [],
		warnings,
		articles: [
			{
				id: 'a',
				title: '概况',
				sections: [
					{ id: 's', level: 0, heading: '', paragraphs: [{ id: 'p', text: [sentence, ...others].join('') }] }
				]
			}
		]
	};
	return (sound) =>
		sound.type === question.type
			? { question: citing(question, sentence), context: { sources: indexSources([document]) } }
			: undefined;
};

/** For each rule about one question, at least eight ways of breaking it. */
export const PLANTED: Readonly<Record<string, readonly Plant[]>> = {
	'lost-referent': [
		...stems(
			isChinese,
			'该馆2023年新添了多少册图书？',
			'2023年，该县恢复了多少公顷湿地？',
			'这次大赛共有多少人报名？',
			'会议通过了哪份文件？',
			'2022年3月，会议强调要抓好哪项工作？',
			'上述三座水库中最早动工的是哪一座？',
			'我省的森林覆盖率是多少？',
			'会上，镇长宣布投入多少资金？',
			'其中，古籍占馆藏的多大比例？',
			'他们一共种了多少棵树？',
			'活动吸引了多少人参加？',
			'根据上文，茶厂有几道工序？',
			'本办法自哪一天起施行？',
			'记者了解到，石桥镇修了几座桥？'
		),
		...stems(
			isEnglish,
			'When did it open to the public?',
			'How many boats did they own in 1931?',
			'This company was founded in which year?',
			'What did the meeting decide about the harbour?',
			'According to the passage above, who designed the hall?',
			'He was born in which town?',
			'What is the population of our city?',
			'Its tower is how high?'
		)
	],
	'relative-time': [
		...changed(
			(question) => isChinese(question) && /^\d{4}年，/u.test(question.stem),
			...['今年', '去年', '近日', '上月', '本周', '今年以来', '日前', '昨天'].map(
				(word) => (stem: string) => stem.replace(/^\d{4}年/u, word)
			)
		),
		...stems(
			isChinese,
			'目前，东湖县共有几座水库？',
			'近年来，石桥镇修缮了多少座古桥？',
			'东湖县当年的湿地面积是多少？',
			'上半年，石桥镇卖出多少吨茶叶？'
		),
		...changed(
			(question) => isEnglish(question) && /in 1931\?$/u.test(question.stem),
			...[
				'this year',
				'last year',
				'recently',
				'last month',
				'yesterday',
				'so far',
				'this summer',
				'in recent years'
			].map((word) => (stem: string) => stem.replace('in 1931', word))
		)
	],
	placeholder: [
		...changed(
			isChinese,
			(stem) => stem.replace(/青山市|东湖县|石桥镇/u, 'XX市'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇/u, '××县'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇/u, '○○镇'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇/u, '某某镇'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇/u, '某市'),
			(stem) => stem.replace(/\d{4}年/u, 'xxxx年'),
			(stem) => `${stem}（待补）`
		),
		...options(isChinese, 'XX单位', '???', '某公司'),
		...changed(
			isEnglish,
			(stem) => stem.replace('?', ' (TODO)?'),
			(stem) => stem.replace('Varde', '[name of town]'),
			(stem) => stem.replace('Halden', 'XXX'),
			(stem) => stem.replace('Varde', '{{town}}')
		)
	],
	'unbalanced-marks': [
		...changed(
			isChinese,
			(stem) => stem.replace('”', ''),
			(stem) => stem.replace('“', ''),
			(stem) => stem.replace('》', ''),
			(stem) => stem.replace('《', ''),
			(stem) => stem.replace('年', '年（'),
			(stem) => stem.replace('年', '年）'),
			(stem) => stem.replace('的', '的【')
		),
		...options(isChinese, '“图书馆', '图书馆）'),
		...changed(
			isEnglish,
			(stem) => stem.replace('Varde', '"Varde'),
			(stem) => stem.replace('Halden', '(Halden'),
			(stem) => stem.replace('Halden', 'Halden)'),
			(stem) => stem.replace('Varde', '“Varde')
		)
	],
	truncated: [
		...changed(
			isChinese,
			(stem) => `，${stem}`,
			(stem) => `的${stem}`,
			(stem) => `、${stem}`,
			(stem) => stem.replace(/[？。]$/u, '，'),
			(stem) => [...stem].join(' '),
			(stem) => `从而${stem}`,
			(stem) => stem.replace('湿', '\u200b湿').replace('图', '\uFFFD图')
		),
		...options(isChinese, '图书馆、', '图书馆和', '，图书馆', '图书馆以及'),
		...changed(
			isEnglish,
			(stem) => `ment ${stem}`,
			(stem) =>
				stem
					.replace('harbour', 'har- bour')
					.replace('market', 'mar- ket')
					.replace('lighthouse', 'light- house'),
			(stem) => stem.replace('Varde', 'V a r d e').replace('Halden', 'H a l d e n'),
			(stem) => `, ${stem}`
		),
		...options(isEnglish, 'Anna Berg and', 'the owner of the', 'Karen Lund,')
	],
	markup: [
		...changed(
			() => true,
			(stem) => `**${stem}**`,
			(stem) => `## ${stem}`,
			(stem) => `<p>${stem}</p>`,
			(stem) => stem.replace('年', '年&nbsp;').replace('the', 'the&nbsp;'),
			(stem) => `- ${stem}`,
			(stem) => stem.replace(/青山市|东湖县|石桥镇|Varde|Halden/u, '`$&`'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇|Varde|Halden/u, '[$&](x.html)'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇|Varde|Halden/u, '$&_{1}'),
			(stem) => stem.replace(/青山市|东湖县|石桥镇|Varde|Halden/u, '~~$&~~')
		)
	],
	furniture: [
		...changed(
			isChinese,
			(stem) => stem.replace(/[？。]$/u, '（记者：李明）$&'),
			(stem) => stem.replace(/[？。]$/u, '（来源：日报）$&'),
			(stem) => `本报讯 ${stem}`,
			(stem) => `${stem}— 12 —`,
			(stem) => `${stem}第3页 共9页`,
			(stem) => `${stem}责任编辑：王芳`,
			(stem) => `${stem}（下转第3版）`,
			(stem) => `${stem}□`
		),
		...changed(
			isEnglish,
			(stem) => `${stem} Page 3 of 12`,
			(stem) => `${stem} Photo by Ann Lee`,
			(stem) => `${stem} (continued on page 4)`,
			(stem) => `${stem} © 1999`
		)
	],
	trivial: [
		...stems(
			isChinese,
			'《青山年鉴》的序言印在第几页？',
			'东湖县的邮政编码是多少？',
			'这份材料的准印证号是哪一个？',
			'《石桥报》的责任编辑是谁？',
			'东湖县博物馆的联系电话是多少？',
			'《青山年鉴》的印数是多少？',
			'上坪村的报道登在哪一版？'
		),
		...stems(
			isEnglish,
			'On which page does the table of bridges stand?',
			'What is the ISSN of the Varde Gazette?',
			'What is the phone number of the Halden ferry?',
			'In which issue was the lighthouse described?'
		)
	],
	'negative-stem': [
		...stems(
			isChinese,
			'下列不属于东湖县水库的是哪一座？',
			'关于石桥镇，下列说法错误的是？',
			'下列哪一座不是石桥镇的古桥？',
			'石桥镇的特产不包括哪一种？',
			'除红茶外，石桥镇还出产什么？',
			'下列说法不正确的是？'
		),
		...stems(
			isEnglish,
			'Which of these towns is not on the Lyne?',
			'Which statement about Varde is false?',
			'All of these goods were exported except which?',
			"Which bridge wasn't opened before 1900?"
		)
	],
	'double-negative': [
		...stems(
			isChinese,
			'下列不属于错误的说法是？',
			'下列说法不正确的是哪一项，除莲藕之外？',
			'东湖县没有一座水库不在清溪河上，最大的是哪座？',
			'石桥镇不得不停用的是哪座桥？',
			'下列并非没有依据的说法是？'
		),
		...stems(
			isEnglish,
			'Which of these towns is not unlikely to flood?',
			'Which bridge did the town never not repair?',
			'Which goods were not exported except in 1900?',
			'Who was not without a licence in Varde?'
		)
	],
	absolute: [
		...whole(
			judged('石桥镇的一切古桥都由村民修缮。'),
			judged('东湖县的渡船完全免费。'),
			judged('青山市图书馆从未闭馆。'),
			judged('东湖县的任何河段都禁止钓鱼。'),
			judged('湿地恢复后，候鸟必然增多。'),
			judged('The ferry at Halden never stops in winter.'),
			judged('All boats in Varde were built of oak.')
		),
		...options(isChinese, '绝对禁止外借')
	],
	vague: whole(
		judged('石桥镇的古桥往往建在下游。'),
		judged('东湖县的一些渡口已经改造。'),
		judged('青山市图书馆通常在周一闭馆。'),
		judged('东湖县的湿地可能会扩大。'),
		judged('石桥镇的茶园面积不断扩大。'),
		judged('The ferry at Halden often runs late.'),
		judged('Some boats in Varde were built of oak.'),
		judged('The harbour of Varde is usually free of ice.')
	),
	opinion: [
		...stems(
			isChinese,
			'读者觉得青山市图书馆最需要什么？',
			'你认为东湖县最大的变化是什么？',
			'让石桥镇老人感慨的是哪座桥？',
			'参观者感受最深的是哪个展厅？',
			'您认为哪座水库最壮观？',
			'孩子们最喜欢的分馆是哪个？'
		),
		...stems(
			isEnglish,
			'Which bridge of Halden do you like best?',
			'In your opinion, who built the finest hall?',
			'Why do you think the ferry closed?'
		)
	],
	overlong: [
		...changed(
			isChinese,
			...[9, 11, 13, 15].map((times) => (stem: string) => '东湖县的湿地面积大，水鸟多，'.repeat(times) + stem)
		),
		...options(isChinese, '设在东门外的'.repeat(9), '每逢单月由镇上派人'.repeat(6)),
		...changed(
			isEnglish,
			...[8, 10].map(
				(times) => (stem: string) => 'The harbour of Varde was busy in the season. '.repeat(times) + stem
			)
		)
	],
	'duplicate-option': whole(
		asked('2022年产值是多少？', ['1.5亿元', '15000万元', '2亿元'], 2),
		asked('覆盖率是多少？', ['百分之二十', '20%', '30%'], 2),
		asked('覆盖率是多少？', ['三成', '30%', '40%'], 2),
		asked('面积是多少？', ['1,200公顷', '1200公顷', '1500公顷'], 2),
		asked('哪一天开馆？', ['二〇二一年五月一日', '2021年5月1日', '2021年7月1日'], 2),
		asked('共有几个展厅？', ['三个', '３个', '5个'], 2),
		asked('牵头的是谁？', ['文化馆', '文 化 馆', '档案馆'], 2),
		asked('牵头的是谁？', ['“文化馆”', '文化馆', '档案馆'], 2),
		asked('分为哪些部分？', ['五个方面', '5个方面', '6个方面'], 2),
		asked('Who built it?', ['The Weavers', 'the weavers', 'the Dockers'], 2),
		asked('How many boats were there?', ['three boats', '3 boats', '5 boats'], 2),
		asked('What share was sold?', ['20%', '20 per cent', '30%'], 2)
	),
	'overlapping-option': whole(
		asked('应当有多少人？', ['10人以下', '8—20人', '30人以上']),
		asked('应当有多少人？', ['10—20人', '15—25人', '30—40人']),
		asked('期限是几天？', ['5天以内', '3天', '10天']),
		asked('面积是多少？', ['不少于100公顷', '120公顷', '80公顷']),
		asked('每年有多少场？', ['超过50场', '60场', '20场']),
		asked('由哪里负责？', ['东馆', '东馆和西馆', '南馆']),
		asked('How long does it take?', ['more than 10 days', '15 days', '3 days']),
		asked('How many are needed?', ['10 to 20', '15 to 30', '40 to 50']),
		asked('How many are needed?', ['at least 20', '25', '10'])
	),
	'unit-type': [
		...whole(
			asked('新添了多少图书？', ['1200册', '1500人', '1800册']),
			asked('新添了多少图书？', ['1200册', '很多', '1800册']),
			asked('哪一天开馆？', ['2021年5月1日', '2021年', '2022年7月1日']),
			asked('覆盖率是多少？', ['12%', '15%', '20公顷']),
			asked('依据哪份文件？', ['《河道办法》', '《湿地条例》', '水利局']),
			asked('由谁牵头？', ['文化馆', '2021年5月1日', '2022年6月1日']),
			asked('How many boats were there?', ['12', '14', 'the harbour']),
			asked('How high is it?', ['31 metres', '45 metres', '50 kilograms'])
		)
	],
	'all-of-the-above': [
		...options(
			isChinese,
			'以上都对',
			'以上都不是',
			'以上选项均正确',
			'都不是',
			'上述各项全部正确',
			'没有正确答案'
		),
		...options(isEnglish, 'All of the above', 'None of these', 'None of the above')
	],
	'k-type': [
		...options(isChinese, 'A和B', '①②', '①③④', 'A、C', '仅①②', 'B与D都对'),
		...options(isEnglish, 'Both A and B', 'A and C', 'I and II only')
	],
	'length-cue': whole(
		asked('由谁牵头？', ['青山市东城区文化和旅游发展服务中心', '文化馆', '档案馆']),
		asked('为什么停渡？', ['上游水库开闸放水使水位升高', '风大', '节日']),
		asked('怎样修桥？', ['按照原来的样式用原来的石料修缮', '重新建造', '用水泥加固']),
		asked('依据什么？', ['县人民政府批准的河道整治规划', '老习惯', '县志']),
		asked('交给谁保管？', ['由村民推选出来的三位护桥员轮流', '村委会', '镇政府']),
		asked('Why was it closed?', [
			'because the river had washed its northern pier away',
			'no money',
			'a strike'
		]),
		asked('Who paid for it?', ['the merchants of the town together with the county', 'the king', 'a bank']),
		several(
			'有哪些要求？',
			['由村民推选护桥员轮流值守', '每季度请工匠检查桥墩和桥面', '涂漆', '拍照'],
			[0, 1]
		)
	),
	'grammar-cue': whole(
		asked('The keeper of the lighthouse was an', ['engineer', 'baker', 'sailor']),
		asked('Ole Strand worked as a ____.', ['carpenter', 'engineer', 'architect']),
		asked('The boat was built from an ____', ['oak', 'pine', 'beech']),
		asked('Which are the oldest in Halden?', ['the bridges', 'the tower', 'the market hall']),
		asked('What was lost in the storm of 1911?', ['the ferry', 'the docks and sheds', 'the masts']),
		asked('Which two towns lie on the Lyne?', ['Halden and Moss', 'Varde', 'Ness']),
		asked('石桥镇与哪两个县相邻？', ['东湖县和南山县', '西河县', '北山县']),
		asked('哪三个村出产红茶？', ['上坪村、下坪村和东山村', '西河村', '南河村和北河村']),
		asked('湿地为什么要恢复？', ['为候鸟提供栖息地。', '为渔船提供停泊处', '为村庄提供建材'])
	),
	order: whole(
		asked('新添了多少册？', ['1500册', '1200册', '1800册']),
		asked('覆盖率是多少？', ['30%', '20%', '25%']),
		asked('产值是多少？', ['2亿元', '9000万元', '3亿元']),
		asked('哪一天施行？', ['2022年7月1日', '2021年5月1日', '2023年1月1日']),
		asked('有几座？', ['九座', '五座', '十二座']),
		asked('How many?', ['21', '12', '17']),
		asked('Which day?', ['May 3, 1931', 'March 5, 1931', 'June 1, 1931']),
		asked('What share?', ['40%', '20%', '60%'])
	),
	'nothing-to-choose': whole(
		...[2, 3, 4, 5].flatMap((count) => {
			const choices = ['采摘', '杀青', '发酵', '装箱', '运输'].slice(0, count);
			const goods = ['salt', 'glass', 'herring', 'timber', 'wool'].slice(0, count);
			return [
				several(
					'包括哪些？',
					choices,
					choices.map((_, at) => at)
				),
				several(
					'Which goods?',
					goods,
					goods.map((_, at) => at)
				)
			];
		})
	),
	'single-key': whole(
		...[0, 1, 2, 3].flatMap((key) => [
			several('包括哪些？', ['采摘', '杀青', '发酵', '装箱'], [key]),
			several('Which goods?', ['salt', 'glass', 'herring', 'timber'], [key])
		])
	),
	'order-cue': whole(
		...[
			'排出下列三座坝。',
			'请排列好三座坝。'.replace('排列', '安排'),
			'下列三座坝怎样排？',
			'给下列三座坝编号。',
			'下列三座坝，哪座排第一，哪座排第二？',
			'Arrange the three dams.',
			'Sort the three dams.',
			'Number the three dams.'
		].map(ordered)
	),
	'matching-extra': whole(
		...[2, 3, 4, 5].flatMap((count) => {
			const premises = ['红茶', '莲藕', '竹编', '米酒', '蜂蜜'].slice(0, count);
			const places = ['上坪村', '下坪村', '东山村', '西河村', '南河村'].slice(0, count);
			return [paired(premises, places), paired(places, premises)];
		})
	),
	'blank-count': whole(
		...[
			'东湖县的母亲河是清溪河。',
			'东湖县的____和____都在清溪河上。',
			'（ ）和（ ）都在清溪河上。',
			'石桥镇的____、____、____最有名。'
		].map((stem) => blank(stem, '龙门水库')),
		...[
			'The ____ and the ____ stand in Varde.',
			'The bank stands in Varde.',
			'( ) and ( ) lie on the Lyne.',
			'Both ____ and ____ were sold.'
		].map((stem) => blank(stem, 'mill'))
	),
	'common-word-blank': whole(
		blank('石桥镇____古桥修缮工作。', '加强'),
		blank('东湖县____湿地恢复工程。', '推进'),
		blank('青山市图书馆____提高借阅效率。', '进一步'),
		blank('东湖县的湿地____水源。', '的'),
		blank('东湖县____开展巡河。', '积极'),
		blank('清溪河的治理取得____成效。', '明显'),
		blank('The harbour of Varde was ____ in winter.', 'very'),
		blank('The county had to ____ the old bridge.', 'improve'),
		blank('Herring was an ____ export of Varde.', 'important')
	),
	'fixed-phrase-blank': whole(
		blank('东湖县水利局坚持实事____，查清每一处隐患。', '求是'),
		blank('石桥镇干部全心全意为____服务。', '人民'),
		blank('护桥员们脚踏____，一年走遍全镇。', '实地'),
		blank('东湖县按照标本____的思路治理清溪河。', '兼治'),
		blank('湿地恢复要久久____功，不能急于求成。', '为'),
		blank('石桥镇因地____发展茶园。', '制宜'),
		blank('The ferry carried mail in ____ to passengers.', 'addition'),
		blank('The mayor spoke on behalf ____ the fishermen of Varde.', 'of the'),
		blank('The county repaired the bridge in accordance ____ the plan of 1900.', 'with it')
	),
	'bare-blank': whole(
		blank('____。', '清溪河'),
		blank('是____。', '清溪河'),
		blank('____很大。', '东湖县'),
		blank('建于____年。', '1902'),
		blank('有____座。', '14'),
		blank('____ was built.', 'Varde'),
		blank('It is ____.', 'Varde'),
		blank('In ____.', '1931')
	),
	'blank-order': whole(
		blank('石桥镇的特产有____、____。', '红茶', '莲藕'),
		blank('清溪河流经____和____。', '东湖县', '石桥镇'),
		blank('渡口改造讲求____、____、____。', '就近', '安全', '便民'),
		blank('龙门水库的水供给____与____两个乡。', '南山', '北山'),
		blank('石桥镇出产（ ）和（ ）。', '红茶', '莲藕'),
		blank('东湖县的湿地分布在____，____。', '上坪', '下坪'),
		blank('The harbour of Varde exported ____ and ____.', 'herring', 'timber'),
		blank('The Lyne flows through ____, ____ and Ness.', 'Halden', 'Moss')
	),
	'numeric-unit': whole(
		figure('石桥镇的茶叶产值是多少？', 2.1),
		figure('清溪河的长度是多少？', 56),
		figure('东湖县湿地的面积达到多少？', 3200),
		figure('石桥镇2022年茶叶产值为多少万元？', 2.1, '亿元'),
		figure('清溪河全长多少公里？', 56000, '米'),
		figure('东湖县湿地有多少公顷？', 48000, '亩'),
		figure('石桥镇的茶叶卖出多少吨？', 35, '公斤'),
		figure('What is the height of the lighthouse?', 31),
		figure('What was the length of the bridge over the Lyne?', 240)
	),
	'numeric-tolerance': whole(
		figure('石桥镇修缮了多少座古桥？', 14, '座', 14),
		figure('清溪河全长多少公里？', 56, '公里', 30),
		figure('湿地占全县面积的百分之多少？', 21.5, '%', 10),
		figure('石桥镇茶厂建于哪一年？', 1902, '年', 5),
		figure('东湖县有几座水库？', 3, '座', 1),
		figure('How many metres high is the lighthouse?', 31, 'm', 31),
		figure('In what year did the ferry open?', 1931, undefined, 10),
		figure('How many boats were there?', 17, 'boats', 100)
	),
	'answer-in-stem': [
		...whole(
			asked('新添1500册图书的青山市图书馆新添了多少册？', ['1500册', '1800册', '2100册']),
			asked('“清溪河治理”以哪条河为重点？', ['清溪河', '龙门河', '白沙河']),
			asked('“三项要求”共有几项？', ['3项', '4项', '5项']),
			asked('由上坪村首创的护桥员制度始于哪个村？', ['上坪村', '下坪村', '东山村']),
			figure('石桥镇的十四座古桥共有几座？', 14, '座'),
			figure('5家分馆共有几家？', 5, '家'),
			blank('清溪河是东湖县的母亲河，母亲河叫____。', '清溪河'),
			several('以红茶和莲藕闻名的石桥镇有哪些特产？', ['红茶', '莲藕种植', '竹编', '米酒'], [0, 1]),
			asked('Which bridge did the Mill Bridge replace the ferry with?', [
				'Mill Bridge',
				'Toll Bridge',
				'Abbey Bridge'
			]),
			asked('The Halden savings bank was founded in which town?', ['Halden', 'Varde', 'Moss']),
			blank('The keeper Karen Lund was named Karen ____.', 'Lund'),
			asked('How many boats made up the fleet of 17 boats?', ['17 boats', '21 boats', '25 boats'])
		)
	],
	'word-repeat': whole(
		asked('清溪河治理由谁负责？', ['清溪河办', '水利站', '镇政府']),
		asked('护桥员制度从哪里开始？', ['护桥员协会', '上坪村', '下坪村']),
		asked('湿地公园的门票由谁定价？', ['湿地公园管理处', '县旅游局', '县物价局']),
		asked('红茶节的奖品是什么？', ['红茶节纪念杯', '竹编篮', '米酒']),
		asked('古桥日的活动在哪里举行？', ['古桥日广场', '文化馆', '上坪村']),
		asked('Who pays the keeper of the lighthouse?', ['the Lighthouse Board', 'the county', 'the king']),
		asked('Which office sells ferry tickets to passengers?', [
			'the Passenger Hall of passengers',
			'the mill',
			'the bank'
		]),
		asked('Where is the harbour master to be found?', ['the harbour house', 'the mill', 'the bank'])
	),
	'trivial-answer': whole(
		...['一要', '二是', '首先', '（三）', '第12期', '①', '0971-6123456'].map((text) =>
			asked('修缮古桥的要求见于何处？', [text, '二要', '三要'])
		),
		...['Page 12', 'firstly', 'No. 7'].map((text) =>
			asked('Where does the plan speak of boats?', [text, 'the mill', 'the bank'])
		)
	),
	'no-explanation': [undefined, '', ' ', '\n', undefined, '', '　', '\t'].map(
		(explained): Plant =>
			(sound) => ({ question: { ...sound, explanation: explained } })
	),
	'open-list': whole(
		citing(asked('下列不属于石桥镇特产的是？', ['铜器', '红茶', '莲藕']), '石桥镇出产红茶、莲藕、竹编等。'),
		citing(
			asked('石桥镇的特产不包括哪一种？', ['铜器', '红茶', '莲藕']),
			'特产有红茶、莲藕、竹编等，远近闻名。'
		),
		citing(
			asked('文章没有提到哪座水库？', ['金沙水库', '龙门水库', '白沙水库']),
			'龙门水库、白沙水库、青石水库等水库已经加固。'
		),
		citing(asked('下列不在其列的是？', ['铜器', '红茶', '莲藕']), '红茶、莲藕等8种产品参展。'),
		citing(
			asked('除红茶之外，还不包括哪种？', ['铜器', '莲藕', '竹编']),
			'红茶、莲藕和竹编、米酒等都有展出。'
		),
		citing(
			several('下列不属于展品的有哪些？', ['铜器', '红茶', '锡器'], [0, 2]),
			'展品有红茶、莲藕、竹编等。'
		),
		citing(
			asked('Which of these was not exported?', ['wool', 'herring', 'timber']),
			'Varde exported goods such as herring and timber.'
		),
		citing(
			asked('All were sold except which?', ['wool', 'herring', 'timber']),
			'They sold herring, timber, salt, etc.'
		),
		citing(
			asked('Which town is not on the Lyne?', ['Ness', 'Halden', 'Moss']),
			'The Lyne passes towns including Halden and Moss.'
		)
	),
	sensitive: whole(
		judged('县长李明在大会上强调，要把清溪河治理交给企业。'),
		judged('《东湖县河道管理办法》规定，河段可以私自围垦。'),
		judged('决议指出，湿地恢复可以暂缓。'),
		judged('《劳动法》第三十六条规定，每日工作时间不超过十小时。'),
		judged('习近平总书记指出，江山就是资源。'),
		judged('局长王芳说：“先开发，后保护。”'),
		judged('东湖县提出“宁要金山银山，不要绿水青山”。', false, '东湖县提出“宁要绿水青山，不要金山银山”。'),
		asked('李明同志指出：“治河就是____。”应填哪一项？', ['治县', '治山', '治镇']),
		asked('《河道管理办法》规定“任何单位不得（ ）河道”，括号内是？', ['侵占', '使用', '清理']),
		judged('The mayor said that the bridge should be sold.'),
		judged('Article 5 allows fishing at night.'),
		judged('The Harbour Act provides that boats may be left unlit.')
	),
	approximation: whole(
		citing(asked('清溪河长多少公里？', ['56公里', '65公里', '80公里']), '清溪河长约56公里。'),
		citing(asked('有多少名护桥员？', ['120名', '150名', '200名']), '全镇有120余名护桥员。'),
		citing(figure('石桥镇有多少名护桥员？', 120, '名'), '全镇有护桥员近120名。'),
		citing(figure('湿地有多少公顷？', 3200, '公顷'), '湿地超过3200公顷。'),
		citing(blank('湿地为候鸟提供了____公顷栖息地。', '3200'), '湿地为候鸟提供了3200多公顷栖息地。'),
		citing(judged('石桥镇有120名护桥员。', true), '石桥镇有120余名护桥员。'),
		citing(judged('清溪河长56公里。', true), '清溪河长约56公里。'),
		citing(
			asked('How long is the Lyne?', ['56 miles', '65 miles', '80 miles']),
			'The Lyne is about 56 miles long.'
		),
		citing(figure('How many boats did Varde have?', 120, 'boats'), 'Varde had nearly 120 boats.'),
		citing(judged('Varde had 120 boats.', true), 'Varde had more than 120 boats.')
	),
	'source-conflict': [
		...['14座', '17座'].map((value) =>
			inDocument(
				asked('石桥镇2022年修缮了多少座古桥？', [value, '20座', '30座']),
				`石桥镇2022年修缮古桥${value}。`,
				['石桥镇2022年修缮古桥'],
				[
					{
						type: 'TwoValues',
						where: '石桥镇2022年修缮古桥14座。',
						measure: '石桥镇2022年修缮古桥…。',
						values: ['14座', '17座']
					}
				]
			)
		),
		...[14, 17].map((value) =>
			inDocument(
				figure('石桥镇2022年修缮了多少座古桥？', value, '座'),
				`石桥镇2022年修缮古桥${value}座。`,
				[],
				[
					{
						type: 'TwoValues',
						where: '石桥镇2022年修缮古桥14座。',
						measure: '石桥镇2022年修缮古桥…。',
						values: ['14座', '17座']
					}
				]
			)
		),
		inDocument(
			several('石桥镇的四项要求是哪些？', ['就近', '安全', '便民', '省钱'], [0, 1, 2]),
			'四项要求是就近、安全、便民。',
			[],
			[{ type: 'CountMismatch', where: '四项要求是就近、安全、便民。', announced: 4, found: 3 }]
		),
		inDocument(
			figure('石桥镇对渡口有几项要求？', 4, '项'),
			'四项要求是就近、安全、便民。',
			[],
			[{ type: 'CountMismatch', where: '四项要求是就近、安全、便民。', announced: 4, found: 3 }]
		),
		inDocument(
			asked('全镇共有多少座古桥？', ['20座', '25座', '30座']),
			'全镇共有20座，其中石桥14座、木桥9座。',
			[],
			[{ type: 'PartsDoNotSum', where: '全镇共有20座，其中石桥14座、木桥9座。', total: 20, sum: 23 }]
		),
		inDocument(
			figure('全镇有多少座木桥？', 9, '座'),
			'全镇共有20座，其中石桥14座、木桥9座。',
			[],
			[{ type: 'PartsDoNotSum', where: '全镇共有20座，其中石桥14座、木桥9座。', total: 20, sum: 23 }]
		)
	],
	'key-also-true': [
		inDocument(asked('石桥镇出产哪种特产？', ['红茶', '莲藕', '铜器']), '石桥镇出产红茶、莲藕。', []),
		inDocument(asked('清溪河流经哪个乡？', ['南山乡', '铜山乡', '北山乡']), '清溪河流经南山乡和北山乡。', []),
		inDocument(
			asked('谁是石桥镇的护桥员？', ['李大山', '王小河', '赵青']),
			'石桥镇的护桥员是李大山、王小河。',
			[]
		),
		inDocument(
			asked('东湖县湿地公园由哪家单位管理？', ['林业站', '水利站', '旅游局']),
			'东湖县湿地公园由林业站管理。',
			['东湖县湿地公园的水面由水利站管理。']
		),
		inDocument(
			asked('2022年，石桥镇的红茶销往哪个城市？', ['青山市', '白沙市', '龙门市']),
			'2022年，石桥镇的红茶销往青山市。',
			['2022年，石桥镇的红茶也销往白沙市。']
		),
		inDocument(
			asked('东湖县博物馆的镇馆之宝是哪件？', ['铜镜', '玉璧', '陶罐']),
			'东湖县博物馆的镇馆之宝是铜镜。',
			['玉璧也是东湖县博物馆的镇馆之宝。']
		),
		inDocument(
			asked('石桥镇的竹编获得了哪项荣誉？', ['“青山名品”', '“东湖一绝”', '“白沙之光”']),
			'石桥镇的竹编获得“青山名品”称号。',
			['石桥镇的竹编还获得“东湖一绝”这一荣誉。']
		),
		inDocument(
			asked('龙门水库的水供给哪个乡？', ['南山乡', '西山乡', '北山乡']),
			'龙门水库的水供给南山乡。',
			['旱季，龙门水库的水也供给西山乡。']
		)
	]
};

const SIGHTS = [
	'龙门水库',
	'白沙水库',
	'青石渡口',
	'上坪茶厂',
	'东山寺',
	'西河闸',
	'石桥古街',
	'南山林场',
	'北河湿地',
	'铜山矿坑'
];

/** For each rule about a paper, at least eight banks that break it. */
export const PLANTED_BANKS: Readonly<Record<string, readonly ((random: Random) => Bank)[]>> = {
	'cross-leak': [
		...SIGHTS.map((sight, n) => (random: Random) => {
			const year = `${1900 + randomIndex(random, 90) + n}年`;
			return bankOf(
				asked(`${sight}建于哪一年？`, [year, '1890年', '1995年']),
				n % 2 === 0
					? { ...judged(`${year}建成的${sight}由东湖县水利局管理。`, true), id: 'q' }
					: { ...asked(`${year}建成的${sight}归谁管理？`, ['水利局', '林业站', '文化馆']), id: 'q' }
			);
		}),
		...['Varde', 'Halden', 'Moss'].map(
			(town) => () =>
				bankOf(asked(`Who built the lighthouse at ${town}?`, ['Anna Berg', 'Ole Strand', 'Mary Hill']), {
					...asked(`How high is the lighthouse that Anna Berg built at ${town}?`, ['21 metres', '31 metres']),
					id: 'q'
				})
		)
	],
	duplicate: [
		...SIGHTS.map(
			(sight) => () =>
				bankOf(asked(`${sight}由哪家单位管理？`, ['水利局', '林业站', '文化馆']), {
					...asked(`请问，${sight}是由哪个单位管理的？`, ['水利局', '档案馆', '文化馆']),
					id: 'q'
				})
		),
		...['Varde', 'Halden', 'Moss'].map(
			(town) => () =>
				bankOf(asked(`Who built the lighthouse at ${town}?`, ['Anna Berg', 'Ole Strand']), {
					...asked(`The lighthouse at ${town} was built by whom?`, ['Mary Hill', 'Anna Berg'], 1),
					id: 'q'
				})
		)
	],
	'key-balance': [
		...[0, 1, 2, 3].map(
			(key) => () =>
				alone(
					...SIGHTS.map((sight, n) => ({
						...asked(
							`${sight}在哪个乡？`,
							['南山乡', '北山乡', '西山乡', '东山乡'],
							n < 7 ? key : (key + n) % 4
						),
						id: `q${n}`
					}))
				)
		),
		...[true, false].flatMap((key) =>
			[8, 10].map(
				(same) => () =>
					alone(
						...SIGHTS.map((sight, n) => ({
							...judged(`${sight}在南山乡。`, n < same ? key : !key),
							id: `q${n}`
						}))
					)
			)
		)
	]
};

function bankOf(...questions: Question[]): Bank {
	return alone(...questions, ...SOUND);
}

function alone(...questions: Question[]): Bank {
	const [first, second] = questions;
	return { id: 'b', title: `${first?.stem ?? ''} / ${second?.stem ?? ''}`, questions };
}
