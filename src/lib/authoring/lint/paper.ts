import type { Bank, Question } from '#lib/question/question.ts';
import { squeeze, type Finding, type PaperRule } from './finding.ts';

/** What is wrong between the questions of one bank. */
export const PAPER_RULES: readonly PaperRule[] = [
	{ name: 'cross-leak', check: crossLeaks },
	{ name: 'duplicate', check: duplicates },
	{ name: 'key-balance', check: keyBalance }
];

/** The shortest answer that counts as given away by another question. */
const LEAST = 3;
/** Answers that open alike, beyond which a bank repeats itself and comparing all would never end. */
const MOST_ALIKE = 300;

/**
 * A stem that states another question's answer. An error where both ask about the same thing (their stems
 * have much in common), a warning where the words merely occur; nothing where `excludes` keeps them apart.
 */
function crossLeaks({ questions }: Bank): Finding[] {
	const byOpening = new Map<string, { question: Question; answer: string }[]>();
	for (const question of questions) {
		for (const answer of new Set(answersOf(question).map(squeeze))) {
			if (answer.length < LEAST) continue;
			const opening = answer.slice(0, LEAST);
			const known = byOpening.get(opening);
			if (!known) byOpening.set(opening, [{ question, answer }]);
			else if (known.length < MOST_ALIKE) known.push({ question, answer });
		}
	}
	const stems = stemsOf(questions);
	const findings = new Map<string, Finding>();
	for (const [other, { stem, pairs }] of stems) {
		if (other.type === 'true-false' && !other.key) continue;
		for (let at = 0; at + LEAST <= stem.length; at++) {
			for (const { question, answer } of byOpening.get(stem.slice(at, at + LEAST)) ?? []) {
				if (question === other || !stem.startsWith(answer, at)) continue;
				// 500册 in 1500册 is another figure.
				if (/^\d/.test(answer) && /[\d.]/.test(stem[at - 1] ?? '')) continue;
				if (question.excludes?.includes(other.id) || other.excludes?.includes(question.id)) continue;
				const alike = likeness(stems.get(question)?.pairs ?? new Set(), pairs) ?? 0;
				if (alike < 0.3) continue;
				findings.set(`${question.id}|${other.id}`, {
					question: question.id,
					rule: 'cross-leak',
					severity: alike >= 0.5 ? 'error' : 'warning',
					where: 'key',
					params: { answer, other: other.id }
				});
			}
		}
	}
	return [...findings.values()];
}

/** Two questions with one answer and nearly the same stem. */
function duplicates({ questions }: Bank): Finding[] {
	const byAnswer = new Map<string, Question[]>();
	for (const question of questions) {
		const answers = answersOf(question).map(squeeze).sort().join('|');
		const key = answers === '' ? `${question.type}|${squeeze(question.stem)}` : answers;
		const known = byAnswer.get(key);
		if (known) known.push(question);
		else byAnswer.set(key, [question]);
	}
	const stems = stemsOf(questions);
	const alike = (a: Question, b: Question) =>
		likeness(stems.get(a)?.pairs ?? new Set(), stems.get(b)?.pairs ?? new Set()) ?? 0;
	return [...byAnswer.values()].flatMap((group) =>
		group.slice(0, 40).flatMap((question, at) => {
			const other = group.slice(0, at).find((earlier) => alike(earlier, question) >= 0.72);
			return other
				? [
						{
							question: question.id,
							rule: 'duplicate',
							severity: 'error' as const,
							where: 'stem',
							params: { other: other.id }
						}
					]
				: [];
		})
	);
}

/** Keys that gather on one letter, or statements that are nearly all true or all false. */
function keyBalance(bank: Bank): Finding[] {
	const positions = new Map<number, number>();
	const single = bank.questions.filter((question) => question.type === 'single-choice');
	for (const question of single) positions.set(question.key, (positions.get(question.key) ?? 0) + 1);
	const findings: Finding[] = [];
	const [most] = [...positions].sort(([, a], [, b]) => b - a);
	if (most && single.length >= 8 && most[1] / single.length > 0.5) {
		findings.push(
			ofBank(bank, { letter: String.fromCharCode(65 + most[0]), count: most[1], of: single.length })
		);
	}
	const judged = bank.questions.filter((question) => question.type === 'true-false');
	const right = judged.filter((question) => question.key).length;
	if (judged.length >= 8 && Math.abs(right / judged.length - 0.5) > 0.25) {
		findings.push(
			ofBank(bank, {
				letter: right * 2 > judged.length ? '√' : '×',
				count: Math.max(right, judged.length - right),
				of: judged.length
			})
		);
	}
	return findings;
}

function ofBank(bank: Bank, params: Readonly<Record<string, string | number>>): Finding {
	return { question: bank.id, rule: 'key-balance', severity: 'warning', where: 'key', params };
}

/** The words of the right answer; none for a judgement or a sequence. */
function answersOf(question: Question): string[] {
	switch (question.type) {
		case 'single-choice':
			return [question.options[question.key] ?? ''];
		case 'fill-in':
			return question.key.map(([first]) => first ?? '');
		case 'numeric':
			return [`${question.key.value}${question.key.unit ?? ''}`];
		default:
			return [];
	}
}

/** Likeness by pairs of neighbouring characters, 0–1 (Dice). */
export function dice(a: string, b: string): number {
	return likeness(pairsOf(a), pairsOf(b)) ?? (a === b ? 1 : 0);
}

function pairsOf(text: string): Set<string> {
	const pairs = new Set<string>();
	for (let at = 0; at + 2 <= text.length; at++) pairs.add(text.slice(at, at + 2));
	return pairs;
}

/** Undefined where neither has a pair. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number | undefined {
	if (left.size + right.size === 0) return undefined;
	let shared = 0;
	for (const pair of left) if (right.has(pair)) shared++;
	return (2 * shared) / (left.size + right.size);
}

/** Squeezed stems and their pairs, each made once. */
function stemsOf(questions: readonly Question[]): Map<Question, { stem: string; pairs: Set<string> }> {
	return new Map(
		questions.map((question) => {
			const stem = squeeze(question.stem);
			return [question, { stem, pairs: pairsOf(stem) }];
		})
	);
}
