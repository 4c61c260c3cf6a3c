import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidFrom } from '#lib/base/id.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import type { Question } from '#lib/question/question.ts';
import { chaptersOf, topicsOf } from './chapters.ts';
import { climbed, coursesFor, drawQueue, ladderOf, type PracticeList, type Shelf } from './draw.ts';
import { PRACTICE_MODES } from './events.ts';
import { intervalsAfter } from './intervals.ts';
import { levelKey } from './ladder.ts';
import { learnerFrom, memorySettings, NO_LEARNER } from './learner.ts';
import { itemOf } from './shown-item.ts';

const NOW = millis(Date.UTC(2026, 10, 21, 8));
const DAY = 86_400_000;

function question(id: string, more: Partial<Question> = {}): Question {
	return { id, type: 'true-false', stem: id, key: true, ...more } as Question;
}

/** Two lessons of ten questions, and three that no lesson asks. */
function shelf(course = 'c', prefix = 'q'): Shelf {
	const ids = Array.from({ length: 23 }, (_, n) => `${prefix}${n}`);
	const lesson = (id: string, from: number, to: number) => ({
		id,
		title: `第${id}课`,
		minutes: 3,
		sections: [],
		facts: [],
		questions: ids.slice(from, to)
	});
	return {
		course,
		publication: {
			modules: [{ id: 'm', title: 'm', lessons: [lesson('一', 0, 10), lesson('二', 10, 20)] }],
			bank: {
				id: 'b',
				title: 'b',
				questions: ids.map((id, n) =>
					question(id, {
						topics: n % 2 ? ['奇'] : ['偶', '双'],
						...(n >= 20 && { chapter: '附' }),
						...(n === 22 && ({ type: 'short-answer', key: '答' } as Partial<Question>))
					})
				)
			}
		}
	};
}

function practised(
	n: number,
	id: string,
	verdict: string,
	daysAgo: number,
	course = 'c',
	more = {}
): LoggedEvent {
	const at = millis(NOW - daysAgo * DAY + n);
	return {
		id: uuidFrom(at, Uint8Array.of(n, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
		kind: 'question-practised',
		version: 1,
		member: 'm',
		device: 'd',
		deviceSeq: n + 1,
		at,
		mono: monotonic(n),
		boot: 'b',
		body: {
			course,
			question: id,
			mode: 'random',
			response: null,
			verdict,
			tookMs: 3_000,
			day: new Date(at).toISOString().slice(0, 10),
			...more
		}
	};
}

const moment = { now: NOW, today: '2026-11-21', turn: 0, seed: 's' };
const draw = (list: PracticeList, learner = NO_LEARNER, more = {}) =>
	drawQueue(list, [shelf()], learner, { ...moment, ...more }).map(({ question: id }) => id);

describe('chapters', () => {
	it('are the lessons that ask something, then what the questions name themselves', () => {
		expect(chaptersOf(shelf().publication).map(({ title, questions }) => [title, questions.length])).toEqual([
			['第一课', 10],
			['第二课', 10],
			['附', 3]
		]);
		expect(topicsOf(shelf().publication)).toEqual([
			{ topic: '偶', questions: 12 },
			{ topic: '双', questions: 12 },
			{ topic: '奇', questions: 11 }
		]);
	});

	it('are cut into levels that open one after the other, over all chapters', () => {
		const levels = ladderOf(shelf().publication).flatMap((chapter) => chapter.levels);
		expect(levels.map(({ questions }) => questions.length)).toEqual([10, 10, 3]);
		const [first, second] = levels;
		const best = new Map([[levelKey('c', first!.id), 2 as const]]);
		const states = climbed(shelf().publication, 'c', best).flatMap((chapter) => chapter.levels);
		expect(states.map(({ open, stars }) => [open, stars])).toEqual([
			[true, 2],
			[true, 0],
			[false, 0]
		]);
		expect(draw({ mode: 'ladder', course: 'c', of: second!.id })).toEqual(second!.questions);
	});
});

describe('a drawn queue', () => {
	it('of every mode holds each question once, with the course it stands in', () => {
		fc.assert(
			fc.property(fc.constantFrom(...PRACTICE_MODES), fc.string(), (mode, seed) => {
				const shelves = [shelf('c', 'q'), shelf('d', 'r'), shelf('e', 'q')];
				const list = { mode, ...(mode === 'topic' && { of: '奇' }) };
				const places = drawQueue(list, shelves, NO_LEARNER, { ...moment, seed });
				expect(new Set(places.map((place) => place.question)).size).toBe(places.length);
				for (const { course, question: id } of places) expect(course).toBe(id.startsWith('q') ? 'c' : 'd');
			})
		);
	});

	it('of a chapter, or of answers to read in one, holds that lesson’s questions in their order', () => {
		const ids = shelf().publication.bank.questions.map(({ id }) => id);
		expect(draw({ mode: 'chapter', of: '二' })).toEqual(ids.slice(10, 20));
		expect(draw({ mode: 'memorise', of: '附' })).toEqual(ids.slice(20));
		expect(draw({ mode: 'memorise' })).toEqual(ids);
		expect(draw({ mode: 'chapter', of: 'gone' })).toEqual([]);
	});

	it('after a lesson asks five, and others the next time', () => {
		const [first, second] = [0, 1].map((turn) => draw({ mode: 'lesson', of: '一' }, NO_LEARNER, { turn }));
		expect(first).toHaveLength(5);
		expect(new Set([...first!, ...second!]).size).toBe(10);
	});

	it('of survival asks nothing that only its writer can mark', () => {
		expect(draw({ mode: 'survival', of: '1' })).toHaveLength(22);
	});

	it('of the day is the same all day on every device, whatever its run is called', () => {
		const today = draw({ mode: 'daily' });
		expect(today).toHaveLength(10);
		expect(draw({ mode: 'daily' }, NO_LEARNER, { seed: 'another' })).toEqual(today);
		expect(draw({ mode: 'daily' }, NO_LEARNER, { today: '2026-11-22' })).not.toEqual(today);
	});

	it('of review keeps to what of today’s limit is left', () => {
		const events = [0, 1, 2, 3].map((n) => practised(n, `q${n}`, 'wrong', 9));
		expect(draw({ mode: 'review' }, learnerFrom(events))).toHaveLength(4);
		const done = practised(9, 'q9', 'right', 0, 'c', { mode: 'review' });
		const learner = learnerFrom([...events, done]);
		const settings = { ...learner.settings, reviewsPerDay: 3 };
		expect(draw({ mode: 'review' }, { ...learner, settings })).toHaveLength(2);
	});

	it('leaves out what was removed by hand', () => {
		const marks = { course: 'c', favourite: true, removed: true, note: '' };
		const learner = { ...NO_LEARNER, marks: new Map([['q0', marks]]) };
		for (const mode of PRACTICE_MODES) expect(draw({ mode, of: '一' }, learner)).not.toContain('q0');
	});
});

describe('the courses that a list needs', () => {
	const learner = learnerFrom([
		practised(0, 'q0', 'wrong', 9, 'old'),
		practised(1, 'q1', 'wrong', 8, 'c'),
		practised(2, 'q2', 'right', 0, 'd')
	]);
	it('are those where something waits, as far as they are here', () => {
		expect(coursesFor({ mode: 'wrong-answer' }, learner, ['c', 'd'], NOW)).toEqual(['c']);
		expect(coursesFor({ mode: 'review' }, learner, ['c', 'd', 'old'], NOW)).toEqual(['old', 'c']);
		expect(coursesFor({ mode: 'daily' }, learner, ['c', 'd'], NOW)).toEqual(['c', 'd']);
		expect(coursesFor({ mode: 'review', course: 'd' }, learner, ['c', 'd'], NOW)).toEqual(['d']);
	});
});

it('an easier recall brings a question back later; the interval shown is the one it gets', () => {
	const first = practised(0, 'q0', 'right', 20);
	const last = practised(1, 'q0', 'right', 5);
	const learner = learnerFrom([first, last]);
	const [before, recall] = learner.byQuestion.get('q0')!;
	const intervals = intervalsAfter([before!], recall!, memorySettings(learner.settings));
	expect(intervals[1]).toBeLessThan(intervals[2]);
	expect(intervals[2]).toBeLessThan(intervals[3]);
	expect(intervals[3]).toBeLessThan(intervals[4]);
	const memory = learner.memories.get('q0')!;
	expect(intervals[3]).toBe(memory.due - recall!.at);
});

it('what is put in order never starts in the bank’s own order by rule, and loses nothing', () => {
	const ordering = question('o', {
		type: 'ordering',
		options: ['一', '二', '三', '四'],
		key: [0, 1, 2, 3]
	} as never);
	const shown = new Set(['a', 'b', 'c', 'd', 'e'].map((seed) => itemOf(ordering, seed)?.options?.join()));
	expect(shown.size).toBeGreaterThan(1);
	for (const one of shown) expect(one?.split(',').sort()).toEqual(['0', '1', '2', '3']);
	expect(itemOf(question('t'), 's')).toBeUndefined();
});
