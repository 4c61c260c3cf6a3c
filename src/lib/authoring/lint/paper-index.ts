import type { Question } from '#lib/question/question.ts';
import { squeeze } from './finding.ts';
import { sameForm } from './figure.ts';
import { termsOf, type Term } from './likeness.ts';

/** The numbers of words, ascending, as one paper numbers them. */
export type Terms = Uint32Array;

/** One question of a paper, ready for comparing. */
export interface PaperEntry {
	question: Question;
	/** The bank it belongs to; empty where there is only one. */
	bank: string;
	/** How many were put in before it. */
	order: number;
	/** The stem without white space and punctuation. */
	stem: string;
	/** What the stem is about. */
	terms: Terms;
	/** What stem and answer together say. */
	statement: Terms;
	/** The words of the right answer: as printed, and without white space and punctuation. */
	answers: readonly { text: string; plain: string }[];
	/** The same for two questions with the same answer; empty for a judgement. */
	answerKey: string;
}

/**
 * The questions that stand together, so that each can be compared with those it resembles without a look at
 * all of them. It changes with the paper: `put` after an edit, `remove` after a rejection.
 */
export interface Paper {
	/** Adds a question, or replaces the one with its id in that bank. */
	put(question: Question, bank?: string): void;
	remove(id: string, bank?: string): void;
	entries(): Iterable<PaperEntry>;
	/** An entry for a question, whether it has been put in or not. */
	entryOf(question: Question, bank?: string): PaperEntry;
	/** The entries that have much in common with this one, itself left out; at most some hundreds. */
	neighbours(entry: PaperEntry): PaperEntry[];
	/** How much of what `part` names `whole` names too, 0–1; rare words count more. */
	coverage(part: Terms, whole: Terms): number;
	/** How alike two sets of words are, 0–1; rare words count more (weighted Dice). */
	likeness(a: Terms, b: Terms): number;
	/** Whether one of them has every figure of the other: 2022年 and 2023年 make two questions. */
	sameFigures(a: Terms, b: Terms): boolean;
}

/** A word in more entries than this finds nobody: a bank that repeats itself must not be compared with itself. */
const MOST_HOLDING = 96;
const MOST_NEIGHBOURS = 256;
/** Below this share of common ground no rule has anything to say. */
const LEAST_COMMON = 0.35;

/** Prepares questions for comparing; time and memory grow with their text, not with their pairs. */
export function indexPaper(questions: Iterable<Question> = [], bank = ''): Paper {
	const entries = new Map<string, PaperEntry>();
	/** The words by number: which they are, whether figures, and who has them. */
	const numbers = new Map<Term, number>();
	const isFigure: boolean[] = [];
	const holders: PaperEntry[][] = [];
	let count = 0;
	const nameOf = (id: string, of: string) => `${of}\n${id}`;

	const numberOf = (term: Term) => {
		const known = numbers.get(term);
		if (known !== undefined) return known;
		const number = holders.push([]) - 1;
		isFigure.push(typeof term === 'string' && /^\d/u.test(term));
		numbers.set(term, number);
		return number;
	};
	const numbersOf = (terms: ReadonlySet<Term>): number[] => {
		const found: number[] = [];
		for (const term of terms) found.push(numberOf(term));
		return found;
	};

	/** Weights and their sums hold until the paper changes. */
	let weights = new Uint8Array(0);
	const sums = new Map<Terms, number>();
	const forget = () => {
		weights = new Uint8Array(0);
		sums.clear();
	};
	/** In whole bits of rarity, so that every engine gives the same; the commonest word counts a little, too. */
	const weight = (term: number) => {
		if (weights.length < holders.length) weights = new Uint8Array(holders.length * 2);
		const known = weights[term];
		if (known !== undefined && known !== 0) return known;
		const held = Math.max(1, holders[term]?.length ?? 1);
		return (weights[term] = 35 - Math.clz32(Math.max(1, Math.floor(entries.size / held))));
	};
	const weigh = (terms: Terms) => {
		let sum = sums.get(terms);
		if (sum === undefined) {
			sum = 0;
			for (const term of terms) sum += weight(term);
			sums.set(terms, sum);
		}
		return sum;
	};
	/** How much each entry shares with the one whose neighbours are looked for, by its order; else 0. */
	let worths = new Uint32Array(0);
	const shared = (a: Terms, b: Terms) => {
		let sum = 0;
		for (let left = 0, right = 0; left < a.length && right < b.length;) {
			const one = a[left] ?? 0;
			const two = b[right] ?? 0;
			if (one === two) sum += weight(one);
			if (one <= two) left++;
			if (two <= one) right++;
		}
		return sum;
	};

	const entryFor = (question: Question, of: string, order: number): PaperEntry => {
		const answers = answersOf(question);
		const terms = termsOf(question.stem);
		const stem = numbersOf(terms);
		const told = new Set<Term>();
		for (const answer of answers) for (const term of termsOf(answer)) if (!terms.has(term)) told.add(term);
		return {
			question,
			bank: of,
			order,
			stem: squeeze(question.stem),
			terms: Uint32Array.from(stem).sort(),
			statement: Uint32Array.from([...stem, ...numbersOf(told)]).sort(),
			answers: answers.map((text) => ({ text, plain: squeeze(text) })),
			answerKey: answers.map(sameForm).sort().join('|')
		};
	};

	const paper: Paper = {
		put(question, of = '') {
			const name = nameOf(question.id, of);
			const order = entries.get(name)?.order ?? count++;
			paper.remove(question.id, of);
			const entry = entryFor(question, of, order);
			entries.set(name, entry);
			for (const term of entry.statement) holders[term]?.push(entry);
			forget();
		},
		remove(id, of = '') {
			const name = nameOf(id, of);
			const entry = entries.get(name);
			if (!entry) return;
			for (const term of entry.statement) {
				const held = holders[term];
				held?.splice(held.indexOf(entry), 1);
			}
			entries.delete(name);
			forget();
		},
		entries: () => entries.values(),
		entryOf(question, of = '') {
			const known = entries.get(nameOf(question.id, of));
			return known?.question === question ? known : entryFor(question, of, known?.order ?? count);
		},
		neighbours(entry) {
			if (worths.length < count) worths = new Uint32Array(count * 2);
			const found: PaperEntry[] = [];
			let common = 0;
			for (const term of entry.statement) {
				const worth = weight(term);
				const known = holders[term];
				if (!known || known.length > MOST_HOLDING) {
					common += worth;
					continue;
				}
				for (const other of known) {
					const before = worths[other.order] ?? 0;
					if (before === 0) found.push(other);
					worths[other.order] = before + worth;
				}
			}
			const self = entries.get(nameOf(entry.question.id, entry.bank));
			const least = weigh(entry.terms) * LEAST_COMMON - common;
			const best = found.filter((other) => {
				const worth = worths[other.order] ?? 0;
				if (other === self) return false;
				return worth >= least || worth + common >= other.terms.length * LEAST_COMMON * 8;
			});
			if (best.length > MOST_NEIGHBOURS) {
				const worthOf = ({ order }: PaperEntry) => worths[order] ?? 0;
				best.sort((a, b) => worthOf(b) - worthOf(a) || a.order - b.order);
				best.length = MOST_NEIGHBOURS;
			}
			for (const { order } of found) worths[order] = 0;
			return best;
		},
		coverage: (part, whole) => (part.length === 0 ? 0 : shared(part, whole) / weigh(part)),
		likeness: (a, b) => (a.length + b.length === 0 ? 0 : (2 * shared(a, b)) / (weigh(a) + weigh(b))),
		sameFigures(a, b) {
			const hasAll = (some: Terms, all: Terms) =>
				some.every((term) => isFigure[term] !== true || all.includes(term));
			return hasAll(a, b) || hasAll(b, a);
		}
	};
	for (const question of questions) paper.put(question, bank);
	return paper;
}

/** The words of the right answer; none for a judgement. */
function answersOf(question: Question): string[] {
	switch (question.type) {
		case 'single-choice':
			return [question.options[question.key] ?? ''];
		case 'multiple-choice':
			return question.key.map((index) => question.options[index] ?? '');
		case 'fill-in':
			return question.key.map(([first]) => first ?? '');
		case 'numeric':
			return [`${question.key.value}${question.key.unit ?? ''}`];
		case 'ordering':
			return [question.key.map((index) => question.options[index] ?? '').join('→')];
		case 'matching':
			return question.key.map(
				([premise, option]) => `${question.premises[premise] ?? ''}—${question.options[option] ?? ''}`
			);
		case 'short-answer':
			return [question.key];
		case 'true-false':
			return [];
	}
}
