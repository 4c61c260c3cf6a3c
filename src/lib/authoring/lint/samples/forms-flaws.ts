import { blank, figure, ordered, paired, whole, type Plant } from './plant.ts';

/** Flaws of a question of its type: for each rule at least eight ways of breaking it. For tests. */
export const FORM_FLAWS: Readonly<Record<string, readonly Plant[]>> = {
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
	)
};
