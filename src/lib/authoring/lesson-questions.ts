import type { Question } from '#lib/question/question.ts';

/** More than these make a lesson an examination; the others stay in the bank. */
const MOST = 6;
/** With fewer than these a sentence may be asked about twice. */
const LEAST = 3;

/**
 * The questions a lesson shows, in reading order: of as many kinds as there are, spread over its text, one
 * for a sentence, none that gives another one away.
 */
export function chooseQuestions(questions: readonly Question[]): Question[] {
	const chosen = new Set<number>();
	for (const isStrict of [true, false]) {
		const kinds = byKind(questions);
		while (chosen.size < (isStrict ? MOST : LEAST) && kinds.some((kind) => kind.length > 0)) {
			for (const kind of kinds) {
				const free = kind.filter((at) => !chosen.has(at) && fits(questions, at, chosen, isStrict));
				const next = farthest(free, chosen);
				kind.splice(0, kind.length, ...free.filter((at) => at !== next));
				if (next !== undefined && chosen.size < (isStrict ? MOST : LEAST)) chosen.add(next);
			}
		}
	}
	return questions.filter((_, at) => chosen.has(at));
}

/** Indexes by type and by whether a figure is asked for: the rarer first, figures last. */
function byKind(questions: readonly Question[]): number[][] {
	const kinds = new Map<string, number[]>();
	questions.forEach((question, at) => {
		const kind = `${question.type}|${asksFigure(question)}`;
		const known = kinds.get(kind);
		if (known) known.push(at);
		else kinds.set(kind, [at]);
	});
	return [...kinds]
		.sort(
			([a, one], [b, other]) =>
				Number(a.endsWith('true')) - Number(b.endsWith('true')) || one.length - other.length
		)
		.map(([, kind]) => kind);
}

function asksFigure(question: Question): boolean {
	if (question.type === 'numeric' || question.type === 'true-false') return true;
	return (
		question.type === 'single-choice' &&
		question.options.every((option) => /\d|[一二三四五六七八九十]/u.test(option))
	);
}

function fits(
	questions: readonly Question[],
	at: number,
	chosen: ReadonlySet<number>,
	isStrict: boolean
): boolean {
	const question = questions[at];
	return [...chosen].every((other) => {
		const known = questions[other];
		const isApart =
			question?.excludes?.includes(known?.id ?? '') || known?.excludes?.includes(question?.id ?? '');
		return (
			!isApart &&
			(!isStrict ||
				question?.source?.sentence === undefined ||
				question.source.sentence !== known?.source?.sentence)
		);
	});
}

/** The one that stands farthest from those chosen; the first where several do. */
function farthest(free: readonly number[], chosen: ReadonlySet<number>): number | undefined {
	let best: { at: number; far: number } | undefined;
	for (const at of free) {
		const far = Math.min(...[...chosen].map((other) => Math.abs(other - at)), Infinity);
		if (!best || far > best.far) best = { at, far };
	}
	return best?.at;
}
