import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { drawSharedSet } from './shared-set.ts';

const options = ['甲', '乙'];
const make: Record<string, (id: string) => Question> = {
	single: (id) => ({ id, stem: id, type: 'single-choice', options, key: 0 }),
	judged: (id) => ({ id, stem: id, type: 'true-false', key: true }),
	several: (id) => ({ id, stem: id, type: 'multiple-choice', options, key: [0] }),
	typed: (id) => ({ id, stem: id, type: 'fill-in', blanks: 1, key: [['a']] })
};
const pool = (counts: Record<string, number>): Question[] =>
	Object.entries(counts).flatMap(([kind, count]) =>
		Array.from({ length: count }, (_, at) => make[kind]!(`${kind}-${at}`))
	);
const typesOf = (questions: readonly Question[]) => questions.map(({ type }) => type);

describe('questions to share', () => {
	it('begin with those of one tap, six of ten, and the other types are among them', () => {
		const types = typesOf(drawSharedSet(pool({ single: 20, judged: 20, several: 20, typed: 20 }), 10, 'a'));
		expect(types).toHaveLength(10);
		expect(types.slice(0, 6).every((type) => type === 'single-choice' || type === 'true-false')).toBe(true);
		expect(types.filter((type) => type === 'single-choice')).toHaveLength(3);
		expect(types.slice(6).sort()).toEqual(['fill-in', 'fill-in', 'multiple-choice', 'multiple-choice']);
	});

	it('are filled up from what there is', () => {
		expect(drawSharedSet(pool({ single: 12 }), 10, 'a')).toHaveLength(10);
		expect(drawSharedSet(pool({ single: 2, typed: 12 }), 10, 'a')).toHaveLength(10);
		expect(drawSharedSet(pool({ single: 8, several: 1 }), 10, 'a')).toHaveLength(9);
		expect(drawSharedSet([], 10, 'a')).toEqual([]);
	});

	it('never give each other away', () => {
		const questions = pool({ single: 4 }).map((one, at) =>
			at === 0 ? { ...one, excludes: ['single-1'] } : one
		);
		const drawn = drawSharedSet(questions, 4, 'a').map(({ id }) => id);
		expect(drawn).toHaveLength(3);
		expect(drawn.filter((id) => id === 'single-0' || id === 'single-1')).toHaveLength(1);
	});

	it('are the same for the same seed, each once, at most as many as asked for', () => {
		const count = fc.integer({ min: 0, max: 8 });
		const counts = fc.record({ single: count, judged: count, several: count, typed: count });
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 20 }), fc.string(), (held, wanted, seed) => {
				const questions = pool(held);
				const drawn = drawSharedSet(questions, wanted, seed);
				expect(drawn).toEqual(drawSharedSet(questions, wanted, seed));
				expect(new Set(drawn).size).toBe(drawn.length);
				expect(drawn).toHaveLength(Math.min(wanted, questions.length));
			})
		);
	});
});
