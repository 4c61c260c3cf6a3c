import { randomIndex } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import type { Peers } from '../peers.ts';
import { dice } from '../lint/likeness.ts';
import type { Place } from '../place.ts';
import type { Carrier } from './carrier.ts';
import { draftRule, isLegal } from './rules.ts';
import { subjectOf } from './subject.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { figureOf, inventFigures, isExact, withValue, type Figure } from './figures.ts';
import { measureOf } from './measures.ts';
import { phrasesFor } from './phrases.ts';
import { isDelicate } from './referents.ts';

/** One question about a figure: a choice of figures, the figure itself, or a statement to judge. */
export function draftNumber(desk: Desk): Draft | undefined {
	const { fact, place, random } = desk;
	if (isLegal(place)) return draftRule(desk);
	if (fact.number === undefined || fact.importance < 2 || isSpan(fact)) return undefined;
	const figure = figureOf(fact.value);
	if (!figure || fact.number < 2 || isScale(fact, figure)) return undefined;
	const carrier = measureOf(fact, place, sentenceBefore(fact, place));
	if (!carrier || isNobodys(carrier) || isChange(carrier) || isCondition(carrier)) return undefined;
	// 为1490户4999名职工: two counts of one thing.
	if (/\d[余多]?[户个家批名人件次场期][次]?$/u.test(carrier.before) || TWO_COUNTS.test(carrier.after))
		return undefined;
	// 组织90余次劳模: times of persons is a slip for 人次.
	if (
		/次$/u.test(fact.unit ?? '') &&
		!/[人场批]次$/u.test(fact.unit ?? '') &&
		COUNTED_PERSONS.test(carrier.after)
	)
		return undefined;
	const turn = random();
	const count = countOf(figure, carrier);
	if (turn < 0.25 && isExact(figure) && fact.unit)
		return {
			type: 'numeric',
			stem: `${carrier.frame}${inOrder(carrier.before, askedIn(count, carrier.before), count.rest)}？`,
			key: { value: figure.value, unit: figure.scale + count.unit },
			explanation: explain(place, phrasesFor('zh').fillIs(fact.value)),
			difficulty: 4
		};
	if (turn < 0.45 && isExact(figure) && !isHedged(carrier) && !isDelicate(fact, place))
		return judged(desk, figure, carrier);
	return choice(
		desk,
		count,
		`${carrier.frame}${inOrder(carrier.before, asked(count, carrier.before), count.rest)}？`
	);
}

/** 推出多少条加强服务的措施, not 推出加强服务的多少条措施. */
function inOrder(before: string, question: string, rest: string): string {
	const at = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；')) + 1;
	const clause = before.slice(at);
	const verb = clause.endsWith('的') && rest.length <= 6 && rest !== '' ? MADE.exec(clause) : null;
	if (!verb || clause.length - verb.index - verb[0].length < 6) return before + question + rest;
	const behind = verb.index + verb[0].length;
	return before.slice(0, at) + clause.slice(0, behind) + question + clause.slice(behind) + rest;
}

/** Verbs that bring something about that is then counted. */
const MADE = /推出|出台|制定|提出|开展|实施|形成|组织|举办|建成|完成|落实|确定|梳理|征集|收到/u;

/** 2004家企业29万职工: the second figure hangs on the first. */
const TWO_COUNTS = /^(?:[\u4e00-\u9fff]{0,5}[^和与及至到为给对向在于、，])?\d/u;
const COUNTED_PERSONS =
	/^[\u4e00-\u9fff]{0,4}(?:[工职学党会馆人队]员|职工|农民工|工人|群众|劳模|学生|教师|干部|司机|[患读学志愿]者)/u;

/** A figure with the unit one asks in, and the words behind that. */
interface Count {
	figure: Figure;
	unit: string;
	rest: string;
}

const PERSONS =
	/^(?:职工|会员|员工|农民工|劳动者|工会会员|党员|干部|群众|学员|学生|患者|居民|用户|志愿者|贫困人口|建筑工人|工人|司机|快递员|人口)$/u;

/** 30万职工 is asked for in 名, 7.49万人（次） in 人次. */
function countOf(figure: Figure, { after }: Carrier): Count {
	const unit = figure.after.replace(/^[余多来]|[余多]$/gu, '');
	if (/[（(]次[）)]$/u.test(unit)) {
		const plain = unit.replace(/[（(]次[）)]/u, '次');
		return { figure: withUnit(figure, plain), unit: plain, rest: after };
	}
	if (PERSONS.test(unit)) return { figure: withUnit(figure, '名'), unit: '名', rest: unit + after };
	const times = /^[（(]次[）)]/u.exec(after)?.[0];
	if (times !== undefined && /^[人场件]$/u.test(unit))
		return { figure: withUnit(figure, `${unit}次`), unit: `${unit}次`, rest: after.slice(times.length) };
	return { figure, unit, rest: after };
}

/** The same figure with another unit, 余 and 多 kept. */
function withUnit(figure: Figure, unit: string): Figure {
	const around = /^[余多来]/u.exec(figure.after)?.[0] ?? '';
	return { ...figure, after: around + unit };
}

/** 一百%, 100周年, 满分100分: nobody needs to be asked. */
function isScale({ unit = '' }: Fact, { value }: Figure): boolean {
	return unit === '%' && (value === 100 || value === 0);
}

/** The sentence in front, for one that tells a part of what that one told; not in a text without paragraphs. */
function sentenceBefore({ sentence }: Fact, { paragraph: { text } }: Place): string | undefined {
	if (!sentence.startsWith('其中') || text.length > 4000) return undefined;
	const at = text.indexOf(sentence);
	return at < 0 ? undefined : splitSentences(text.slice(0, at)).at(-1)?.trim();
}

/** 投入多少万元？ asks for somebody's money without saying whose. */
function isNobodys({ before, after }: Carrier): boolean {
	const clause = before.split(/[，；]/u).at(-1) ?? '';
	return (
		/^(?:共|累计|总计|共计|及时|先后|已|还|多方|积极)*(?:投入|筹措|筹集|落实|拨付|下拨|列支|安排|发放|投资|支出|争取|募集)/u.test(
			clause
		) &&
		before.length < 12 &&
		after.length < 8 &&
		subjectOf(before) === undefined
	);
}

/** 从甲降至乙: a wrong figure would rise. */
function isChange({ before, after }: Carrier): boolean {
	return (
		CHANGED_BEFORE.test(before) || (/(?:从|由)[^，；]{0,10}$/u.test(before) && CHANGED_AFTER.test(after))
	);
}

const CHANGED = '(?:提高|提升|增加|增长|增|上升|升|扩大|下降|降低|降|减少|减|缩短|压缩)[到至为]';
const CHANGED_BEFORE = new RegExp(`(?:从|由)[^，；]{1,14}${CHANGED}$`, 'u');
const CHANGED_AFTER = new RegExp(`^[^，；]{0,8}${CHANGED}`, 'u');

/** 二百人以上的企业: the figure only says which ones are meant, and the question would end before its verb. */
function isCondition({ after }: Carrier): boolean {
	return /^(?:以上|以下|以内|以外)的[^，；]*$/u.test(after);
}

/** A statement must not hang on 超过 or 以上. */
function isHedged({ before, after }: Carrier): boolean {
	return (
		/(?:约|近|超过?|逾|突破|不少于|不低于|不超过|不高于|至少|最多|将近|接近)$/u.test(before) ||
		/^(?:以上|以下|以内|左右|上下)/u.test(after) ||
		((before + after).match(/\d+(?:\.\d+)?/gu) ?? []).length > 2
	);
}

/** Years, days and anniversaries date a thing rather than measure it; 31个省 everybody knows. */
function isSpan({ unit = '', sentence, value }: Fact): boolean {
	if (/^31个$/.test(value) || /[三两]座大山/u.test(sentence)) return true;
	if (!/^(?:年|天|日|周|周年|个月|岁|月|秒)$/u.test(unit)) return false;
	if (!/内|不少于|不超过|不得|期限|为期|有效期|试用期|工期/u.test(sentence)) return true;
	return !new RegExp(
		`(?:不少于|不超过|不得|期限|为期|有效期|试用期|工期|以内|之内)[^，。]{0,6}${value}|${value}(?:以内|之内|内)`,
		'u'
	).test(sentence);
}

/** What a noun of measure wants before “how much”: 成功率是多少, 总面积为多少平方米, 就业意向的有多少人. */
function link(before: string, { unit, rest }: Count): string {
	if (/的$/u.test(before)) return rest === '' && !/^[%％]/u.test(unit) ? '有' : '';
	if (
		!/(?:总量|总数|人数|数量|总额|金额|面积|长度|宽度|高度|深度|海拔|规模|产值|收入|支出|利润|余额|总值|单价|成本|产量|容量|费用|标准|数|率|比例|比重|占比|浓度|温度)$/u.test(
			before
		)
	)
		return '';
	return /^[%％]/u.test(unit) ? '是' : '为';
}

/** 近1800万元 → 多少元; the scale and 近 would narrow the choice. */
function asked(count: Count, before: string): string {
	const { unit } = count;
	return link(before, count) + (/^[%％]/u.test(unit) ? '多少' : `多少${unit}`);
}

function askedIn(count: Count, before: string): string {
	const { figure, unit } = count;
	return link(before, count) + (/^[%％]/u.test(unit) ? '百分之多少' : `多少${figure.scale}${unit}`);
}

function choice({ fact, place, peers, random }: Desk, { figure }: Count, stem: string): Draft | undefined {
	const below = randomIndex(random, 4);
	const others = peersLike(fact, figure, peers);
	// One that the document itself names, on a side where the key's place leaves room for it.
	const borrowed = others
		.filter((other) => (other.figure.value < figure.value ? below > 0 : below < 3))
		.slice(0, 1);
	const taken = new Set(others.map((other) => other.figure.value));
	const lower = borrowed.filter((other) => other.figure.value < figure.value).length;
	const invented = inventFigures(figure, { below: below - lower, count: 3 - borrowed.length, taken, random });
	const options = [
		{ text: withValue(figure, figure.digits), value: figure.value },
		...borrowed.map((other) => ({ text: withValue(figure, other.figure.digits), value: other.figure.value })),
		...invented.map((other) => ({ text: withValue(figure, other.digits), value: other.value }))
	].sort((a, b) => a.value - b.value);
	if (options.length < 3 || new Set(options.map((option) => option.text)).size !== options.length)
		return undefined;
	const phrases = phrasesFor('zh');
	return {
		type: 'single-choice',
		stem,
		options: options.map((option) => option.text),
		key: options.findIndex((option) => option.value === figure.value),
		explanation: explain(
			place,
			phrases.answerIs(withValue(figure, figure.digits)),
			...borrowed.map((other) => phrases.elsewhere(other.text))
		),
		difficulty: 3
	};
}

/** One bit of all letters of an id, so that as many statements are true as false. */
function isToldTrue(id: string): boolean {
	let bits = 0;
	for (const letter of id) bits = (Math.imul(bits, 31) + letter.charCodeAt(0)) >>> 0;
	bits ^= bits >>> 16;
	bits ^= bits >>> 8;
	bits ^= bits >>> 4;
	return ((bits ^ (bits >>> 2) ^ (bits >>> 1)) & 1) === 0;
}

function judged(
	{ fact, place, peers, random }: Desk,
	figure: Figure,
	carrier: { frame: string; before: string; after: string }
): Draft | undefined {
	const phrases = phrasesFor('zh');
	const say = (value: string) => `${carrier.frame}${carrier.before}${value}${carrier.after}。`;
	if (isToldTrue(fact.id)) {
		return {
			type: 'true-false',
			stem: say(fact.value),
			key: true,
			explanation: explain(place, phrases.stands(fact.value)),
			difficulty: 2
		};
	}
	const taken = new Set(peersLike(fact, figure, peers).map((other) => other.figure.value));
	const [other] = inventFigures(figure, { below: randomIndex(random, 2), count: 1, taken, random });
	if (!other) return undefined;
	const value = withValue(figure, other.digits);
	return {
		type: 'true-false',
		stem: say(value),
		key: false,
		explanation: explain(place, phrases.corrected(value, fact.value)),
		difficulty: 2
	};
}

/** Figures of the same form and near size that the document gives for other things, nearest first. */
function peersLike(fact: Fact, figure: Figure, peers: Peers): { text: string; figure: Figure }[] {
	const label = labelOf(fact);
	return peers.like(fact).flatMap((peer) => {
		const other = figureOf(peer.value);
		if (!other) return [];
		const ratio = other.value / figure.value;
		const sameForm =
			/\./.test(other.digits) === /\./.test(figure.digits) &&
			/^\d/.test(other.digits) === /^\d/.test(figure.digits);
		// Everything is no answer to “what share”.
		if (/^[%％]/u.test(figure.after) && figure.value < 100 && other.value >= 100) return [];
		return sameForm &&
			Math.abs(ratio - 1) > 0.12 &&
			ratio > 0.4 &&
			ratio < 2.5 &&
			dice(labelOf(peer), label) < 0.4
			? [{ text: peer.value, figure: other }]
			: [];
	});
}

/** The words just before a figure: what it measures. */
function labelOf({ sentence, value }: Fact): string {
	const at = sentence.indexOf(value);
	return sentence.slice(Math.max(0, at - 10), Math.max(0, at)).replace(/^.*[，。；]/u, '');
}
