import { isEnglish } from '../finding.ts';
import { asked, isChinese, options, several, whole, type Plant } from './plant.ts';

/** Flaws of options as a set: for each rule at least eight ways of breaking it. For tests. */
export const OPTION_FLAWS: Readonly<Record<string, readonly Plant[]>> = {
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
	)
};
