import type { Question } from '#lib/question/question.ts';
import { squeeze } from './finding.ts';
import { sameForm } from './figure.ts';
import { termsOf } from './likeness.ts';

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
	terms: ReadonlySet<string>;
	/** What stem and answer together say. */
	statement: ReadonlySet<string>;
	/** The words of the right answer, as printed. */
	answers: readonly string[];
	/** The same for two questions with the same answer; empty for a judgement. */
	answerKey: string;
}

/**
 * The questions that stand together, so that one of them can be compared with those it resembles without
 * a look at all. It changes with the paper: `put` after an edit, `remove` after a rejection.
 */
export interface Paper {
	/** Adds a question, or replaces the one with its id in that bank. */
	put(question: Question, bank?: string): void;
	remove(id: string, bank?: string): void;
	entries(): Iterable<PaperEntry>;
	/** An entry for a question, whether it has been put in or not. */
	entryOf(question: Question, bank?: string): PaperEntry;
	/** The entries that share rare words with this one, itself left out; at most some hundreds. */
	neighbours(entry: PaperEntry): PaperEntry[];
	/** How much of what `part` names `whole` names too, 0–1; rare words count more. */
	coverage(part: ReadonlySet<string>, whole: ReadonlySet<string>): number;
	/** How alike two sets of words are, 0–1; rare words count more (weighted Dice). */
	likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number;
}

/** A word in more entries than this finds nobody: a bank that repeats itself must not be compared with itself. */
const MOST_HOLDING = 96;
const MOST_NEIGHBOURS = 256;

/** Prepares questions for comparing; time and memory grow with their text, not with their pairs. */
export function indexPaper(questions: Iterable<Question> = [], bank = ''): Paper {
	const entries = new Map<string, PaperEntry>();
	const holders = new Map<string, Set<string>>();
	let count = 0;
	const nameOf = (id: string, of: string) => `${of}\n${id}`;

	/** In whole bits of rarity, so that every engine gives the same; the commonest word counts a little, too. */
	const weight = (term: string) => {
		const held = holders.get(term)?.size ?? 1;
		return 3 + 32 - Math.clz32(Math.max(1, Math.floor(entries.size / held)));
	};
	const weigh = (terms: Iterable<string>) => {
		let sum = 0;
		for (const term of terms) sum += weight(term);
		return sum;
	};
	const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
		let sum = 0;
		for (const term of a) if (b.has(term)) sum += weight(term);
		return sum;
	};

	const paper: Paper = {
		put(question, of = '') {
			const name = nameOf(question.id, of);
			const order = entries.get(name)?.order ?? count++;
			paper.remove(question.id, of);
			const entry = entryFor(question, of, order);
			entries.set(name, entry);
			for (const term of entry.statement) {
				const known = holders.get(term);
				if (known) known.add(name);
				else holders.set(term, new Set([name]));
			}
		},
		remove(id, of = '') {
			const name = nameOf(id, of);
			for (const term of entries.get(name)?.statement ?? []) {
				const known = holders.get(term);
				known?.delete(name);
				if (known?.size === 0) holders.delete(term);
			}
			entries.delete(name);
		},
		entries: () => entries.values(),
		entryOf(question, of = '') {
			const known = entries.get(nameOf(question.id, of));
			return known?.question === question ? known : entryFor(question, of, known?.order ?? count);
		},
		neighbours(entry) {
			const self = nameOf(entry.question.id, entry.bank);
			const found = new Map<string, number>();
			for (const term of entry.statement) {
				const known = holders.get(term);
				if (!known || known.size > MOST_HOLDING) continue;
				const worth = weight(term);
				for (const name of known) found.set(name, (found.get(name) ?? 0) + worth);
			}
			found.delete(self);
			const best = [...found];
			if (best.length > MOST_NEIGHBOURS) {
				best.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
				best.length = MOST_NEIGHBOURS;
			}
			return best.flatMap(([name]) => {
				const other = entries.get(name);
				return other ? [other] : [];
			});
		},
		coverage: (part, whole) => (part.size === 0 ? 0 : shared(part, whole) / weigh(part)),
		likeness: (a, b) => (a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (weigh(a) + weigh(b)))
	};
	for (const question of questions) paper.put(question, bank);
	return paper;
}

function entryFor(question: Question, bank: string, order: number): PaperEntry {
	const answers = answersOf(question);
	const terms = termsOf(question.stem);
	const statement = new Set(terms);
	for (const answer of answers) for (const term of termsOf(answer)) statement.add(term);
	return {
		question,
		bank,
		order,
		stem: squeeze(question.stem),
		terms,
		statement,
		answers,
		answerKey: answers.map(sameForm).sort().join('|')
	};
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
