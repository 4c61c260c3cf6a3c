import { randomIndex } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import { carrierOf } from './carrier.ts';
import { frameAlways } from './frame.ts';
import { isOpenEnded } from './referents.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';

const EVENT =
	/召开|举行|举办|开幕|闭幕|成立|印发|发布|启动|施行|实施|通过|颁布|签订|签署|命名|揭牌|开工|投产|投入使用|组建|创办|开馆|出台|发表讲话|听取|主持/u;
const FOUNDED = /成立|颁布|施行|实施|通过|印发|组建|创办|出台|开馆|签署|投产/u;
const SAID =
	/说|表示|指出|强调|要求|认为|透露|^(?:要|将|拟|应|第?[一二三四五六七八九十\d]+[次届]|各级|有|是)/u;
const LEAD = /^(?:早在|于|自|从|截至|到)?$/u;

/** On which day something happened, for events that have a day of their own. */
export function draftDate({ fact, place, peers, random }: Desk): Draft | undefined {
	const date = fact.date ?? dayWithoutYear(fact.value);
	if (date === undefined || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date) || fact.importance < 2)
		return undefined;
	const carrier = carrierOf(fact, place);
	if (!carrier || !LEAD.test(carrier.before.replace(/^.*[，。]/u, ''))) return undefined;
	const told = carrier.after
		.replace(/^[，、]/u, '')
		.replace(/^(?:上午|下午|晚上?)?(?:\d{1,2}时(?:\d{1,2}分|许)?)?[，]?/u, '');
	const isYear = date.length === 4;
	const happened = (isYear ? FOUNDED : EVENT).exec(told.split('，')[0] ?? '');
	if (!happened || told.length < 10 || told.startsWith('的', happened.index + happened[0].length))
		return undefined;
	if (SAID.test(told) || SAID.test(carrier.before) || /^[“《度前后底初末内来起间以]/u.test(carrier.after))
		return undefined;
	// 自…启动以来 dates what came after, not the event.
	if (/以来|之后|以后|后(?=，|$)|期间|之前/u.test(told.split('，')[0] ?? '')) return undefined;
	// A second date would date the event as well.
	if (/\d+[年月日]/u.test(told + carrier.before) || isOpenEnded(told)) return undefined;
	const asked = date.length === 10 ? '哪一天' : date.length === 7 ? '哪个月' : '哪一年';
	const own = sayDate(date);
	// A day that leaves its year to the reader says nothing without the text it stands in.
	const frame = fact.value.includes('年') ? carrier.frame : frameAlways(place);
	if (frame === undefined) return undefined;
	const dates = new Set([date]);
	const borrowed = peers
		.like(fact)
		.flatMap((peer: Fact) =>
			peer.date !== undefined && !place.section.heading.includes(peer.value) ? [peer.date] : []
		);
	for (const other of borrowed.slice(0, 6))
		if (dates.size < 3 && isNear(other, date) && !fact.sentence.includes(sayDate(other))) dates.add(other);
	for (let turn = 0; dates.size < 4 && turn < 30; turn++) dates.add(shift(date, random));
	const options = [...dates].sort();
	return {
		type: 'single-choice',
		stem: `${frame}${carrier.before.replace(/(?:早在|于|自|从)$/u, '')}${told}，是在${asked}？`,
		options: options.map(sayDate),
		key: options.indexOf(date),
		explanation: explain(place, phrasesFor('zh').answerIs(own)),
		difficulty: 3
	};
}

/** Nobody takes 1956 for a year of our days. */
function isNear(a: string, b: string): boolean {
	return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 12;
}

/** Where a text leaves the year to its reader. */
const NO_YEAR = '0000';

function dayWithoutYear(value: string): string | undefined {
	const [, month, day] = /^(\d{1,2})月(\d{1,2})日$/u.exec(value) ?? [];
	return month === undefined || day === undefined
		? undefined
		: `${NO_YEAR}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Another date of the same grain: some days, months or years away. */
function shift(date: string, random: () => number): string {
	const [written = NO_YEAR] = date.split('-');
	const [year = 2000, month, day] = date.split('-').map(Number);
	const two = (part: number) => String(part).padStart(2, '0');
	if (month === undefined) return String(year + randomIndex(random, 7) - 3);
	if (day === undefined) return `${written}-${two(1 + randomIndex(random, 12))}`;
	return `${written}-${two(Math.min(12, Math.max(1, month + randomIndex(random, 3) - 1)))}-${two(1 + randomIndex(random, 28))}`;
}

function sayDate(date: string): string {
	const [year = '', month, day] = date.split('-');
	return `${year === NO_YEAR ? '' : `${year}年`}${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
