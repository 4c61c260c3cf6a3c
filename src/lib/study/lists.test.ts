import { describe, expect, it } from 'vitest';
import { uuidFrom } from '#lib/base/id.ts';
import { millis, monotonic } from '#lib/base/time.ts';
import type { LoggedEvent } from '#lib/log/event.ts';
import type { Question } from '#lib/question/question.ts';
import { learnerFrom } from './learner.ts';
import type { LISTS } from './lists.ts';
import { countLists, filterEntries, listEntries, type ListedCourse } from './lists.ts';

const NOW = Date.UTC(2026, 10, 21, 8);
let made = 0;

function event(kind: string, body: Record<string, unknown>): LoggedEvent {
	made += 1;
	return {
		id: uuidFrom(millis(NOW + made), Uint8Array.of(made, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
		kind,
		version: 1,
		member: 'm',
		device: 'd',
		deviceSeq: made,
		at: millis(NOW + made * 1_000),
		mono: monotonic(made),
		boot: 'b',
		body
	};
}
const answered = (question: string, verdict: 'right' | 'wrong', course = 'c') =>
	event('question-practised', {
		course,
		question,
		mode: 'random',
		response: null,
		verdict,
		tookMs: 4_000,
		day: '2026-11-21'
	});
let revision = 0;
const marked = (question: string, change: Record<string, unknown>, course = 'c') =>
	event('question-marked', { course, question, revision: (revision += 1), change });

const question = (id: string, change: Partial<Question> = {}): Question =>
	({ id, type: 'true-false', stem: `题${id}`, key: true, ...change }) as Question;
const courseWith = (
	course: string,
	lessons: Record<string, string[]>,
	rest: Question[] = []
): ListedCourse => ({
	course,
	title: `课程${course}`,
	publication: {
		modules: [
			{
				id: 'm',
				title: 'm',
				lessons: Object.entries(lessons).map(([id, questions]) => ({
					id,
					title: `课${id}`,
					minutes: 3,
					sections: [],
					facts: [],
					questions
				}))
			}
		],
		bank: {
			id: 'b',
			title: 'b',
			questions: [
				...Object.values(lessons)
					.flat()
					.map((id) => question(id)),
				...rest
			]
		}
	}
});
const COURSE = courseWith('c', { l1: ['a', 'b'], l2: ['d'] }, [
	question('e'),
	question('f', { chapter: '附' })
]);

const ids = (list: (typeof LISTS)[number], events: LoggedEvent[], courses = [COURSE]) =>
	listEntries(list, courses, learnerFrom(events)).entries.map((entry) => entry.question.id);

describe('a list', () => {
	it('has every question once, by lesson, then by the chapter it names, then what stands in none', () => {
		const { entries, missing } = listEntries('all', [COURSE, { ...COURSE, course: 'c2' }], learnerFrom([]));
		expect(entries.map(({ question: { id }, course, chapter }) => [id, course, chapter?.title])).toEqual([
			['a', 'c', '课l1'],
			['b', 'c', '课l1'],
			['d', 'c', '课l2'],
			['f', 'c', '附'],
			['e', 'c', undefined]
		]);
		expect(missing).toBe(0);
	});

	it('of mistakes shows the latest of a chapter first, how far each is, and not what was removed by hand', () => {
		const events = [
			answered('a', 'wrong'),
			answered('a', 'right'),
			answered('b', 'wrong'),
			answered('b', 'wrong'),
			answered('d', 'wrong'),
			answered('e', 'wrong')
		];
		expect(ids('wrong', events)).toEqual(['b', 'a', 'd', 'e']);
		const { entries } = listEntries('wrong', [COURSE], learnerFrom(events));
		expect(entries.map(({ wrong }) => [wrong?.wrong, wrong?.rightSince])).toEqual([
			[2, 0],
			[1, 1],
			[1, 0],
			[1, 0]
		]);
		expect(ids('wrong', [...events, marked('d', { type: 'removed', on: true })])).toEqual(['b', 'a', 'e']);
		expect(ids('wrong', [...events, answered('a', 'right')])).toEqual(['b', 'd', 'e']);
	});

	it('of favourites, notes and removed ones holds what was marked last', () => {
		const events = [
			marked('a', { type: 'favourite', on: true }),
			marked('b', { type: 'note', text: '记' }),
			marked('d', { type: 'removed', on: true }),
			marked('e', { type: 'favourite', on: true }),
			marked('e', { type: 'favourite', on: false })
		];
		expect(ids('favourites', events)).toEqual(['a']);
		expect(ids('noted', events)).toEqual(['b']);
		expect(ids('removed', events)).toEqual(['d']);
		expect(countLists(learnerFrom(events))).toEqual({
			wrong: 0,
			favourites: 1,
			noted: 1,
			leeches: 0,
			removed: 1
		});
	});

	it('shows a question where it was met; elsewhere when that course is gone; and counts what is nowhere', () => {
		const events = [
			marked('a', { type: 'favourite', on: true }, 'c2'),
			marked('b', { type: 'favourite', on: true }, 'gone'),
			marked('zz', { type: 'favourite', on: true }, 'gone')
		];
		const { entries, missing } = listEntries(
			'favourites',
			[COURSE, { ...COURSE, course: 'c2' }],
			learnerFrom(events)
		);
		expect(entries.map((entry) => [entry.question.id, entry.course])).toEqual([
			['b', 'c'],
			['a', 'c2']
		]);
		expect(missing).toBe(1);
	});
});

describe('a filter', () => {
	const { entries } = listEntries(
		'all',
		[COURSE, courseWith('other', { l1: ['x'] }, [question('y', { explanation: 'Zhejiang 浙江' })])],
		learnerFrom([marked('a', { type: 'note', text: '想想 Beta' })])
	);
	const found = (filter: Parameters<typeof filterEntries>[1]) =>
		filterEntries(entries, filter).map((entry) => entry.question.id);

	it('goes by course, chapter, type and words, in any case, in the note too', () => {
		expect(found({ course: 'other' })).toEqual(['x', 'y']);
		expect(found({ course: 'c', chapter: 'l1' })).toEqual(['a', 'b']);
		expect(found({ type: 'numeric' })).toEqual([]);
		expect(found({ text: '浙江 zhe' })).toEqual(['y']);
		expect(found({ text: 'BETA' })).toEqual(['a']);
		expect(found({ text: '题' })).toHaveLength(entries.length);
	});

	it('that asks for nothing is the list itself', () => {
		expect(filterEntries(entries, { text: ' ' })).toBe(entries);
	});
});
