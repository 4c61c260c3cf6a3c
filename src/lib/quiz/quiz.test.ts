import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidFrom } from '#lib/base/id.ts';
import { seededRandom, shuffled } from '#lib/base/random.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import { QUESTION_TYPES, type Bank, type Question, type Response } from '#lib/question/question.ts';
import { foldAttempt } from './attempt.ts';
import type { Blueprint } from './blueprint.ts';
import { availableCounts, drawPaper } from './paper.ts';
import { markAttempt } from './result.ts';

const choice = (n: number, more: Partial<Question> = {}): Question =>
	({
		id: `q${n}`,
		type: 'single-choice',
		stem: `第 ${n} 问？`,
		options: ['甲', '乙', '丙', '丁'],
		key: n % 4,
		points: 2,
		...more
	}) as Question;
const bank: Bank = { id: 'bank', title: '题库', questions: Array.from({ length: 12 }, (_, n) => choice(n)) };
const blueprint = (more: Partial<Blueprint> = {}): Blueprint => ({
	title: '小测',
	counts: { 'single-choice': 5 },
	durationMs: 60_000,
	passShare: 0.6,
	shuffleQuestions: true,
	shuffleOptions: true,
	...more
});
const paperOf = (plan = blueprint(), from = bank, seed = 's') => {
	const drawn = drawPaper(plan, from, seed);
	if (!drawn.ok) throw new Error(drawn.error.type);
	return drawn.value;
};

describe('drawing a paper', () => {
	it('is decided by blueprint, bank and seed alone', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat({ max: 12 }), (seed, wanted) => {
				fc.pre(wanted > 0);
				const plan = blueprint({ counts: { 'single-choice': wanted } });
				expect(drawPaper(plan, bank, seed)).toEqual(drawPaper(plan, bank, seed));
				const items = paperOf(plan, bank, seed).items;
				expect(new Set(items.map((item) => item.question)).size).toBe(wanted);
				for (const item of items) expect([...(item.options ?? [])].sort()).toEqual([0, 1, 2, 3]);
			})
		);
	});

	it('says which type is short by how much', () => {
		expect(drawPaper(blueprint({ counts: { 'single-choice': 13 } }), bank, 's')).toEqual({
			ok: false,
			error: { type: 'TooFewQuestions', questionType: 'single-choice', wanted: 13, available: 12 }
		});
		expect(drawPaper(blueprint({ counts: {} }), bank, 's')).toEqual({
			ok: false,
			error: { type: 'NothingToAsk' }
		});
		expect(availableCounts(bank)['single-choice']).toBe(12);
	});

	it('never lets two questions meet that give each other away', () => {
		const pair: Bank = { ...bank, questions: [choice(0, { excludes: ['q1'] }), choice(1), choice(2)] };
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const ids = paperOf(blueprint({ counts: { 'single-choice': 2 } }), pair, seed).items.map(
					(item) => item.question
				);
				expect(ids.includes('q0') && ids.includes('q1')).toBe(false);
			})
		);
	});

	it('leaves figures in their order when it mixes the options', () => {
		const figures = choice(0, { options: ['9.6亿元', '18.9亿元', '23.4亿元', '1,031亿元'] });
		const mixed: Bank = { ...bank, questions: [figures, choice(1)] };
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const { items } = paperOf(blueprint({ counts: { 'single-choice': 2 } }), mixed, seed);
				expect(items.find(({ question }) => question === 'q0')?.options).toEqual([0, 1, 2, 3]);
			})
		);
		const orders = ['a', 'b', 'c', 'd', 'e'].map((seed) =>
			paperOf(blueprint({ counts: { 'single-choice': 2 } }), mixed, seed)
				.items.find(({ question }) => question === 'q1')
				?.options?.join()
		);
		expect(new Set(orders).size).toBeGreaterThan(1);
	});

	it('keeps the questions of one group together', () => {
		const grouped: Bank = {
			...bank,
			questions: bank.questions.map((question, n) => ({ ...question, ...(n % 4 === 0 && { group: 'g' }) }))
		};
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const places = paperOf(blueprint({ counts: { 'single-choice': 12 } }), grouped, seed)
					.items.map((item, at) => [item.question, at] as const)
					.filter(([id]) => ['q0', 'q4', 'q8'].includes(id))
					.map(([, at]) => at);
				expect(Math.max(...places) - Math.min(...places)).toBe(2);
			})
		);
	});
});

let counter = 0;
const attempt = uuidFrom(millis(1), new Uint8Array(10).fill(9));
const event = (kind: string, body: Record<string, unknown>, more: Partial<LoggedEvent> = {}): LoggedEvent => {
	counter += 1;
	return {
		id: uuidFrom(millis(1_000_000 + counter), new Uint8Array(10).fill(counter)),
		kind,
		version: 1,
		member: 'm1',
		device: 'd1',
		deviceSeq: counter,
		at: millis(1_000_000 + counter),
		mono: monotonic(counter),
		boot: 'b1',
		body: { attempt, ...body },
		...more
	};
};
const started = (more: Partial<LoggedEvent> = {}) =>
	event(
		'attempt-started',
		{ title: '小测', course: 'c', shared: true, blueprint: blueprint(), paper: paperOf() },
		more
	);
const answer = (
	question: string,
	revision: number,
	choiceIndex: number | null,
	elapsedMs: number,
	more: Partial<LoggedEvent> = {}
) =>
	event(
		'answer-given',
		{
			question,
			revision,
			elapsedMs,
			response:
				choiceIndex === null ? null : ({ type: 'single-choice', choice: choiceIndex } satisfies Response)
		},
		more
	);
const handIn = (elapsedMs: number, by: 'learner' | 'time' = 'learner', more: Partial<LoggedEvent> = {}) =>
	event('attempt-handed-in', { elapsedMs, by, clockSuspect: false }, more);

describe('folding an attempt', () => {
	it('any order and any repetition of the same events gives the same attempt', () => {
		const events = [
			started(),
			answer('q1', 1, 0, 1_000),
			answer('q1', 2, 1, 2_000),
			answer('q2', 1, 2, 3_000, { device: 'd2' }),
			answer('q2', 1, 3, 3_000),
			answer('q3', 1, null, 3_500),
			event('question-flagged', { question: 'q2', revision: 2, flagged: true }),
			answer('q4', 1, 0, 60_001),
			handIn(50_000),
			handIn(55_000)
		];
		const expected = foldAttempt(attempt, events);
		fc.assert(
			fc.property(
				fc.string(),
				fc.array(fc.nat({ max: events.length - 1 })),
				fc.boolean(),
				(seed, repeats, numbered) => {
					const again = repeats
						.flatMap((at) => events[at] ?? [])
						.map((copy) => (numbered ? { ...copy, sequence: 5 } : copy));
					expect(foldAttempt(attempt, shuffled([...events, ...again], seededRandom(seed)))).toEqual(expected);
				}
			)
		);
		expect(expected?.responses.get('q1')).toEqual({ type: 'single-choice', choice: 1 });
		expect(expected?.responses.has('q3')).toBe(false);
		expect(expected?.handedIn?.elapsedMs).toBe(50_000);
		expect([...(expected?.flagged ?? [])]).toEqual(['q2']);
	});

	it('an answer exactly at the deadline counts, one millisecond later does not', () => {
		const folded = foldAttempt(attempt, [started(), answer('q1', 1, 0, 60_000), answer('q2', 1, 0, 60_001)]);
		expect(folded?.responses.has('q1')).toBe(true);
		expect(folded?.responses.has('q2')).toBe(false);
		expect(folded?.late.has('q2')).toBe(true);
	});

	it('is undefined until the start is known, and passes over what it does not understand', () => {
		expect(foldAttempt(attempt, [answer('q1', 1, 0, 5)])).toBeUndefined();
		const folded = foldAttempt(attempt, [
			started(),
			event('from-the-future', {}),
			event('answer-given', { question: 3 })
		]);
		expect(folded?.responses.size).toBe(0);
	});

	it('does not end an attempt by a clock that ran ahead, once the server knows better', () => {
		const start = started({ at: millis(10_000_000), offset: 0 });
		const early = handIn(60_000, 'time', { receivedAt: millis(10_010_000) });
		const due = handIn(60_000, 'time', { receivedAt: millis(10_061_000) });
		expect(foldAttempt(attempt, [start, early])?.handedIn).toBeUndefined();
		expect(foldAttempt(attempt, [start, { ...early, receivedAt: undefined }])?.handedIn).toBeDefined();
		expect(foldAttempt(attempt, [start, due])?.handedIn).toBeDefined();
	});
});

describe('the result', () => {
	const paper = paperOf();
	const rightFor = (id: string) => Number(id.slice(1)) % 4;

	it('adds hundredths of points and passes exactly at the mark', () => {
		const ids = paper.items.map((item) => item.question);
		const answers = ids.slice(0, 3).map((id) => answer(id, 1, rightFor(id), 1_000));
		const folded = foldAttempt(attempt, [started(), ...answers, handIn(2_000)]);
		const result = folded && markAttempt(folded, bank);
		expect(result).toMatchObject({
			scoreHundredths: 600,
			fullHundredths: 1_000,
			right: 3,
			passed: true,
			ungraded: 0
		});
	});

	it('leaves out of the full score what the bank no longer holds', () => {
		const folded = foldAttempt(attempt, [started(), handIn(2_000)]);
		const result = folded && markAttempt(folded, { ...bank, questions: [] });
		expect(result).toMatchObject({ fullHundredths: 0, passed: false });
	});
});

it('every question type has a place in a paper', () => {
	expect(Object.keys(availableCounts(bank)).sort()).toEqual([...QUESTION_TYPES].sort());
});
