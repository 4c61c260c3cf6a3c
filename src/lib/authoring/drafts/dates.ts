import { randomIndex } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import { carrierOf } from './carrier.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';

const EVENT =
	/召开|举行|举办|开幕|闭幕|成立|印发|发布|启动|施行|实施|通过|颁布|签订|签署|命名|揭牌|开工|投产|投入使用|组建|创办|开馆|出台/u;
const LEAD = /^(?:早在|于|自|从|截至|到)?$/u;

/** On which day something happened, for events that have a day of their own. */
export function draftDate({ fact, place, peers, random }: Desk): Draft | undefined {
	if (fact.date === undefined || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(fact.date) || fact.importance < 2)
		return undefined;
	const carrier = carrierOf(fact, place);
	if (!carrier || !LEAD.test(carrier.before.replace(/^.*[，。]/u, ''))) return undefined;
	const told = carrier.after.replace(/^[，、]/u, '');
	// A second date would date the event as well.
	if (
		!EVENT.test(told) ||
		/\d+[年月日]/u.test(told + carrier.before) ||
		told.length < 10 ||
		/^[前后底初末内来起间以]/u.test(told)
	)
		return undefined;
	const asked = fact.date.length === 10 ? '哪一天' : fact.date.length === 7 ? '哪个月' : '哪一年';
	const own = sayDate(fact.date);
	const dates = new Set([fact.date]);
	const borrowed = peers
		.like(fact)
		.flatMap((peer: Fact) =>
			peer.date !== undefined && !place.section.heading.includes(peer.value) ? [peer.date] : []
		);
	for (const date of borrowed.slice(0, 6))
		if (dates.size < 3 && !fact.sentence.includes(sayDate(date))) dates.add(date);
	for (let turn = 0; dates.size < 4 && turn < 30; turn++) dates.add(shift(fact.date, random));
	const options = [...dates].sort();
	return {
		type: 'single-choice',
		stem: `${carrier.frame}${carrier.before.replace(/(?:早在|于|自|从)$/u, '')}${told}，是在${asked}？`,
		options: options.map(sayDate),
		key: options.indexOf(fact.date),
		explanation: explain(place, phrasesFor('zh').answerIs(own)),
		difficulty: 3
	};
}

/** Another date of the same grain: some days, months or years away. */
function shift(date: string, random: () => number): string {
	const [year = 2000, month, day] = date.split('-').map(Number);
	const two = (part: number) => String(part).padStart(2, '0');
	if (month === undefined) return String(year + randomIndex(random, 7) - 3);
	if (day === undefined) return `${year}-${two(1 + randomIndex(random, 12))}`;
	return `${year}-${two(Math.min(12, Math.max(1, month + randomIndex(random, 3) - 1)))}-${two(1 + randomIndex(random, 28))}`;
}

function sayDate(date: string): string {
	const [year = '', month, day] = date.split('-');
	return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
