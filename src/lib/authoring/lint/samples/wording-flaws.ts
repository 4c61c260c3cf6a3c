import { isEnglish } from '../finding.ts';
import { changed, isChinese, judged, options, stems, whole, type Plant } from './plant.ts';

/** Flaws of words: for each rule at least eight ways of breaking it. For tests. */
export const WORDING_FLAWS: Readonly<Record<string, readonly Plant[]>> = {
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
	]
};
