import type { Bank } from '#lib/question/question.ts';
import { duplicatesAmong } from '../duplicates.ts';
import type { Finding, Severity } from './finding.ts';
import type { Paper, PaperEntry } from './paper-index.ts';

export type Direction = 'own' | 'both';

/** A rule about how one question stands to the others of its paper. */
export interface PaperRule {
	name: string;
	severity: Severity;
	/**
	 * @param neighbours those of the paper that have much in common with it
	 * @param direction whether only this question's own trouble counts, or also what it does to the others
	 */
	check(entry: PaperEntry, neighbours: readonly PaperEntry[], paper: Paper, direction: Direction): Finding[];
}

/** A rule about a bank as a whole. */
export interface BankRule {
	name: string;
	severity: Severity;
	check(bank: Bank): Finding[];
}

/** What is wrong between one question and the others. */
export const PAPER_RULES: readonly PaperRule[] = [
	{ name: 'cross-leak', severity: 'error', check: crossLeaks },
	{ name: 'duplicate', severity: 'error', check: duplicates }
];

/** What is wrong with all questions together. */
export const BANK_RULES: readonly BankRule[] = [
	{ name: 'key-balance', severity: 'warning', check: keyBalance }
];

/** The shortest answer that counts as given away by another question. */
const LEAST = 3;

/**
 * A stem that states another question's answer. An error where it also names what the other asks about, a
 * warning where it names only part of it; nothing where `excludes` keeps the two apart.
 */
function crossLeaks(
	entry: PaperEntry,
	neighbours: readonly PaperEntry[],
	paper: Paper,
	direction: Direction
): Finding[] {
	const found: Finding[] = [];
	for (const other of neighbours) {
		const own = leak(paper, entry, other);
		if (own) found.push(own);
		const done = direction === 'both' ? leak(paper, other, entry) : undefined;
		if (done) found.push(done);
	}
	return found;
}

function leak(paper: Paper, victim: PaperEntry, teller: PaperEntry): Finding | undefined {
	if (teller.question.type === 'true-false' && !teller.question.key) return undefined;
	if (victim.bank !== teller.bank) return undefined;
	const answers =
		victim.question.type === 'ordering' || victim.question.type === 'matching' ? [] : victim.answers;
	const told = answers.filter(({ plain }) => tells(teller.stem, plain));
	const [answer] = told;
	if (answer === undefined || (victim.question.type === 'multiple-choice' && told.length < answers.length))
		return undefined;
	if (
		victim.question.excludes?.includes(teller.question.id) ||
		teller.question.excludes?.includes(victim.question.id)
	)
		return undefined;
	const covered = paper.coverage(victim.terms, teller.terms);
	if (covered < 0.4) return undefined;
	return {
		question: victim.question.id,
		rule: 'cross-leak',
		severity: covered >= 0.6 ? 'error' : 'warning',
		where: 'key',
		params: { answer: answer.text, other: teller.question.id }
	};
}

/** 500册 in 1500册 is another figure. */
function tells(stem: string, answer: string): boolean {
	if (answer.length < LEAST) return false;
	for (let at = stem.indexOf(answer); at >= 0; at = stem.indexOf(answer, at + 1)) {
		if (!/^\d/u.test(answer) || !/[\d.]/u.test(stem[at - 1] ?? '')) return true;
	}
	return false;
}

/** Duplicates of one question that are named while it is edited. */
const MOST_NAMED = 5;

/** The same thing asked twice; the later question is reported, in an editor whichever is open. */
function duplicates(
	entry: PaperEntry,
	neighbours: readonly PaperEntry[],
	paper: Paper,
	direction: Direction
): Finding[] {
	const rivals = direction === 'both' ? neighbours : neighbours.filter(({ order }) => order < entry.order);
	return duplicatesAmong(entry, rivals, paper)
		.filter(({ reason }) => reason === 'same-question' || reason === 'same-answer')
		.slice(0, direction === 'own' ? 1 : MOST_NAMED)
		.map(({ first, second }) => ({
			question: entry.question.id,
			rule: 'duplicate',
			severity: 'error',
			where: 'stem',
			params: { other: (second.id === entry.question.id ? first : second).id }
		}));
}

/** Keys that gather on one letter, or statements that are nearly all true or all false. */
function keyBalance(bank: Bank): Finding[] {
	const positions = new Map<number, number>();
	const single = bank.questions.filter((question) => question.type === 'single-choice');
	for (const question of single) positions.set(question.key, (positions.get(question.key) ?? 0) + 1);
	const choices = single.reduce((sum, { options }) => sum + options.length, 0) / Math.max(1, single.length);
	const findings: Finding[] = [];
	for (const [at, count] of positions) {
		if (gathers(count, single.length, choices, 1 / 2))
			findings.push(ofBank(bank, { letter: String.fromCharCode(65 + at), count, of: single.length }));
	}
	const judged = bank.questions.filter((question) => question.type === 'true-false');
	const right = judged.filter((question) => question.key).length;
	const most = Math.max(right, judged.length - right);
	if (gathers(most, judged.length, 2, 3 / 4))
		findings.push(ofBank(bank, { letter: right === most ? '√' : '×', count: most, of: judged.length }));
	return findings;
}

/**
 * Whether one of several equal choices is the key plainly too often: over a share, or in a large bank more
 * than three standard deviations above what chance gives.
 */
function gathers(count: number, of: number, choices: number, share: number): boolean {
	if (of < 8) return false;
	const excess = count - of / choices;
	return count > of * share || (excess > 0 && excess ** 2 > (9 * of * (choices - 1)) / choices ** 2);
}

function ofBank(bank: Bank, params: Readonly<Record<string, string | number>>): Finding {
	return { question: bank.id, rule: 'key-balance', severity: 'warning', where: 'key', params };
}
