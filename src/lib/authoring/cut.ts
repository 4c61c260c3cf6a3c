import type { Article, Paragraph, Section } from '#lib/document/document.ts';
import { readMark } from '#lib/document/numerals.ts';

/** A section, or some paragraphs of it that stand together. */
export interface Stretch {
	article: Article;
	section: Section;
	paragraphs: Paragraph[];
	/** Which of how many stretches its section was cut into; absent for a whole section. */
	part?: { at: number; of: number };
}

/** Characters of a lesson: 3–5 minutes at 320 a minute; what is longer is cut, if it can be. */
const MOST = 1_760;
/** Four minutes: what cutting aims at. */
const AIM = 1_280;
/** A section of its own from here on, though it would fit in with its neighbour. */
const ENOUGH = 800;
/** Shorter than this goes with a neighbour. */
const LEAST = 480;
/** A minute: nothing shorter is a lesson, if it can be helped. */
const SHORTEST = 320;
/** Six minutes, the most a lesson with a short neighbour may grow to. */
const WITH_NEIGHBOUR = 2_070;

/**
 * The stretches of an article's lessons: whole sections where they fit, long sections cut between
 * paragraphs.
 * @param scale how many letters say as much as one ideograph
 */
export function cutArticle(article: Article, scale: number): Stretch[][] {
	const lessons: Stretch[][] = [];
	let whole: Section[] = [];
	const close = () => {
		const atoms = whole.map((section, at) => ({
			length: lengthOfSection(section) / scale,
			cost: (section.level <= 1 ? 0 : section.level === 2 ? 0.1 : 0.35) + (isLedUpTo(whole, at) ? 0.4 : 0),
			isNatural: section.level <= 2
		}));
		for (const [from, to] of cutRun(atoms))
			lessons.push(
				whole.slice(from, to).map((section) => ({ article, section, paragraphs: section.paragraphs }))
			);
		whole = [];
	};
	for (const section of article.sections) {
		const parts = lengthOfSection(section) / scale > MOST ? cutSection(section, scale) : [];
		if (parts.length < 2) {
			whole.push(section);
			continue;
		}
		close();
		parts.forEach((paragraphs, at) =>
			lessons.push([{ article, section, paragraphs, part: { at, of: parts.length } }])
		);
	}
	close();
	return joinShort(lessons, scale);
}

/** Whether the section before is the one above it and goes on below. */
function isLedUpTo(sections: readonly Section[], at: number): boolean {
	const before = sections[at - 1];
	return before !== undefined && before.level > 0 && before.level < (sections[at]?.level ?? 0);
}

export function lengthOfSection({ heading, paragraphs }: Section): number {
	return heading.length + lengthOfParagraphs(paragraphs);
}

/** Of the text that is shown; a section's heading counts where it begins. */
export function lengthOfStretch({ section, paragraphs, part }: Stretch): number {
	return (part && part.at > 0 ? 0 : section.heading.length) + lengthOfParagraphs(paragraphs);
}

function lengthOfParagraphs(paragraphs: readonly Paragraph[]): number {
	return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

function cutSection({ paragraphs }: Section, scale: number): Paragraph[][] {
	const held = heldTogether(paragraphs, scale);
	const atoms = paragraphs.map((paragraph, at) => ({
		length: paragraph.text.length / scale,
		cost: held.has(at) ? Infinity : isOpening(paragraph.text) ? 0 : 0.3,
		isNatural: false
	}));
	return cutRun(atoms).map(([from, to]) => paragraphs.slice(from, to));
}

/** A paragraph that opens with a numeral of any kind opens a point. */
function isOpening(text: string): boolean {
	return readMark(text) !== undefined;
}

/**
 * The paragraphs before which no lesson may end: what a colon announces, captions and signatures, and the
 * points of a list told off over paragraphs, unless the list is longer than a lesson.
 */
function heldTogether(paragraphs: readonly Paragraph[], scale: number): Set<number> {
	const held = new Set<number>();
	paragraphs.forEach(({ kind }, at) => {
		const before = paragraphs[at - 1];
		if (kind === 'caption' || kind === 'attribution' || /[：:]$/.test(before?.text ?? '')) held.add(at);
	});
	for (const [from, to] of listRuns(paragraphs)) {
		if (lengthOfParagraphs(paragraphs.slice(from, to)) / scale > MOST) continue;
		for (let at = from + 1; at < to; at++) held.add(at);
	}
	return held;
}

/** From the first to behind the last paragraph of each list that runs over paragraphs. */
function listRuns(paragraphs: readonly Paragraph[]): [from: number, to: number][] {
	const runs: [number, number][] = [];
	/** By the form of their numerals: a list may hold another one. */
	const open = new Map<string, { from: number; last: number; number: number }>();
	const close = (form: string) => {
		const run = open.get(form);
		if (run && run.last > run.from) runs.push([run.from, run.last + 1]);
		open.delete(form);
	};
	let items = -1;
	paragraphs.forEach(({ text, kind }, at) => {
		const isItem = kind === 'list-item' || kind === 'table';
		if (isItem && items < 0) items = at;
		if (!isItem && items >= 0) {
			runs.push([items, at]);
			items = -1;
		}
		const numeral = numeralOf(text);
		if (!numeral) return;
		const run = open.get(numeral.form);
		if (run && numeral.number === run.number + 1) {
			run.last = at;
			run.number = numeral.number;
		} else {
			close(numeral.form);
			open.set(numeral.form, { from: at, last: at, number: numeral.number });
		}
	});
	if (items >= 0) runs.push([items, paragraphs.length]);
	for (const form of [...open.keys()]) close(form);
	return runs;
}

/** 一是 and 一要 count different lists; the clauses of a law are no list. */
function numeralOf(text: string): { form: string; number: number } | undefined {
	const mark = readMark(text);
	if (!mark || mark.kind === 'clause' || mark.kind === 'chapter' || mark.kind === 'part') return undefined;
	if (mark.kind !== 'lead') return { form: mark.kind, number: mark.number };
	const spoken = ['首先', '其次', '再次', '最后'].findIndex((word) => text.startsWith(word));
	if (spoken >= 0) return { form: '首先', number: Math.min(spoken, 2) };
	return { form: text.startsWith('第') ? '第' : text.slice(mark.end - 1, mark.end), number: mark.number };
}

interface Atom {
	length: number;
	/** What it costs to cut before it; infinite where that is out of the question. */
	cost: number;
	/** Whether a new subject begins here, so that two lessons are better than one that would do. */
	isNatural: boolean;
}

/** Cuts into even runs of about `AIM`, at the cheapest places; every atom once, in order, in linear time. */
function cutRun(atoms: readonly Atom[]): [from: number, to: number][] {
	const runs: [number, number][] = [];
	let rest = atoms.reduce((sum, { length }) => sum + length, 0);
	let from = 0;
	while (from < atoms.length) {
		const to = nextCut(atoms, from, rest);
		runs.push([from, to]);
		for (let at = from; at < to; at++) rest -= atoms[at]?.length ?? 0;
		from = to;
	}
	return runs;
}

function nextCut(atoms: readonly Atom[], from: number, rest: number): number {
	const isLast = rest <= MOST;
	const target = rest / Math.max(isLast ? 1 : 2, Math.round(rest / AIM));
	const least = isLast ? ENOUGH : target * 0.6;
	let best: { at: number; cost: number } | undefined;
	let short: { at: number; held: number } | undefined;
	let held = 0;
	for (let at = from + 1; at < atoms.length; at++) {
		held += atoms[at - 1]?.length ?? 0;
		const { cost = 0, isNatural = false } = atoms[at] ?? {};
		if (cost === Infinity) continue;
		if (isLast) {
			if (isNatural && held >= ENOUGH && rest - held >= ENOUGH) return at;
			continue;
		}
		if (held > MOST) {
			const isBetterShort = short !== undefined && (short.held >= LEAST || held > WITH_NEIGHBOUR);
			return best?.at ?? (isBetterShort ? short?.at : undefined) ?? at;
		}
		if (held < least) {
			if (held >= SHORTEST) short = { at, held };
			continue;
		}
		const price = cost + Math.abs(held - target) / target;
		if (!best || price < best.cost) best = { at, cost: price };
	}
	return isLast ? atoms.length : (best?.at ?? short?.at ?? atoms.length);
}

/** A lesson too short to be one goes with the shorter of its neighbours, if that stays within six minutes. */
function joinShort(lessons: readonly Stretch[][], scale: number): Stretch[][] {
	const result: Stretch[][] = [];
	const lengthOf = (lesson: readonly Stretch[] | undefined) =>
		lesson === undefined ? Infinity : lesson.reduce((sum, one) => sum + lengthOfStretch(one), 0) / scale;
	let carried: Stretch[] = [];
	lessons.forEach((own, at) => {
		const lesson = [...carried, ...own];
		carried = [];
		const length = lengthOf(lesson);
		const before = result.at(-1);
		const next = lessons[at + 1];
		const [left, right] = [lengthOf(before), lengthOf(next)];
		// What leads up to the sections under it does not go with those before it.
		const isLead = (next?.[0]?.section.level ?? 0) > (lesson[0]?.section.level ?? 0);
		const least = isLead && right + length > WITH_NEIGHBOUR ? SHORTEST : LEAST;
		if (length >= least || Math.min(left, right) + length > WITH_NEIGHBOUR) result.push(lesson);
		else if (isLead && right + length <= WITH_NEIGHBOUR) carried = lesson;
		else if (right < left) carried = lesson;
		else before?.push(...lesson);
	});
	return result;
}
