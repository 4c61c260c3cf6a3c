import { allMatches, charSet, isOneOf, matchesWhere, wordSet } from '../scan.ts';
import { isInside, quotedSpans, type Mention } from './mention.ts';

const SURNAMES =
	'骆廉詹阎荀栗晁郗邬戎佟苗仝佘褚卫臧卞亓逯揭寇冀鄢阙晏桂娄隋屠卓栾冼鞠麻芦敖茹边卜巫巩桑储楚缪沙丛戚柏仇裘宣郁宗宫虞凤郜索蔺靖晋桓岑祖殷邰闵綦肇荣诸王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游靳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农车项闵习';
const OFFICES =
	'主席|副主席|总书记|书记|副书记|部长|副部长|主任|副主任|省长|副省长|市长|副市长|区长|县长|州长|镇长|乡长|馆长|组长|司长|园长|院长|副院长|校长|局长|副局长|处长|厅长|会长|副会长|理事长|董事长|总经理|总裁|秘书长|常委|巡视员|调研员|总理|委员长|政委|所长|站长|队长|社长|主编|教授|院士|工程师|快递员|负责人|创始人|发言人|带头人|传承人|联合创始人|首席执行官|首席技师|技师|选手|记者|班长|车间主任|支书|村支书|干事|理事|律师|法官|检察官|医生|护士|劳动模范|劳模|工匠|代表';

/** What may follow a name: it tells whether the name ends here. */
const AFTER =
	'(?=[，。、；：）】！？\\s]|解释|回答|透露|补充|笑|同志|先生|女士|在|出席|出任|作|主持|表示|指出|强调|说|讲|带|率|到|深入|赴|参加|一行|对|向|为|代表|介绍|与|和|及|以|同|就|围绕|宣布|宣读|汇报|走|看望|慰问|颁|致辞|致|简要|当选|担任|任|获|被|发表|全程|陪同|听取|要求|认为|分别|首先|结合|从|等|带领|率队|深情|领|传达|通报|总结|部署|回忆|牵头|坦言|告诉|签名|签署|代表|已|曾|兼|率先|亲自|逐一|详细|充分|高度|一起|共同|受|的|$)';

const GIVEN = '[\\u4e00-\\u9fff]';
const WITH_OFFICE = new RegExp(
	`(?<office>${OFFICES.split('|')
		.sort((a, b) => b.length - a.length)
		.join('|')})(?<name>[${SURNAMES}]${GIVEN}{1,2}?)${AFTER}`,
	'uy'
);
const COMRADE = new RegExp(
	`(?<=^|[，。、；：（和与及由请向对]|强调|，是)(?<name>[${SURNAMES}]${GIVEN}{1,2})同志`,
	'gu'
);
/** Words that look like surname + given name behind an office. */
const NO_NAME =
	/^(?:全[国省市]|任[何务期]|高[度质]|方[面向式]|单[位]|于[是]|成[员为立]|时[间期]|解[决]|关[于]|安[全排]|向[广上]|和[谐]|万[名人]|章程|文[化件明]|金[额]|农[民]|路[上]|管理|施[工]|包[括]|严[格]|宁[夏]|华[人]|项目|车间|左右|游[客]|温[暖]|常[委]|江[苏西]|云[南]|陕|马[克]|常[言务规]|应[当该]|时[候]|相[关互]|都|只[有]|万[元]|当[地前时]|有[关人的]|石[油化]|水[利务]|支[持部]|何[时]|能[源]|双[方]|通[过知]|连[续]|平[台均]|古[代]|海[外关南]|国[家际务]|市[民]|家[庭长属]|主[席任要]|官[方]|曾|习惯|余[名次人个万]|方[的]|成[长效就]|关[爱心怀]|白[天领]|商[务家]|班[长组]|同[时志]|之|党[和的委组员])/u;

const OFFICE_ALONE = OFFICES.split('|')
	.sort((a, b) => b.length - a.length)
	.join('|');
/** 李大江说, 李大江主席, at the start of a clause. */
const AT_START = new RegExp(
	`(?<![\\u4e00-\\u9fff])(?<name>[${SURNAMES}]${GIVEN}{1,2})(?:(?=说(?!明|法|起|服|到|的)|表示|介绍|告诉|坦言|回忆)|(?<office>${OFFICE_ALONE})(?=出席|主持|指出|强调|表示|作|讲话|致|会见|在|率|为|介绍|汇报|宣布|牵头|分管|负责|担任|任(?=[\\u4e00-\\u9fff])|带|深入|走访|看望|，|、))`,
	'uy'
);
const HAS_LABEL = wordSet('主持 联系人 记录 签发 主讲 召集人'.split(' '));
/** Cheap tests before the patterns. */
const OFFICE_WORDS = wordSet(OFFICES.split('|'));
const HAS_SPEECH = wordSet(
	'说 表示 介绍 告诉 坦言 回忆 出席 主持 指出 强调 讲话 会见 汇报 宣布 牵头 分管 走访 看望'.split(' ')
);
const SURNAME = charSet(SURNAMES);
const isOffice = (text: string, at: number): boolean => OFFICE_WORDS.lengthAt(text, at) > 0;
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
/** A surname with no word before it. */
const opensName = (text: string, at: number): boolean =>
	isOneOf(SURNAME, text.charCodeAt(at)) && (at === 0 || !isHan(text.charCodeAt(at - 1)));
const NAME = `[${SURNAMES}](?:(?!等)${GIVEN}){1,3}`;
/** 主持：李大江, 联系人李大江 in the head and foot of minutes and notices. */
const LABELLED = new RegExp(
	`(?:主持人?|联系人|记录人?|签发人?|主讲人?|负责人|召集人)[：:]?[ \\u3000]*(?<name>[${SURNAMES}]${GIVEN}{1,2})(?=[，。、；：（(]|$)`,
	'gu'
);
/** 甲某、乙某等6名选手. */
const SEVERAL = new RegExp(
	`(?<![\\u4e00-\\u9fff、])(?<names>${NAME}(?:、${NAME})+)(?=等?(?:\\d+|[两三四五六七八九十几多]+)[名位]|等?同志|等(?:出席|参加|获)|分别?(?:荣获|获))`,
	'uy'
);
const FOREIGN = new RegExp(
	`(?<office>${OFFICE_ALONE})(?<name>${GIVEN}{1,7}(?:·${GIVEN}{1,7})+?)${AFTER}`,
	'gu'
);

/** Persons named with an office, as 同志, as speaking or in a list of names; only where it is certain where the name begins and ends. */
export function findNames(sentence: string): Mention[] {
	const quoted = quotedSpans(sentence);
	const found: Mention[] = [];
	const add = (name: string, start: number, office?: string) => {
		const end = start + name.length;
		if (NO_NAME.test(name) || isInside(quoted, start)) return;
		if (found.some((other) => other.start < end && start < other.end)) return;
		found.push({ kind: 'name', value: name, ...(office !== undefined && { office }), start, end });
	};
	const addAll = (matches: readonly RegExpExecArray[], isFirst = false) => {
		for (const { 0: whole, index, groups } of matches) {
			const name = groups?.name ?? '';
			add(name, index + (isFirst ? 0 : whole.lastIndexOf(name)), groups?.office);
		}
	};
	addAll(matchesWhere(WITH_OFFICE, sentence, isOffice));
	if (sentence.includes('同志')) addAll(allMatches(COMRADE, sentence));
	if (HAS_SPEECH.isIn(sentence)) addAll(matchesWhere(AT_START, sentence, opensName), true);
	if (sentence.includes('·')) addAll(allMatches(FOREIGN, sentence));
	if (HAS_LABEL.isIn(sentence)) addAll(allMatches(LABELLED, sentence));
	if (!sentence.includes('、')) return found;
	for (const match of matchesWhere(SEVERAL, sentence, opensName)) {
		let start = match.index;
		for (const name of (match.groups?.names ?? '').split('、')) {
			add(name, start);
			start += name.length + 1;
		}
	}
	return found.sort((a, b) => a.start - b.start);
}
