import type { Question } from '#lib/question/question.ts';
import { pointAt, pointTo, unquoted, visibleTexts, type Complaint, type ItemRule } from './finding.ts';

/** Words that only make sense after something else was said. */
const LOST_OPENING =
	/^(?:这[些个次项一是种]|这，|那[些个次项种]|该(?!不该)|其(?!他|余|实|次)|此(?!外|次地震)|[他她它]们|[他她它](?=[在是于对将的和与曾])|双方|两者|二者|会上|会后|期间|随后|上述|前述|前者|后者|如[上下]|以上|我[县州市省局]|我们(?!党)|本[文刊报局厅省市县州届次]|[上下]文|文[中章]|材料中)/u;
/** An event without its name: 会议通过了…, 活动以…为主题. */
const BARE_EVENT =
	/^(?:会议|全会|活动|专班|大会(?!堂)|仪式|培训班|座谈会|研讨会|论坛|比赛|大赛|赛事|调研组|工作组)(?=强调|指出|要求|认为|决定|提出|通过|审议|表决|听取|选举|由|共|在|于|为期|期间|中|以|现场|上|吸引|历时|邀请|举行|举办|召开|开幕|设|对|就|将|是|的主题|的目的)/u;
const LOST_WITHIN =
	/上述|前述|会上(?![传线])|我[县州市省](?!人)|本[文刊报]|笔者|记者(?=获悉|了解|看到|从)|如[上下][图表所]|[上下]文|文中|材料中|本(?:法|条例|办法|规定|细则|章程)(?=[自由的所规，第])/u;
/** 该馆, 这一行动, 此次会议: resolved when the thing stands before them. */
const POINTING =
	/(?:该|此次|本次|这[些个次项种一])(?<thing>[项市县州省厂院校区局馆村镇乡法案组会社]|公司|单位|企业|办法|条例|行动|活动|会议|工程|项目|论坛|大赛|机制|平台|站点|中心|制度|计划)/gu;
const ITS = /^(?:其中|其(?!他|余|实|次))/u;

const LOST_OPENING_EN =
	/^(?:They|It(?! (?:is|was) (?:in|on|at|the|\d))|He|She|This|These|Those|Its|Their|His|Her|Such|We|Our|The (?:former|latter|above|aforementioned|following (?:year|day|month)))\b/u;
const LOST_WITHIN_EN =
	/\b(?:the (?:passage|text|excerpt|paragraph)(?: above)?|mentioned (?:above|earlier)|as (?:above|described above)|the (?:former|latter|aforementioned|above)|our (?:city|county|company|country|town|organi[sz]ation|union)|the author)\b/iu;
const LOST_SUBJECT_EN =
	/^(?:(?:What|Which|Who|When|Where|Why|How)(?: (?:many|much|long|far|often))?(?: [a-z]+){0,3}? (?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)) (?:it|he|she|they|this|these|those|we)\b/iu;
const BARE_EVENT_EN =
	/\bthe (?:meeting|conference|event|ceremony|session|activity|participants|attendees|delegates|project|programme|initiative|campaign|report)\b(?! (?:of|held|in|on|at|between|that|which|who|hall|room|for|to|convened|called|from|with))/iu;

const THE_YEAR_SAID =
	/今年|去年|明年|前年|今[春夏秋冬]|去冬|近日|日前|不久前|[上下本]周(?![期岁年])|[上下本]月(?![亮饼])|本季度|刚才|[昨今明][天日](?!报)|\b(?:this (?:year|month|week|quarter|summer|spring|autumn|winter)|(?:last|next) (?:year|month|week|quarter|summer|spring|autumn|winter)|recently|yesterday|today|tomorrow|nowadays)\b/iu;
/** Resolved by a year or a date that the stem gives. */
const A_YEAR_NEEDED =
	/目前|当前|现在|如今|现阶段|近期|最近|近年来|近[一两几三五十\d]+年|过去[一两几三五十\d]+年|这几年|至今|迄今|此前|上年|当年|同年|次年|当[天日]|同日|次日|[上下]半年|\b(?:currently|at present|so far|to date|in recent years|that year|the (?:previous|following|same) year)\b/iu;
const DATED = /\d{4}\s*年|[一二]〇[〇一二三四五六七八九]{2}年|\d+月|\b(?:1[89]|20)\d{2}\b/u;
/** A time or a place in the document that a stem may open with. */
const OPENING_TIME =
	/^(?:(?:截至|自|从)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[底初末前后来以]{0,2})[，,])(?=.)/u;

/** Whether a stem can be understood alone, now and in ten years. */
export const REFERENT_RULES: readonly ItemRule[] = [
	{
		name: 'lost-referent',
		severity: 'error',
		// The passage that a group shares may be what the stem points at.
		check: (question) => (question.group === undefined ? lostReferent(question) : [])
	},
	{ name: 'relative-time', severity: 'error', check: relativeTime }
];

function lostReferent({ stem }: Question): Complaint[] {
	const text = unquoted(stem);
	const skipped = OPENING_TIME.exec(text)?.[0].length ?? 0;
	const opening = text.slice(skipped);
	for (const pattern of [LOST_OPENING, BARE_EVENT, LOST_OPENING_EN]) {
		const match = pattern.exec(opening);
		if (!match) continue;
		match.index += skipped;
		return [pointTo('stem', match)];
	}
	// 《…》 before 本法 or 文中 says which.
	const within = LOST_WITHIN.exec(text);
	if (within && !(/^(?:本[法条办规细章]|文中)/u.test(within[0]) && text.slice(0, within.index).includes('◯')))
		return [pointTo('stem', within)];
	for (const match of text.matchAll(POINTING)) {
		const thing = match.groups?.thing ?? '';
		if (!stem.slice(0, match.index).includes(thing)) return [pointTo('stem', match)];
	}
	const clause = /[，；：]/u.exec(opening);
	if (clause && clause.index < 4) {
		const its = ITS.exec(opening.slice(clause.index + 1));
		if (its) {
			its.index += skipped + clause.index + 1;
			return [pointTo('stem', its)];
		}
	}
	return lostInEnglish(stem, text);
}

function lostInEnglish(stem: string, text: string): Complaint[] {
	if (/\p{Script=Han}/u.test(stem)) return [];
	const plain = LOST_SUBJECT_EN.exec(text) ?? LOST_WITHIN_EN.exec(text);
	if (plain) return [pointTo('stem', plain)];
	const event = BARE_EVENT_EN.exec(text);
	// A name or a quotation before it says which.
	return event && !/\s[A-Z][a-z]|◯|\d{4}/u.test(text.slice(0, event.index)) ? [pointTo('stem', event)] : [];
}

function relativeTime(question: Question): Complaint[] {
	const isDated = DATED.test(question.stem);
	return visibleTexts(question).flatMap(({ where, text }) => {
		const plain = unquoted(text);
		const found = pointAt(where, plain, THE_YEAR_SAID);
		return found.length > 0 || isDated || where !== 'stem' ? found : pointAt(where, plain, A_YEAR_NEEDED);
	});
}
