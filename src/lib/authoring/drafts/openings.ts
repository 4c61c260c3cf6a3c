import { hasSubject, isDeed, scopeOf, subjectOf } from './subject.ts';
import { balanced, isLost, isOpenEnded, opened, withoutSoFar } from './referents.ts';
import { bare, contentOf, TIME_ONLY, withoutListed, type Clause } from './clauses.ts';

/** Where a stretch may begin, and what of the earlier words it takes along. */
export interface Opening {
	lead: string;
	start: number;
}

/**
 * Ways to open a question about the figure at `at`, the best first: its clause with the subject, scope or
 * head that stand in the clauses before it.
 * @param own the place of the figure's clause in `clauses`
 * @param since where its statement begins: behind the last ；
 * @param before the sentence before, for one that opens with 其中
 * @param isTold what the figure is for stands behind it
 */
export function openingsOf(
	clauses: readonly Clause[],
	{
		own,
		since,
		at,
		before,
		isTold
	}: { own: number; since: number; at: number; before: string | undefined; isTold: boolean }
): Opening[] {
	const piece = clauses[own];
	if (!piece) return [];
	const earlier = clauses.slice(since, own);
	const part = [...earlier, piece].findLastIndex(({ text }) => /^其中/u.test(text));
	if (part >= 0) return partOpenings([...earlier, piece], part, before);
	const { start } = piece;
	const last = earlier.at(-1);
	if (at === start && last && !isDeed(bare(piece.text.replace(/^\d[\d.]*[万亿余多]*/u, '')))) {
		// 列出3项任务，12项做法: the verb stands with the figure before.
		const verb = /^(?<lead>[^\d，]{2,24}?)\d/u.exec(last.text)?.groups?.lead;
		if (verb !== undefined && isDeed(bare(verb))) return [{ lead: verb, start }];
	}
	const clause = bare(piece.text);
	const isDone = isDeed(clause);
	if (piece.mark === '、' && !isDone) {
		// 评出市级能手120名、县级能手800名: the verb stands with the first item.
		const row = earlier.findLast(({ mark }) => mark !== '、');
		const subject = row && isDeed(bare(row.text)) ? subjectBefore(earlier) : undefined;
		const plan = row && !/\d{4}年/u.test(row.text) ? planBefore(earlier, row) : undefined;
		const whose = plan === undefined ? (subject ?? '') : `${plan}，${subject ?? ''}`;
		return row ? [{ lead: whose, start: row.start }] : [];
	}
	// What a row began with decides what its bare measures are of.
	const first = clauses.slice(since, own).find(({ text }) => bare(text) !== '') ?? piece;
	const hangs = !isDone && subjectOf(clause) === undefined;
	if (hangs && since > 0 && first === piece && scopeOf(clause) === undefined) return [];
	if (hangs && first !== piece && /^(?:该|此|其|本[次项])|当[天日]|现场/u.test(bare(first.text))) return [];
	return clauseOpenings(earlier, { clause, isDone, start, isBare: at === start, isTold });
}

function clauseOpenings(
	earlier: readonly Clause[],
	{
		clause,
		isDone,
		start,
		isBare,
		isTold
	}: { clause: string; isDone: boolean; start: number; isBare: boolean; isTold: boolean }
): Opening[] {
	const mine = subjectOf(clause) ?? (hasSubject(clause) ? '' : undefined);
	const subject = mine === undefined && isDone ? subjectBefore(earlier) : undefined;
	const scope = isDone ? undefined : scopeOf(bare(earlier[0]?.text ?? ''));
	const occasion = earlier.map(({ text }) => withoutSoFar(text)).findLast((text) => OCCASION.test(text));
	const when = occasion === undefined ? '' : `${occasion}，`;
	const lead = when + (subject ?? '') + (scopeOf(clause) === undefined ? (scope ?? '') : '');
	const last = earlier.at(-1);
	// 对优秀读者的评选，须有3篇以上书评: what must be so is said of the clause before.
	if (last && mine === undefined && /^(?:须|需要?|不得|至少)/u.test(clause))
		return isOpenEnded(last.text) ? [] : [{ lead: `${last.text}，`, start }];
	// “小巨人”企业研发人员占比约25%，平均强度超7%: an average is of those before it.
	if (last && mine === undefined && /^(?:平均|[人户年]均)/u.test(clause))
		return /\d/u.test(last.text) ? [{ lead: `${last.text}，`, start }] : [];
	// 落实资金20万元: nothing but money, which went where the clause before tells.
	if (
		last &&
		last.mark !== '、' &&
		!isTold &&
		contentOf(clause) <= 2 &&
		mine === undefined &&
		balanced(last.text)
	) {
		const whole = wholeBefore(earlier, last);
		if (!isOpenEnded(last.text) && !NO_HEAD.test(bare(last.text))) return [{ lead: `${whole}，`, start }];
	}
	// What was reached, and by how much more than before, belongs to the clause before it.
	if (last && last.mark !== '、' && FOLLOWS.test(clause)) {
		const whole = wholeBefore(earlier, last);
		// 495项成果签订意向书: where, the clause before that says.
		const occasionOf = /^有?\d/u.test(whole) ? earlier.at(-2)?.text : undefined;
		const place = occasionOf === undefined || !isToldFirst(occasionOf) ? '' : `${occasionOf}，`;
		return [
			...(place === '' ? [] : [{ lead: `${place}${whole}，`, start }]),
			{ lead: `${whole}，`, start },
			{ lead: '', start: earlier[0]?.start ?? start }
		];
	}
	// A short clause (成功率82.84%) is one of what a clause before it tells.
	const isShort =
		!isTold && (isBare || contentOf(withoutListed(clause).replace(mine ?? '', '')) < SAYS_ENOUGH);
	const head = isShort ? headOf(earlier, { subject: mine ?? subject, isDone, scope }) : undefined;
	const found: Opening[] = [];
	if (head !== undefined) {
		const isOwn = subject !== undefined && head.startsWith(subject);
		const who = isOwn ? '' : lead.slice(when.length);
		// 大会 wants its full name, which stands in front.
		found.push({ lead: EVENT.test(who) ? `${when}${who}${head}，` : `${when}${head}，${who}`, start });
	}
	const isOfItsOwn = !isShort || earlier.length === 0 || mine !== undefined || lead !== '';
	if (isOfItsOwn) found.push({ lead, start });
	if (isOfItsOwn && when !== '') found.push({ lead: lead.slice(when.length), start });
	for (const one of [...earlier].reverse())
		if (one.mark !== '、' && (one === earlier[0] || subjectOf(bare(one.text)) !== undefined))
			found.push({ lead: '', start: one.start });
	return found;
}

/** The clause before with who did it; a bare measure (年收入1亿元) is of those the row began with. */
function wholeBefore(earlier: readonly Clause[], last: Clause): string {
	if (isDeed(bare(last.text))) return (subjectBefore(earlier) ?? '') + bare(last.text);
	const isBare = subjectOf(bare(last.text)) === undefined && scopeOf(bare(last.text)) === undefined;
	const owner = earlier.findLast(({ text }) => subjectOf(bare(text)) !== undefined);
	return isBare && owner && /\d/u.test(last.text) && !/\d{4}年/u.test(last.text)
		? bare(owner.text)
		: last.text;
}

/** 实施2022年互助计划，全省参加单位…: without the plan of that year nobody knows when. */
function planBefore(earlier: readonly Clause[], row: Clause): string | undefined {
	const { text = '' } = earlier.slice(0, earlier.indexOf(row)).findLast(({ mark }) => mark !== '、') ?? {};
	return /.\d{4}年度?[^\d，]/u.test(text) && isToldFirst(text) && !NO_HEAD.test(text) ? text : undefined;
}

/** Whether a clause can stand in front as the occasion of the next one. */
function isToldFirst(text: string): boolean {
	return text.length <= LONGEST_HEAD && balanced(text) && !isOpenEnded(text) && !TIME_ONLY.test(text);
}

/** What a text calls by its last word once it has named it. */
const EVENT = /^(?:大会|论坛|大赛|竞赛|招聘会|活动)(?=[\u4e00-\u9fff]{2}|$)/u;

/** When something was counted, where a clause of its own says so. */
const OCCASION = /^[^，]{2,18}(?:期间|以来)$|^\d{1,2}年[间来]$/u;

/** Verbs whose subject is what the clause before brought about, and comparisons with it. */
const FOLLOWS =
	/^(?:共?(?:遍布|覆盖|涉及|惠及|受众|受益|受教|受训|参训|占)|(?:同比|环比|比上年|较上年|较去年|比去年|增幅)|(?:增长|下降|增加|减少)(?=\d))/u;
/** From so many words on a clause says by itself what is counted. */
const SAYS_ENOUGH = 14;
/** A longer clause is too much to take along. */
const LONGEST_HEAD = 36;
/** What a clause cannot tell another one about: whereto, according to what, in what spirit. */
const NO_HEAD =
	/^(?:为|以|按照?|根据|通过|在(?!线)|坚持|聚焦|紧盯|围绕|充分发挥|深入贯彻|贯彻|落实[^\d]*(?:精神|要求)|认真履行|关心关爱|摸清|下达|指导|研究制定|“[^”]*[，。！])|精神|思想|重要论述|决策部署|新时代/u;

/** The clause that says what a short one is about: what somebody set out to do, or what was done just before. */
function headOf(
	earlier: readonly Clause[],
	{ subject, isDone, scope }: { subject: string | undefined; isDone: boolean; scope: string | undefined }
): string | undefined {
	const fit = earlier
		.filter(({ mark }) => mark !== '、')
		.map(({ text }) => withoutSoFar(text))
		.filter(
			(text) =>
				text.length <= LONGEST_HEAD &&
				contentOf(text) >= 5 &&
				balanced(text) &&
				!TIME_ONLY.test(text) &&
				!isOpenEnded(text) &&
				!NO_HEAD.test(text)
		);
	// Behind a purpose (为改善…，保障…) what was done begins with its subject.
	const first = earlier[0]?.text ?? '';
	const plain =
		/^(?:为|在|按照?|根据)/u.test(first) && subject !== undefined
			? []
			: fit.filter((text) => !/\d/u.test(text.replace(/\d{4}年度?/gu, '')));
	const last = earlier.at(-1);
	if (
		!isDone &&
		subject === undefined &&
		scope === undefined &&
		last &&
		/\d/u.test(last.text) &&
		last.mark !== '、'
	) {
		// 提供座位120个，书架30组: a measure goes with the figure before it.
		const told = isDeed(bare(last.text)) ? (subjectBefore(earlier) ?? '') + bare(last.text) : last.text;
		if (fit.includes(withoutSoFar(last.text)) && (hasSubject(bare(last.text)) || isDeed(bare(last.text))))
			return told;
	}
	// A subject of its own sums up what the sentence began with.
	const found = subject !== undefined && !plain.at(-1)?.startsWith(subject) ? plain[0] : plain.at(-1);
	if (found !== undefined || subject !== undefined || scope !== undefined)
		// 实施2022年互助计划，全省参加单位5314家: without the year nobody knows when.
		return found ?? plain.find((text) => /\d{4}年/u.test(text));
	return isDone ? fit.at(-1) : fit[0];
}

/** The subject of the last clause that has one; a bare 大会 is given its full name later. */
function subjectBefore(earlier: readonly Clause[]): string | undefined {
	return earlier
		.map(
			({ text }) =>
				subjectOf(bare(text)) ??
				/^(?:大会|论坛|大赛|竞赛|招聘会|活动)(?=[\u4e00-\u9fff]{2})/u.exec(bare(text))?.[0]
		)
		.findLast((found) => found !== undefined);
}

/** 共投入4.56万元，其中市总工会2.28万元: the whole is named with its part. */
function partOpenings(pieces: readonly Clause[], part: number, before: string | undefined): Opening[] {
	const own = pieces.at(-1);
	const first = pieces[part];
	if (!own || !first) return [];
	const behind = pieces.slice(part + 1);
	// 其中，2020年，…: the year makes it a statement of its own; what was done besides is no part.
	if (behind.some(({ text }) => text !== '' && TIME_ONLY.test(text))) return [{ lead: '', start: own.start }];
	if (behind.some(({ text }) => isDeed(bare(text)) || text.startsWith('同时'))) return [];
	const whole =
		part > 0 ? pieces[part - 1]?.text : withoutSoFar(opened(before ?? '')).replace(/[。；]$/u, '');
	if (whole === undefined || whole === '' || whole.length > 44 || isLost(whole)) return [];
	const skipped = /^其中[，：:]?/u.exec(own.text)?.[0].length ?? 0;
	return [{ lead: `${whole}，其中`, start: own.start + skipped }];
}
