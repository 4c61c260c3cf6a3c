import { expect, it } from 'vitest';
import type { Question } from '#lib/question/question.ts';
import { chooseQuestions } from './lesson-questions.ts';

const question = (id: string, override: Partial<Question> = {}): Question =>
	({
		id,
		type: 'short-answer',
		stem: `${id}是什么？`,
		key: id,
		source: { document: 'd', sentence: `关于${id}的一句话。` },
		...override
	}) as Question;
const idsOf = (questions: readonly Question[]) => chooseQuestions(questions).map(({ id }) => id);

it('two questions that give each other away are never shown together', () => {
	expect(idsOf([question('a', { excludes: ['b'] }), question('b'), question('c')])).toEqual(['a', 'c']);
	expect(idsOf([question('a'), question('b', { excludes: ['a'] })])).toHaveLength(1);
});

it('a sentence is asked about once, and again only where there is little else', () => {
	const source = { document: 'd', sentence: '同一句话。' };
	const many = ['a', 'b', 'c', 'd'].map((id) => question(id));
	expect(idsOf([...many, question('x', { source }), question('y', { source })])).toHaveLength(5);
	expect(idsOf([question('x', { source }), question('y', { source })])).toEqual(['x', 'y']);
});

it('figures come after everything else', () => {
	const figure = (id: string) =>
		question(id, { type: 'numeric', key: { value: 3, unit: '个' } } as Partial<Question>);
	const figures = Array.from({ length: 20 }, (_, n) => figure(`f${n}`));
	const chosen = idsOf([
		...figures,
		question('a'),
		question('b', { type: 'fill-in', blanks: 1, key: [['b']] } as Partial<Question>)
	]);
	expect(chosen).toContain('a');
	expect(chosen).toContain('b');
	expect(chosen).toHaveLength(6);
});
