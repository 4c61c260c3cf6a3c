import { describe, expect, it } from 'vitest';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import type { Question } from '#lib/question/question.ts';
import { documentWith } from '../sample-document.ts';
import { foldReviews, noReviews, type ReviewAct } from '../reviews.ts';
import { countItems, deskItems, filterItems } from './desk.ts';
import { forLearners } from './learners.ts';

const sentences = ['甲馆藏书3万册。', '乙馆藏书5万册。', '丙馆藏书7万册。', '丁馆藏书9万册。'];
const document = {
	...documentWith(sentences),
	warnings: [{ type: 'Unbalanced' as const, where: '乙馆藏书5万册。', mark: '“' }]
};
const questions = sentences.map((sentence, at): Question => ({
	id: `q-${at}`,
	type: 'true-false',
	stem: sentence,
	key: true,
	difficulty: at + 1,
	source: { document: 'd-1', article: 'a-1', section: 's-1', sentence },
	...(at < 2 && { excludes: [`q-${1 - at}`] })
}));
const lesson = {
	id: 'l-1',
	title: '一',
	minutes: 1,
	sections: ['s-1'],
	facts: [],
	questions: ['q-0', 'q-1']
};
const publication = publicationFromCompiled({
	document,
	facts: [],
	modules: [{ id: 'm-1', title: '一', lessons: [lesson] }],
	questions
});
const reviewsOf = (...acts: ReviewAct[]) =>
	foldReviews(acts.map((act, at) => ({ id: `a${at}`, seq: at, act })));
const reviews = reviewsOf(
	{ type: 'accepted', questions: ['q-2'] },
	{ type: 'rejected', questions: ['q-1'] },
	{ type: 'edited', question: { ...(questions[3] as Question), stem: '丁馆有9万册书。' } }
);
const given = (which: 'reviewed' | 'all') => {
	const { bank, modules } = forLearners(publication, reviews, which);
	return { ids: bank.questions.map(({ id }) => id), lesson: modules[0]?.lessons[0]?.questions };
};

describe('what learners get', () => {
	it('is what was reviewed; the rejected are nowhere, their places in a lesson are filled', () => {
		expect(given('reviewed')).toEqual({ ids: ['q-2', 'q-3'], lesson: ['q-2', 'q-3'] });
	});

	it('is also what waits, when the trainer says so', () => {
		expect(given('all')).toEqual({ ids: ['q-0', 'q-2', 'q-3'], lesson: ['q-0', 'q-2', 'q-3'] });
	});

	it('is worded as it was edited, and keeps no apart from questions that are not there', () => {
		const { bank } = forLearners(publication, reviews, 'all');
		expect(bank.questions.at(-1)).toMatchObject({
			id: 'q-3',
			stem: '丁馆有9万册书。',
			source: questions[3]?.source
		});
		expect(bank.questions[0] && 'excludes' in bank.questions[0]).toBe(false);
	});

	it('is the whole course before anybody reviewed it', () => {
		expect(forLearners(publication, noReviews, 'all').bank.questions).toEqual(questions);
		expect(forLearners(publication, noReviews, 'reviewed').bank.questions).toEqual([]);
	});
});

describe('the review desk', () => {
	const items = deskItems(publication, reviews);
	it('shows every draft with its state, lesson, paragraph and what contradicts it', () => {
		expect(items.map(({ id, state }) => `${id} ${state}`)).toEqual([
			'q-0 waiting',
			'q-1 rejected',
			'q-2 accepted',
			'q-3 edited'
		]);
		expect(
			items.every((item) => item.lesson?.id === 'l-1' && item.place?.paragraph.text === item.draft.stem)
		).toBe(true);
		expect(items.filter(({ warnings }) => warnings.length > 0).map(({ id }) => id)).toEqual(['q-1']);
	});

	it('counts', () => {
		expect(countItems(items)).toMatchObject({
			all: 4,
			reviewed: 3,
			accepted: 1,
			edited: 1,
			rejected: 1,
			waiting: 1,
			flagged: 0,
			ready: 2
		});
	});

	it('calls an edit that changes nothing accepted', () => {
		const same = reviewsOf({ type: 'edited', question: questions[0] as Question });
		expect(deskItems(publication, same)[0]?.state).toBe('accepted');
	});

	it('shows what the filter lets through', () => {
		const shown = (filter: Parameters<typeof filterItems>[1]) =>
			filterItems(items, filter, ({ id }) => id === 'q-0').map(({ id }) => id);
		expect(shown({})).toHaveLength(4);
		expect(shown({ state: 'rejected' })).toEqual(['q-1']);
		expect(shown({ findings: 'with' })).toEqual(['q-0']);
		expect(shown({ findings: 'without', difficulty: 3 })).toEqual(['q-2']);
		expect(shown({ lesson: 'l-2' })).toEqual([]);
		expect(shown({ type: 'numeric' })).toEqual([]);
	});
});
