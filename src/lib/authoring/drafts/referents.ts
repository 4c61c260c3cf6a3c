import { remembered } from '#lib/base/remember.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';

/** Numerals, dashes and labels a sentence of a list begins with. */
export function withoutMark(sentence: string): string {
	return sentence
		.replace(/^[\s■□●◆▲★*·•]+/u, '')
		.replace(/^(?:——|--|—)+/u, '')
		.replace(/^【[^】]{1,8}】/u, '')
		.replace(/^[^，。、；“《\d]{2,16}——(?=.{20})/u, '')
		.replace(
			/^(?:第[一二三四五六七八九十百零\d]{1,5}条\s*|[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十]{1,2}[，、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑩])[，、]?/u,
			''
		)
		.trim();
}

/** Words that only tie a sentence to the one before it, and “so far”, which the frame dates. */
export function withoutConnective(text: string): string {
	return text.replace(
		/^(?:(?:与此同时|同时|此外|另外|再者|并且|而且|据统计|初步核算|经初步核算|据初步统计|据测算|据不完全统计|据了解|据悉|据介绍|数据显示|统计显示|截至目前|截止目前|到目前为止|目前|一方面|另一方面|总的来看|值得关注的是|值得一提的是)[，：]?|(?:并|还|也)(?=[\u4e00-\u9fff]))+/u,
		''
	);
}

/** A sentence without mark and connective, as its facts are asked for one after the other. */
export const opened = remembered((sentence) => withoutConnective(withoutMark(sentence)), 16);

/** Words that say “so far”, where a stretch opens with them. */
export function withoutSoFar(text: string): string {
	return text.replace(
		/^(?:截[至止](?:目前|现在)|到目前为止|目前|现在|现(?=有|已|共)|近年来|近期|[今去]年以来)[，]?/u,
		''
	);
}

const LOST_OPENING =
	/^(?:这|那|该|其|此|他|她|它|双方|两者|二者|会上|会议|会后|活动|上述|前者|后者|如下|以上|以下|期间|随后|当时|对此|为此|因此|由此|从而|于是|所以|但|然而|而|则|否则|不仅|不但|虽然|尽管|如果|只有|只要|无论|不论|大家|同志们|各位|专班|现场|作品|仪式|培训班|座谈会|比赛|大赛|赛事|论坛|讲座|大会(?!堂)|行动计划|行动(?!员)|工程|项目|资金来源|出席活动|与会|参会|参训)/u;
const LOST_WITHIN =
	/(?:^|[，；、：])(?:这|该|其中|其|此|他|她|它|他们|她们|它们|双方|上述|前者|后者|会上|期间|随后)|我们|本[报刊文院校社市省县州区部局厅厂公司单位]|我[省市县州区局厅院校厂公司单]|该[项市县州省厂院校公司单位区局]|这[些次个种项一]|此[次项类]|本次|上述|同日|前文|下文|如[上下][所图表]|笔者|记者/u;
const RELATIVE_TIME =
	/当月|今年|去年|明年|前年|本月|上月|下月|上周|本周|近日|日前|近期|不久前|当天|当日|当年|次日|翌日|昨[天日]|今[天日]|明天|目前|当前|现在|现阶段|如今|刚才|近年来|上年|一年来|[几两三五十]年来|[半全]年|上半年|下半年|至今|此前|去冬|今[春夏秋冬]|下一步|接下来|同比|环比|(?<![\u4e00-\u9fff”])活动期间|节日期间|两节期间/u;

/** Whether a stretch of text points at something that stands outside it: a pronoun, 会上, 今年. */
export function isLost(text: string, dated = /\d{4}年/u.test(text)): boolean {
	const relative = dated ? text.replace(/同比|环比|上年(?:同期)?|上半年|下半年|[半全]年|当年/gu, '') : text;
	if (/不仅|不但/u.test(text) && !/而且|还|也|更/u.test(text)) return true;
	return LOST_OPENING.test(text.replace(DATED, '')) || LOST_WITHIN.test(text) || RELATIVE_TIME.test(relative);
}

/** A time a sentence opens with. */
const DATED =
	/^(?:截至|截止|自|从)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[底初末前后来以]{0,2})，(?=.)/u;

/** The long name behind a bare 大会 or 行动, when a heading above gives it. */
export function withFullName(text: string, headings: readonly string[]): string {
	const bare =
		/^(?:大会|论坛|招聘会|行动计划|行动|大赛|竞赛|座谈会|研讨会|活动|仪式|培训班|研讨班|会议|项目|工程)(?=[\u4e00-\u9fff])/u.exec(
			text
		)?.[0];
	if (bare === undefined) return text;
	const name = headings
		.map((heading) => nameEnding(heading, bare)?.replace(/^.*(?:开展|举行|举办|启动|召开|组织)(?=.{4})/u, ''))
		.find((found) => found !== undefined);
	return name === undefined ? text : name + text.slice(bare.length);
}

/** The one name in a heading that ends with a word: 首届…大会 in 首届…大会举办. */
function nameEnding(heading: string, word: string): string | undefined {
	const names = [
		...heading.replace(/\s/gu, '').matchAll(new RegExp(`[\\u4e00-\\u9fff“”\\d·]{3,24}${word}`, 'gu'))
	].map(([name]) => name);
	const [name] = names;
	const isName = names.length === 1 && name !== undefined && balanced(name);
	return isName && !/^(?:举行|举办|召开|开展|参加|关于|在|的)/u.test(name) ? name : undefined;
}

/**
 * Whether a stretch breaks off before it says anything: 按照…的标准 or 在…会上 want a clause to follow.
 */
export function isOpenEnded(text: string): boolean {
	const last = text.split(/[，；]/u).at(-1) ?? '';
	return (
		/(?:以|按照?|根据|依据|在|对|通过|本着|随着|自|当|为|从|面对|经过|经)[^，]*(?:标准|高分|原则|方式|要求|基础上|背景下|过程中|情况|情况下|前提下|同时|之际|以来|期间|名义|速度|思路|形式|[^早午晚当同及准]时|[之以]?后|中|[^早晚以网线]上|[^线以]下|里|契机|抓手|目标|重点|主题|载体|主线|牵引|牵头|引领|依托|努力)$/u.test(
			last
		) && !/[了到达]$/u.test(last)
	);
}

/** Whether every quotation mark and bracket that opens also closes. */
export function balanced(text: string): boolean {
	let [double, single, title, wide, narrow] = [0, 0, 0, 0, 0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Ideographs: nine in ten.
		if (code >= 0x4e00 && code <= 0x9fff) continue;
		if (code === 0x201c) double++;
		else if (code === 0x201d) double--;
		else if (code === 0x300a) title++;
		else if (code === 0x300b) title--;
		else if (code === 0xff08) wide++;
		else if (code === 0xff09) wide--;
		else if (code === 0x2018) single++;
		else if (code === 0x2019) single--;
		else if (code === 0x28) narrow++;
		else if (code === 0x29) narrow--;
	}
	return double === 0 && single === 0 && title === 0 && wide === 0 && narrow === 0;
}

/** Whether a fact stands among political formulations, or in a text that is one. */
export function isDelicate(fact: Fact, place: Place): boolean {
	return isSensitive(fact.sentence) || isSensitive(place.article.title);
}

/** Political formulations, laws' wording and leaders' words: never changed into something false. */
export function isSensitive(sentence: string): boolean {
	return /自信|意识形态|习近平|总书记|党中央|中共中央|中央委员会|全会|宪法|马克思主义|主义思想|核心|[两四]个[意自维确]|指出|强调|指示|批示|讲话精神|法》|条例》|决议|中国式现代化|复兴|政治|敌对|疫情/u.test(
		sentence
	);
}
