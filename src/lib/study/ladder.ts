/** 闯关: a level is passed at 60 %, as usual in the field; the next one opens then. */
export const PASS_SHARE = 0.6;
const TWO_STARS = 0.8;

export type Stars = 0 | 1 | 2 | 3;

/** @param right of `questions` in one play; three stars are for all of them */
export function starsFor(right: number, questions: number): Stars {
	if (questions === 0) return 0;
	const share = right / questions;
	return share >= 1 ? 3 : share >= TWO_STARS ? 2 : share >= PASS_SHARE ? 1 : 0;
}

export interface Level {
	id: string;
	questions: string[];
}

/**
 * Cuts one chapter's questions into levels of nearly the same length, in their order. Levels are named by
 * their first question, so that questions added at the end leave the earlier levels as they were.
 */
export function levelsOf(questions: readonly string[], size: number): Level[] {
	const levels: Level[] = [];
	for (let at = 0; at < questions.length; at += size) {
		const own = questions.slice(at, at + size);
		const last = levels.at(-1);
		// A last level of one or two questions would be no game.
		if (last && own.length < size / 2) last.questions.push(...own);
		else levels.push({ id: own[0] ?? '', questions: [...own] });
	}
	return levels;
}

export interface LevelState extends Level {
	stars: Stars;
	open: boolean;
}

/** The key of a level in a learner's stars. */
export function levelKey(course: string, level: string): string {
	return `${course}/${level}`;
}

/**
 * The ladder as it stands: each level's best stars, and open when the one before it is passed.
 * @param best by `levelKey`
 */
export function climb(
	levels: readonly Level[],
	course: string,
	best: ReadonlyMap<string, Stars>
): LevelState[] {
	let open = true;
	return levels.map((level) => {
		const stars = best.get(levelKey(course, level.id)) ?? 0;
		const state = { ...level, stars, open };
		open = stars > 0;
		return state;
	});
}
