import { asked, blank, citing, figure, inDocument, judged, several, whole, type Plant } from './plant.ts';

/** Flaws between a question, its answer and its source: for each rule at least eight ways of breaking it. For tests. */
export const ANSWER_FLAWS: Readonly<Record<string, readonly Plant[]>> = {
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
			[
				{
					type: 'PartsDoNotSum',
					where: '全镇共有20座，其中石桥14座、木桥9座。',
					total: 20,
					sum: 23,
					written: '20座',
					parts: ['14座', '9座'],
					made: '23座'
				}
			]
		),
		inDocument(
			figure('全镇有多少座木桥？', 9, '座'),
			'全镇共有20座，其中石桥14座、木桥9座。',
			[],
			[
				{
					type: 'PartsDoNotSum',
					where: '全镇共有20座，其中石桥14座、木桥9座。',
					total: 20,
					sum: 23,
					written: '20座',
					parts: ['14座', '9座'],
					made: '23座'
				}
			]
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
