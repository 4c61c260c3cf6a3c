import type { Place } from '../place.ts';
import { actorOf } from './actors.ts';
import { bare } from './clauses.ts';
import type { Draft } from './draft.ts';
import { isOpenEnded } from './referents.ts';
import { isLegal } from './rules.ts';
import { isDeed, scopeOf, subjectOf } from './subject.ts';
import { endsInVerb } from './verbs.ts';

/** Why a draft is not made after all. */
export type GateFault =
	| 'remnant'
	| 'no-main-clause'
	| 'runs-on'
	| 'frozen-words'
	| 'lost-referent'
	| 'no-actor'
	| 'no-time'
	| 'odd-measure'
	| 'odd-order'
	| 'torn-answer'
	| 'few-options'
	| 'table-row';

/**
 * The last look at a draft, whatever it was made from; closest where it is Chinese. What its stem says must
 * stand alone, with somebody who acts, a time where deeds are counted, and a main clause. Undefined where
 * nothing is wrong.
 */
export function gateFault(draft: Draft, place: Place): GateFault | undefined {
	// A row without its head says nothing of what its columns are.
	if (/[\t│┃|]/u.test(draft.stem)) return 'table-row';
	if (place.document.language !== 'zh') return undefined;
	const told = withoutFrame(draft.stem);
	const asksPart = /^(?:“[^”]*”部分)?(?:提出|讲到?)了/u.test(told);
	if (!isLegal(place) && REMNANT.test(told)) return 'remnant';
	if (!asksPart && hasNoMain(told)) return 'no-main-clause';
	if (/？(?!请)./u.test(told)) return 'runs-on';
	if (FROZEN.test(told)) return 'frozen-words';
	if (pointsOutside(told)) return 'lost-referent';
	if (
		/多少次[\u4e00-\u9fff]{0,3}(?:职工|群众|劳模|学生|人员)|多少个(?:人|职工|群众|学生|干部)(?!才|行|口)/u.test(
			told
		)
	)
		return 'odd-measure';
	if (!isLegal(place) && asksBehindNoun(told)) return 'odd-order';
	if (isCounted(draft, told)) {
		if (isNobodys(told, place)) return 'no-actor';
		if (isTimeless(draft.stem, told, place)) return 'no-time';
	}
	if ('options' in draft && draft.type === 'single-choice' && draft.options.length < 3) return 'few-options';
	return isTornAnswer(draft) ? 'torn-answer' : undefined;
}

/** The stem without the text or part it names. */
function withoutFrame(stem: string): string {
	return stem
		.replace(/^据?《[^》]*》(?:“[^”]*”部分)?，?/u, '')
		.replace(/^(?:在|关于)“[^”]*”(?:方面|部分)?，/u, '');
}

/** Words that tie a stretch to something in front of it, which is not there. */
const REMNANT =
	/^(?:到(?!\d{4}年|“十)|并(?!网|购|轨)|还(?!款|贷|原)|又|也(?!门)|从而|其中|同时|此外|另外|特别是|尤其是|因而|进而|因此|但|则|而(?!立)|以及|和(?!谐|平|田|睦)|与(?!会)|及(?![时格])|等(?![级待候])|的(?!确)|了(?!解)|着(?![力眼重手])|是(?!否)|就(?!业|医|地|近|餐)|达到|直至|成为|包括|分别(?!以|把|由)|通过(?![^，]*，)|对于(?![^，]*的，))/u;

/** 以…为抓手？, 围绕…哪些任务？: nothing is done yet. */
function hasNoMain(told: string): boolean {
	const plain = told.replace(/请写出.*$/u, '').replace(/[？。]$/u, '');
	const clauses = plain.split(/[，；]/u);
	const last = clauses.at(-1) ?? '';
	if (
		clauses.length === 1 &&
		/^(?:要|应当?)?(?:紧紧|重点|着力)?(?:围绕|针对|按照|根据|依据|立足|面对|随着)/u.test(last)
	)
		return !/(?:展开|进行|开展|推进|提出|实施|组织|制定|确定|出台|作出|建立|完善|印发)/u.test(last.slice(4));
	return (
		isOpenEnded(plain.replace(/(?:哪|什么|多少)[\u4e00-\u9fff]*$/u, '')) ||
		/(?:^|，)(?:以|按照?|根据|围绕|针对|通过|对于|关于)$/u.test(last)
	);
}

/** 三座大山 and their like have a number that nobody counts; 这多少 asks in the middle of a word. */
const FROZEN =
	/[这那各每]多少[个名项座]?|多少座大山|一多少|第多少[个名项]|多少多少|哪[些项个].{0,4}[这那][些个]/u;

/** A thing spoken of as known, though nothing in the stem makes it known. */
function pointsOutside(told: string): boolean {
	if (
		/(?:^|，)[\u4e00-\u9fff]{0,3}(?:确定|提出|部署|规定|明确|安排)的(?:多少|[一二两三四五六七八九十\d]+)/u.test(
			told
		)
	)
		return true;
	if (
		/^(?:招聘会|专项(?:行动|工作|活动|整治)|实施方案|指导意见|行动方案|工作方案|(?:该|此)[\u4e00-\u9fff])(?!“)/u.test(
			told
		)
	)
		return true;
	if (/和花费费用|为[^，]{4,24}(?<!包括[^，]*)在内的/u.test(told)) return true;
	if (/贯穿其中|对其(?![他余实次])|为此|上述|前述|如[上下]所/u.test(told)) return true;
	const meeting = /(?:出席|主持|参加)(?:了)?(?:会议|活动|仪式)/u.exec(told);
	return (
		meeting !== null &&
		!/(?:会议|座谈会|研讨会|大会|论坛|例会|活动|仪式|典礼|[^机社]会)/u.test(
			told.slice(0, meeting.index).replace(/[总工]会/gu, '')
		)
	);
}

/** Whether a figure is what it is about. */
function isCounted(draft: Draft, told: string): boolean {
	return draft.type === 'numeric' || /多少/u.test(told) || (draft.type === 'true-false' && /\d/u.test(told));
}

/** Deeds that somebody must have done for a count of them to mean anything. */
const SPENT =
	/^(?:共|累计|已|先后|及时|多方|积极)*(?:投入|筹措|筹集|落实|拨付|下拨|列支|安排|发放|投资|支出|争取|募集|举办|组织|开展|慰问|走访|看望|资助|救助|新建|建成|培训|选派|下派|新增|指导|协调|申报|打造|完成|帮助|办理|化解|调解)/u;

/** A deed with neither a subject in the stem, nor one in the title, nor a year that holds it. */
function isNobodys(told: string, place: Place): boolean {
	const clauses = told.split(/[，；]/u).map(bare);
	const own = clauses.find((clause) => /多少|\d/u.test(clause)) ?? clauses[0] ?? '';
	// 投入专项保障经费多少元？: what for, nobody can tell.
	if (
		/(?:投入|安排|拨付|下拨|落实)专项[\u4e00-\u9fff]{0,4}(?:经费|资金)(?:多少|\d)[^，]*[。？]$/u.test(told) &&
		!/，|支持|用于|为/u.test(told.replace(/^\d{4}年，/u, ''))
	)
		return true;
	const isDone = SPENT.test(own) || isDeed(own);
	const hasOne = clauses.some((clause) => subjectOf(clause) !== undefined || scopeOf(clause) !== undefined);
	const isOpen = told.startsWith('由') || (!isDeed(clauses[0] ?? '') && !SPENT.test(clauses[0] ?? ''));
	return isDone && !hasOne && !isOpen && actorOf(place) === undefined && !/\d{4}年/u.test(told);
}

/** 完善工资下列哪些机制？, 加强哪四个方面？: a question word belongs behind the verb, an aspect to something. */
function asksBehindNoun(told: string): boolean {
	const before = /(?:^|[，。])(?<before>[^，。]{3,})下列哪些/u.exec(told)?.groups?.before;
	if (before !== undefined && !/[了的在对从为到出过于有是由向把将]$/u.test(before) && !endsInVerb(before))
		return true;
	return /(?:加强|深化|推进|推动|完善|提高|增强|落实)哪[两二三四五六七八]个方面？/u.test(told);
}

/** Counted over time, in a text whose title is not known and that names no year here. */
function isTimeless(stem: string, told: string, place: Place): boolean {
	if (/(?:^|，)[\d一二三四五]+年[间来]，/u.test(told) && !/\d{4}年/u.test(told)) return true;
	if (!/^(?:在|关于)“/u.test(stem) || /\d{4}年|“?十[一二三四]五/u.test(told)) return false;
	const isOver = /累计|全年|共(?!同|建|享)|新增|投入|筹|拨|举办|发放|培训|慰问|选树|达多少/u.test(told);
	const isStanding = /每年|每人|不少于|不低于|应当?|不得|规定/u.test(told);
	return isOver && !isStanding && !/\d{4}年/u.test(place.headings.join(''));
}

/** 发挥作用发挥: a slip of the text that nobody would repeat. */
function isTornAnswer(draft: Draft): boolean {
	if (draft.type !== 'short-answer' && draft.type !== 'fill-in') return false;
	const answer = typeof draft.key === 'string' ? draft.key : draft.key.flat().join('；');
	return /(?:^|[；）])(?<word>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}\k<word>(?:[；。]|$)/u.test(answer);
}
