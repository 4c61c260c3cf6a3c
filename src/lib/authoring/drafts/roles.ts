import type { Random } from '#lib/base/random.ts';
import { shuffled } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import { quotedSpans } from '#lib/document/facts/mention.ts';
import { openingVerb } from '#lib/document/facts/words.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';
import type { Peers } from '../peers.ts';
import type { Place } from '../place.ts';
import { carrierOf, type Carrier } from './carrier.ts';
import { chooseDistractors, mixOptions } from './choices.ts';
import { withNextClause } from './completion.ts';
import { explain, type Draft } from './draft.ts';
import { frameAlways } from './frame.ts';
import { phrasesFor } from './phrases.ts';
import { balanced, isLost, isSensitive } from './referents.ts';

/** What is given which part: 以甲为重点, 把甲作为首要任务. */
export interface Role {
	/** The words as they stand: 以甲为重点. */
	shown: string;
	/** 甲 */
	what: string;
	/** 重点 */
	as: string;
	form: '以' | '把';
	/** The clause behind it, which says what is done with 甲. */
	deed: string;
}

const PARTS =
	'重点|抓手|契机|主线|统领|牵引|引领|导向|保障|基础|主体|目标|宗旨|载体|平台|标杆|榜样|关键|基本形式|主要内容|动力|依托|支撑|突破口|着力点|切入点|出发点和落脚点|出发点|落脚点|根本|中心|手段|核心内容|主攻方向|首要任务|纽带|阵地|媒介|题材';
const WITH = new RegExp(
	`以(?<what>[^，。；：以]{2,28}?)为(?<as>(?:重要|主要|根本|有力|关键)?(?:${PARTS}))(?=的[\\u4e00-\\u9fff]{2,}|[，。；]|$)`,
	'gu'
);
const TAKEN =
	/(?:把|将)(?<what>[^，。；：把将]{4,30}?)(?:作为|列为|确定为)(?<as>[^，。；：]{4,28})(?=[，。；]|$)/gu;

/** Longer than this nobody hits an answer letter by letter. */
const MOST_BLANK = 6;

/** Every part a sentence gives to something. */
export function rolesIn(sentence: string): Role[] {
	const roles: Role[] = [];
	if (!/以[^，。；：]*为|[把将][^，。；：]*[作列定]为/u.test(sentence)) return roles;
	for (const [form, pattern] of [
		['以', WITH],
		['把', TAKEN]
	] as const) {
		for (const { 0: shown, index, groups: { what = '', as = '' } = {} } of sentence.matchAll(pattern)) {
			const isPlain =
				balanced(what) && balanced(as) && !isLost(what) && !isLost(as) && !/^[是对为]|等$|为$/u.test(what);
			// 予以, 加以, 以…为核心的党中央
			const isWord = /[予加足可得难所及]$/u.test(sentence.slice(0, index)) && form === '以';
			const isOnce = sentence.indexOf(shown, index + 1) < 0;
			const isQuoted = quotedSpans(sentence).some(([from, to]) => from < index && to > index);
			if (what.length < 3 || /^“[两三四五六七八九十]/u.test(what)) continue;
			if (!isPlain || isWord || isQuoted || !isOnce || /习近平|总书记|党中央/u.test(what + as)) continue;
			const deed =
				/^，(?<deed>[^，。；：]{4,24})(?=[，。；])/u.exec(sentence.slice(index + shown.length))?.groups
					?.deed ?? '';
			roles.push({ shown, what, as, form, deed });
		}
	}
	// 以甲为目标，以乙为目标: what is the aim has two answers.
	return roles.filter((one) => roles.filter(({ as }) => as === one.as).length === 1);
}

/** Long words everybody writes alike. */
const FIXED = /^(?:社会主义核心价值观|党的政治建设)$/u;

/** A role with where it was found. */
export interface Cast {
	role: Role;
	sentence: string;
	place: Place;
}

/** What it is that has this part: one of several that have it elsewhere, or to be filled in or told. */
export function draftRole(
	{ role, sentence, place }: Cast,
	others: readonly Cast[],
	peers: Peers,
	random: Random
): Draft | undefined {
	if (others.some((other) => isRivalled(role, place, other))) return undefined;
	const carrier = carrierFor(role, sentence, place, peers);
	if (!carrier) return undefined;
	const hidden = (words: string) =>
		carrier.frame + carrier.before + role.shown.replace(role.what, words) + carrier.after;
	const phrases = phrasesFor('zh');
	const stem = `${hidden('什么')}？`;
	if (squeeze(stem).includes(squeeze(role.what)) || stem.length > 100) return undefined;
	const common = { stem, explanation: explain(place, phrases.answerIs(role.what)) };
	const told = { stem, explanation: explain(place, phrases.fillIs(`“${role.what}”`)) };
	const wrong = isSensitive(hidden(role.what)) ? [] : distractorsFor(role, place, others, peers, stem);
	if (wrong.length >= 3)
		return { type: 'single-choice', ...common, ...mixOptions(role.what, wrong, random), difficulty: 3 };
	const isShort =
		(role.what.length <= MOST_BLANK || FIXED.test(role.what)) &&
		role.what.length >= 3 &&
		!/[、“《和与及]/u.test(role.what);
	return isShort
		? {
				type: 'fill-in',
				stem: `${hidden('____')}。`,
				blanks: 1,
				key: [[role.what]],
				explanation: explain(place, phrases.fillIs(`“${role.what}”`)),
				difficulty: 4
			}
		: { type: 'short-answer', ...told, key: role.what, difficulty: 4 };
}

/** Something else in the same text that has nearly the same part, with nothing to tell them apart. */
function isRivalled(role: Role, place: Place, { role: other, place: there }: Cast): boolean {
	if (other.what === role.what || other.form !== role.form || there.article !== place.article) return false;
	return role.form === '把'
		? dice(squeeze(other.as), squeeze(role.as)) > 0.55
		: other.as === role.as && dice(other.deed, role.deed) > 0.5;
}

function carrierFor(role: Role, sentence: string, place: Place, peers: Peers): Carrier | undefined {
	const fact: Fact = {
		id: '',
		kind: 'term',
		value: role.shown,
		sentence,
		paragraph: place.paragraph.id,
		article: place.article.id,
		importance: 2
	};
	const carrier = carrierOf(fact, place);
	if (!carrier) return undefined;
	const behind = sentence.slice(sentence.indexOf(role.shown) + role.shown.length);
	const isDone = carrier.after.length >= 6;
	const whole =
		role.form === '把' ? { ...carrier, after: '' } : isDone ? carrier : withNextClause(carrier, behind);
	if (!whole || whole.before.length + role.shown.length + whole.after.length < 18) return undefined;
	// 以甲为主线，围绕乙等重点任务: nothing is done yet.
	const last = whole.after.split('，').at(-1) ?? '';
	if (role.form === '以' && /^(?:围绕|按照|根据|聚焦|依托|通过)/u.test(last)) return undefined;
	// 以甲为契机，聚焦…: who does so must be said; 把甲作为根本要求: of what.
	const isModifier = /^的/u.test(whole.after);
	const isUnled = role.form === '以' && !isModifier && whole.before.length < 3;
	const isBare =
		role.form === '把' && role.as.length < 8 && !role.as.includes('的') && whole.before.length < 6;
	if (isUnled || isBare) return undefined;
	// 以甲为契机，… alone may be said of much: the stem names the part.
	const scope = whole.before.length < 6 ? peers.scopeOf(place) : undefined;
	return scope?.frame.includes('部分') === true ? { ...whole, frame: scope.frame } : whole;
}

/** What has the same part elsewhere; nothing that is said in the part of the text the stem names. */
function distractorsFor(
	role: Role,
	place: Place,
	others: readonly Cast[],
	peers: Peers,
	stem: string
): string[] {
	const scope = peers.scopeOf(place);
	if (!scope) return [];
	const isDeed = (text: string) => openingVerb(text) !== undefined;
	const fit = others
		.filter(({ role: other, place: there }) => {
			if (other.what === role.what || isDeed(other.what) !== isDeed(role.what) || isSensitive(other.what))
				return false;
			// Beside it in the same text it has a deed of its own, which the stem would name.
			if (other.as !== role.as) return false;
			const isRival = there.article === place.article;
			return isRival
				? other.deed !== '' && other.deed !== role.deed && stem.includes(role.deed) && role.deed !== ''
				: !scope.says(other.what);
		})
		.map(({ role: other }) => other.what);
	return chooseDistractors(role.what, [...new Set(fit)], stem);
}

/** Which goes with which deed, where an article gives one part to several things: 以甲为抓手，…；以乙为抓手，…. */
export function draftCasts(casts: readonly Cast[], random: Random): Draft | undefined {
	const [first] = casts;
	const frame = first && frameAlways(first.place);
	if (!first || frame === undefined || casts.length < 3 || casts.length > 6) return undefined;
	const pairs = casts.map(({ role }) => [role.deed, role.what] as const);
	const isClear =
		pairs.every(
			([deed, what]) =>
				deed !== '' && what.length <= 16 && balanced(deed) && !isLost(deed) && dice(deed, what) < 0.2
		) &&
		new Set(pairs.map(([deed]) => deed)).size === pairs.length &&
		new Set(pairs.map(([, what]) => what)).size === pairs.length;
	if (!isClear) return undefined;
	const premises = shuffled(pairs, random);
	const options = shuffled(
		pairs.map(([, what]) => what),
		random
	);
	return {
		type: 'matching',
		stem: `${frame}下列各项工作分别以什么为${first.role.as}？请连线。`,
		premises: premises.map(([deed]) => deed),
		options,
		key: premises.map(([, what], at): [number, number] => [at, options.indexOf(what)]),
		explanation: explain(
			first.place,
			`${pairs.map(([deed, what]) => `${deed}：以${what}为${first.role.as}`).join('；')}。`
		),
		difficulty: 3
	};
}
