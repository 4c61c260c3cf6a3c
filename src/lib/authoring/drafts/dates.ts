import { randomIndex, type Random } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Peers } from '../peers.ts';
import type { Place } from '../place.ts';
import { splitClauses, type Clause } from './clauses.ts';
import { frameAlways } from './frame.ts';
import { balanced, isLost, isOpenEnded, opened, withFullName } from './referents.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';
import { isDeed, subjectOf } from './subject.ts';

/** What has a day of its own; what came about in a month or a year that one remembers. */
const EVENT =
	/召开|举行|举办|开幕|闭幕|成立|印发|发布|启动|施行|实施|生效|通过|颁布|公布|签订|签署|签约|命名|揭牌|揭幕|揭晓|开工|竣工|投产|投入使用|组建|创办|开馆|开班|落成|出台|发表讲话|听取|主持|调研|考察|走访|慰问|开展|送来|授予|会商|发起|拉开帷幕|致信|荣获|获得|当选|表彰|修订|完成|批准|批复/gu;
const FOUNDED =
	/成立|颁布|施行|实施|通过|印发|组建|创办|创立|创建|出台|开馆|签署|投产|建成|授予|荣获|获得|发起|修订|命名|始建|诞生|投入使用|拉开帷幕|修改/gu;
const SAID = /说|表示|指出|强调|要求|认为|透露|获悉|了解到/u;

/** On which day, in which month or year something happened, for events that have one of their own. */
export function draftDate({ fact, place, peers, random }: Desk): Draft | undefined {
	const date = plainDate(fact);
	if (date === undefined || fact.importance < 2) return undefined;
	const isYear = /^\d{4}$/u.test(date);
	const named = [place.article.title, place.document.title, ...place.headings];
	// A report of 2022 tells of 2022 throughout.
	if (date.length < 8 && named.some((name) => name.includes(date.slice(0, 4)))) return undefined;
	const event = eventOf(fact, place, isYear || date.length === 7 ? FOUNDED : EVENT);
	const frame = frameAlways(place);
	if (event === undefined || frame === undefined) return undefined;
	const options = optionsFor(fact, date, { place, peers, random });
	if (options.length < 3) return undefined;
	const asked = date.includes('/') ? '什么时间' : isYear ? '哪一年' : date.length === 7 ? '哪个月' : '哪一天';
	const told = event.before === '' ? askedOn(event.after, asked) : `${event.before}${asked}${event.after}`;
	if (told === undefined) return undefined;
	return {
		type: 'single-choice',
		stem: `${frame}${told}？`,
		options: options.map(sayDate),
		key: options.indexOf(date),
		explanation: explain(place, phrasesFor('zh').answerIs(sayDate(date))),
		difficulty: isYear ? 2 : 3
	};
}

const PLACED =
	/(?:由[^，]{2,24}|(?:带队|率队)?(?:在|到|赴|来)[^，。]{1,20}?|以[^，]{2,20}(?:方式|形式))?(?:隆重|顺利|正式|成功|同步|联合|共同|主持|审议|集中)?$/u;

/** 省总工会于哪一天召开…: the question stands where the date belongs, behind who and before what. */
function askedOn(told: string, asked: string): string | undefined {
	const subject = subjectOf(told);
	if (subject !== undefined) return `${subject}于${asked}${told.slice(subject.length)}`;
	const verb = [...told.matchAll(EVENT)].find(
		({ 0: word, index }) => !/^了?的/u.test(told.slice(index + word.length)) && balanced(told.slice(0, index))
	);
	if (!verb) return undefined;
	const who = told.slice(0, verb.index).replace(PLACED, '').replace(/，$/u, '');
	return who.length >= 3 && balanced(who) && !who.includes('，')
		? `${who}于${asked}${told.slice(who.length)}`
		: undefined;
}

/** Where a text leaves the year to its reader. */
const NO_YEAR = '0000';
const PLAIN =
	/^(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日(?:\s?(?:至|到|[-－—–~～])\s?(?:(?<toMonth>\d{1,2})月)?(?<toDay>\d{1,2})日)?)?)?$/u;

/** A year, a month of a year, a day, or some days of one month; undefined for anything vaguer. */
function plainDate({ value }: Fact): string | undefined {
	const { year, month, day, toMonth, toDay } = PLAIN.exec(value)?.groups ?? {};
	if (month === undefined) return year;
	const two = (part: string) => part.padStart(2, '0');
	if (day === undefined) return year === undefined ? undefined : `${year}-${two(month)}`;
	if (toMonth !== undefined && toMonth !== month) return undefined;
	const first = `${year ?? NO_YEAR}-${two(month)}-${two(day)}`;
	return toDay === undefined ? first : `${first}/${two(toDay)}`;
}

/** Longer tellings lose their reader. */
const MOST = 60;

/** What happened, told without its date: all of it behind the date, or around it. */
function eventOf(
	{ sentence: written, value }: Fact,
	place: Place,
	events: RegExp
): { before: string; after: string } | undefined {
	const sentence = opened(written);
	const at = sentence.indexOf(value);
	if (at < 0 || sentence.indexOf(value, at + 1) >= 0) return undefined;
	const clauses = splitClauses(sentence);
	const own = clauses.findIndex(({ text, start }) => at >= start && at < start + text.length);
	const clause = clauses[own];
	if (!clause) return undefined;
	const lead = sentence.slice(clause.start, at);
	const behind = sentence.slice(at + value.length, clause.start + clause.text.length);
	if (
		/^(?:年?[底初末前后内来起间以度]|的|左右|[“《])/u.test(behind) &&
		!/^起(?:施行|实施|生效|执行)/u.test(behind)
	)
		return undefined;
	const names = [...place.headings, place.article.title];
	const event = /^(?:早在|自|从)?$/u.test(lead)
		? { before: '', after: withFullName(toldBehind(clauses, own, behind, events), names) }
		: toldAround(clauses, own, { lead, behind }, events);
	if (event === undefined) return undefined;
	const whole = event.before + event.after;
	const isLaw = /^起(?:施行|实施|生效|执行)/u.test(event.after);
	if (whole.length < (isLaw ? 5 : 9) || whole.length > MOST || !balanced(whole)) return undefined;
	if (isLost(whole, true) || isOpenEnded(event.after) || SAID.test(whole)) return undefined;
	// A second date would date the event as well; what came after an event does not date it.
	return /\d{1,2}月|\d{1,2}日|以来|之后|以后|期间|之前|前夕|(?<!闭幕)后(?:，|$)/u.test(whole)
		? undefined
		: event;
}

/** 2月17日，省总工会召开研讨会: up to the clause that says what happened. */
function toldBehind(clauses: readonly Clause[], own: number, behind: string, events: RegExp): string {
	let told = behind.replace(/^(?:上午|下午|晚上?|凌晨|中午)?(?:\d{1,2}[时点](?:\d{1,2}分|许)?)?/u, '');
	for (let next = own + 1; next < clauses.length && !happens(told, events); next++) {
		const { text = '', mark = '' } = clauses[next] ?? {};
		if (mark !== '，' || told.length + text.length > MOST) return '';
		told = told === '' ? text : `${told}，${text}`;
	}
	// Somebody did it, and 将 has not happened yet.
	return happens(told, events) &&
		!isDeed(told) &&
		!/^(?:要|将|拟|应|第?[一二三四五六七八九十\d]+[次届]?[，、]|是|有|在)/u.test(told)
		? told
		: '';
}

/** 图书馆始建于1958年, 读者大会，于2024年5月6日至8日在青山举行. */
function toldAround(
	clauses: readonly Clause[],
	own: number,
	{ lead, behind }: { lead: string; behind: string },
	events: RegExp
): { before: string; after: string } | undefined {
	const earlier = clauses[own - 1];
	const subject = lead === '于' && earlier && own === 1 && !happens(earlier.text, events) ? earlier.text : '';
	const before = subject + lead;
	if (!/(?:于|[^是]在|自)$/u.test(before) || isDeed(before)) return undefined;
	if (before.length < 4 && !/^起/u.test(behind)) return undefined;
	return happens(lead + behind, events) ? { before, after: behind } : undefined;
}

/** Whether a telling has an event in it that is not only an attribute (举办的…). */
function happens(told: string, events: RegExp): boolean {
	return [...told.matchAll(events)].some(
		({ 0: verb, index }) => !/^(?:了)?的/u.test(told.slice(index + verb.length))
	);
}

/** The date and up to three others of its grain, two of them from the text where they fit, in order. */
function optionsFor(
	fact: Fact,
	date: string,
	{ place, peers, random }: { place: Place; peers: Peers; random: Random }
): string[] {
	const dates = new Set([date]);
	const borrowed = peers.like(fact).filter((peer) => !place.section.heading.includes(peer.value));
	for (const peer of borrowed.slice(0, 8)) {
		const other = plainDate(peer);
		if (other === undefined || other.length !== date.length || fact.sentence.includes(peer.value)) continue;
		if (dates.size < 3 && isNear(other, date)) dates.add(other);
	}
	for (let turn = 0; dates.size < 4 && turn < 30; turn++) dates.add(shift(date, random));
	return [...dates].sort();
}

/** Nobody takes 1956 for a year of our days, or a day of another year for one of this. */
function isNear(a: string, b: string): boolean {
	return (
		Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= (a.length === 4 ? 12 : a.length === 7 ? 2 : 0)
	);
}

/** Another date of the same grain: some days, months or years away. */
function shift(date: string, random: Random): string {
	const [day = '', until] = date.split('/');
	const [written = NO_YEAR] = day.split('-');
	const [year = 2000, month, first] = day.split('-').map(Number);
	const two = (part: number) => String(part).padStart(2, '0');
	if (month === undefined) return String(year + randomIndex(random, 9) - 4);
	if (first === undefined) return `${written}-${two(1 + randomIndex(random, 12))}`;
	// A text of February tells of nothing in March.
	const other = two(Math.max(1, month - (randomIndex(random, 3) === 0 ? 1 : 0)));
	const length = until === undefined ? 0 : Number(until) - first;
	const start = 1 + randomIndex(random, Math.max(1, 28 - length));
	return `${written}-${other}-${two(start)}${until === undefined ? '' : `/${two(start + length)}`}`;
}

function sayDate(date: string): string {
	const [first = '', until] = date.split('/');
	const [year = '', month, day] = first.split('-');
	return `${year === NO_YEAR ? '' : `${year}年`}${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}${until === undefined ? '' : `至${Number(until)}日`}`;
}
