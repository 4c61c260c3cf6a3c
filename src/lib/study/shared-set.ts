import { seededRandom, shuffled } from '#lib/base/random.ts';
import { QUESTION_TYPES, type Question, type QuestionType } from '#lib/question/question.ts';

/** Types that are answered by one tap come first: a set is answered on the way, with one thumb. */
const ONE_TAP: ReadonlySet<QuestionType> = new Set(['single-choice', 'true-false']);
/** Of ten questions at least six are, where there are so many. */
const ONE_TAP_SHARE = 0.6;

/**
 * Draws questions to share: types mixed, those of one tap first, written answers only when there is nothing
 * else; no two that give each other away. The same seed draws the same.
 */
export function drawSharedSet(questions: readonly Question[], count: number, seed: string): Question[] {
	const pool = shuffled(questions, seededRandom(seed));
	const quick = inTurn(pool.filter(({ type }) => ONE_TAP.has(type)));
	const others = inTurn(pool.filter(({ type }) => !ONE_TAP.has(type) && type !== 'short-answer'));
	// A person has to mark it, and whoever answers a link has nobody beside them.
	const written = pool.filter(({ type }) => type === 'short-answer');
	const most = Math.max(count - quick.length, Math.floor(count * (1 - ONE_TAP_SHARE)));
	const chosen: Question[] = [];
	const take = (from: readonly Question[], upTo: number) => {
		for (const question of from)
			if (chosen.length < upTo && !chosen.includes(question) && fits(question, chosen)) chosen.push(question);
	};
	take(quick, count - Math.min(others.length, most));
	take(others, count);
	take(quick, count);
	take(written, count);
	return [
		...chosen.filter(({ type }) => ONE_TAP.has(type)),
		...chosen.filter(({ type }) => !ONE_TAP.has(type))
	];
}

/** One of each type after the other, so that none crowds out the rest. */
function inTurn(questions: readonly Question[]): Question[] {
	const byType = QUESTION_TYPES.map((type) => questions.filter((one) => one.type === type));
	const longest = Math.max(0, ...byType.map(({ length }) => length));
	return Array.from({ length: longest }, (_, at) => byType.flatMap((list) => list[at] ?? [])).flat();
}

function fits(question: Question, chosen: readonly Question[]): boolean {
	return !chosen.some(
		({ id, excludes }) => question.excludes?.includes(id) || excludes?.includes(question.id)
	);
}
