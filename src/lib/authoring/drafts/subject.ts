import { remembered } from '#lib/base/remember.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import { balanced } from './referents.ts';

const NOUNS =
	'工会|总会|全总|省总|市总|公司|集团|政府|委员会|党委|党组|法院|部门|单位|企业|协会|学校|大学|中心|街道|办公室|银行|国家|我国|全国|劳模|职工|会员|代表团|同志|群众|图书馆|博物馆|医院|研究院|研究所|有限公司|联合会|残联|妇联|工商联|文联|科协|红十字会|团委|居民|村民|农民|学生|教师|法院|检察院|分局|项目|招聘会|论坛|培训班|竞赛|工作室|合作社|服务站|俱乐部|支队|大队|派出所|团队|商家|商户|门店|展览|景区|园区|基地|站点|工厂|车间|班组|代表|干部|党员|用户|读者|游客|产业|行业|地区|中央|中国|国务院';
const SUBJECT = new RegExp(`^(?:[^，的]{0,16})(?:${NOUNS})`, 'u');
const SUBJECT_NOUN = new RegExp(`${NOUNS}|[省市县州区镇乡村厂院馆校园局部处队社所]`, 'gu');

/** 各级工会 of 各级工会投入资金…: an organisation with which the clause opens and a verb behind it. */
export const subjectOf = remembered(readSubject);

function readSubject(text: string): string | undefined {
	if (isNoSubject(text)) return undefined;
	for (const { 0: noun, index } of text.slice(0, 30).matchAll(SUBJECT_NOUN)) {
		const end = index + noun.length;
		// 一行赴全总调研: the organisation is where they went.
		if (/[赴到对向为将把从由被与]|情况|综合|发现|以及/u.test(text.slice(0, end))) return undefined;
		const rest = text.slice(end).replace(/^(?:近日|日前|正式|始终|已经?|还|又|再次|首次|共)/u, '');
		const acts = openingVerb(rest) !== undefined || ACTS.test(rest);
		if ((end >= 3 || /^[全省市]总$/u.test(noun)) && acts && balanced(text.slice(0, end)))
			return text.slice(0, end);
	}
	return undefined;
}

/** 总工会又争取资金: besides what, stands outside. */
export function withoutAgain(text: string): string {
	const subject = subjectOf(text);
	return subject === undefined
		? text
		: subject + text.slice(subject.length).replace(/^(?:又|还|也|再)(?=[\u4e00-\u9fff]{2})/u, '');
}

/** Whether a clause says who does what: it opens with an organisation and not with a verb. */
export function hasSubject(text: string): boolean {
	return SUBJECT.test(text) && !isNoSubject(text);
}

function isNoSubject(text: string): boolean {
	return (
		openingVerb(text) !== undefined ||
		isDeed(text) ||
		/^(?:要|应当?|必须|充分|高度|更加|切实|努力|其|该|本|此|这|各单位|联合|会同|协调|\d)/u.test(text)
	);
}

/** 全省, 全州各级工会, 格尔木市: whose count a clause opens with. */
export function scopeOf(text: string): string | undefined {
	return /^(?:全[国省市县州区镇乡村校厂系行](?:各级工会|工会)?|(?![将把被由让使]|[\u4e00-\u9fff]{0,4}多少)[\u4e00-\u9fff]{2,5}[省市县州](?![\u4e00-\u9fff]{0,6}(?:委|局|厅|会|院|部|校|馆|站|所|厂|队|场|园|公司|政府|中心|大学|区))(?=[\u4e00-\u9fff]))/u.exec(
		text
	)?.[0];
}

/** Verbs that follow a subject and hardly ever open a clause. */
const ACTS = /^(?:主持|出席|听取|利用|采取|提出|计划|发放|拥有|获|荣|位于|始建|选|派|接收|配套|申报|捐)/u;

/** Verbs that count something; elsewhere they are as often nouns. */
const DEED =
	/^(?:采取|单列|列支|申报|推荐|下拨|配套|捐助|捐建|援建|让利|展示|采纳|实施|授牌|挂牌|审批|审核|登记|报送|上报|移送|查处|立案|办结|侦破|收治|接诊|接待|改造|新增|净增|减免|退税|引进|竣工|开工|通车|生产|销售|出口|进口|绿化|造林|播种|探索|推树|投资(?=\d)|促成|提出|[将把](?=[^，]{2,}(?:列入|列为|纳入|作为|划入|交|送|评)))/u;

/** Whether a clause opens with what is done, whoever does it. */
export const isDeed = remembered(opensWithDeed);

function opensWithDeed(text: string): boolean {
	const plain = text.replace(
		/^(?:要|必须|应当?|依法|依规|有效|主动|着力|着重|持续|深刻|广泛|扎实|全面|大力|不断|继续|重点|高标准|常态化|一体|连续|先后|相继|陆续|每年|累计|共|还|又|并)+/u,
		''
	);
	const verb = openingVerb(plain) ?? openingVerb(text) ?? DEED.exec(plain)?.[0];
	// 参与率97% counts, it does not take part.
	return (
		verb !== undefined &&
		!/^从业/u.test(plain) &&
		!/^(?:[率度数量者人额值比]|单位|部门|机构)/u.test(plain.slice(verb.length))
	);
}
