import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentIds } from '#lib/base/id.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import type { Publication } from '#lib/course/publication.ts';
import { compileDocument } from '#lib/document/compile.ts';
import type { Question } from '#lib/question/question.ts';
import { readText } from '#lib/reader/reader.ts';
import { cpuMsOf } from '../../../../tests/support/cpu-time.ts';
import { compileCourse } from '../compile.ts';
import { documentWith } from '../sample-document.ts';
import { foldReviews, noReviews, type ReviewAct, type Reviewed, type Reviews } from '../reviews.ts';
import { compareCompiled, replacedAct } from './compare.ts';
import { countItems, deskItems, isInUse } from './desk.ts';
import { forLearners } from './learners.ts';

const report = readFileSync('tests/support/work-report.txt', 'utf8');

function compiled(text: string): Publication {
	const raw = readText(text, 'report.txt');
	if (!raw.ok) throw new Error('no text');
	return publicationFromCompiled(compileCourse(compileDocument(raw.value)));
}

/** A document of which every sentence is one question; the question's id is its sentence's. */
function publicationOf(sentences: readonly string[]): Publication {
	const document = { ...documentWith(sentences), id: `d-${sentences.join('')}`.slice(0, 60) };
	const idOf = contentIds();
	const questions = sentences.map((sentence): Question => ({
		id: idOf('q', sentence),
		type: 'true-false',
		stem: `判断：${sentence}`,
		key: true,
		source: { document: document.id, article: 'a-1', section: 's-1', sentence }
	}));
	const lesson = { id: 'l-1', title: '一', minutes: 1, sections: ['s-1'], facts: [], questions: [] };
	const modules = [{ id: 'm-1', title: '一', lessons: [lesson] }];
	return publicationFromCompiled({ document, facts: [], modules, questions });
}

const reviewsOf = (...acts: ReviewAct[]): Reviews =>
	foldReviews(acts.map((act, at): Reviewed => ({ id: `act-${at}`, seq: at, act })));
const acceptAll = ({ bank }: Publication): ReviewAct => ({
	type: 'accepted',
	questions: bank.questions.map(({ id }) => id)
});

/** Imports `next` over `old`: the reviews as they are afterwards. */
function reimported(old: Publication, next: Publication, acts: ReviewAct[]): ReviewAct[] {
	const reviews = reviewsOf(...acts);
	const act = replacedAct(old, next, reviews, compareCompiled(old, next, reviews));
	return act ? [...acts, act] : acts;
}

describe('a document imported again', () => {
	const old = compiled(report);

	it('flags nothing and lists nothing as new when it is the same', () => {
		const reviews = reviewsOf(acceptAll(old));
		const comparison = compareCompiled(old, compiled(report), reviews);
		expect(comparison).toMatchObject({ carried: [], changed: [], fresh: [], dropped: 0 });
		expect(comparison.kept).toBe(old.bank.questions.length);
		expect(replacedAct(old, old, reviews, comparison)).toBeUndefined();
	});

	/** A figure that questions rest on, and the report with another one in its place. */
	const figures = [...new Set(report.match(/\d{3,}(?=[^\d\n年])/gu))].filter(
		(one) =>
			report.split(one).length === 2 &&
			old.bank.questions.some(({ source }) => source?.sentence?.includes(one))
	);
	const [figure = ''] = figures;
	const other = `${figure.slice(0, -1)}${(Number(figure.at(-1)) + 3) % 10}`;
	const corrected = compiled(report.replace(figure, other));

	it('flags what rests on a corrected sentence, with both wordings; the rest stays as it was', () => {
		expect(figures.length).toBeGreaterThan(0);
		const acts = reimported(old, corrected, [acceptAll(old)]);
		const items = deskItems(corrected, reviewsOf(...acts));
		const flagged = items.filter(({ flag }) => flag);
		expect(flagged.length).toBeGreaterThan(0);
		for (const { flag, draft } of flagged) {
			expect(flag?.was).toContain(figure);
			expect(flag?.now).toContain(other);
			expect(draft.source?.sentence).toBe(flag?.now);
		}
		const kept = items.filter(({ state, flag }) => state === 'accepted' && !flag);
		expect(kept.length).toBe(old.bank.questions.length - flagged.length);
	});

	it('gives what a corrected sentence says now as a new draft; the reviewed question waits for a decision', () => {
		const items = deskItems(corrected, reviewsOf(...reimported(old, corrected, [acceptAll(old)])));
		const held = items.filter(({ carried, flag }) => carried && flag);
		expect(held.length).toBeGreaterThan(0);
		expect(held.filter((item) => isInUse(item, true))).toEqual([]);
		expect(items.some(({ fresh, question }) => fresh && question.source?.sentence?.includes(other))).toBe(
			true
		);
	});

	it('keeps a question whose sentence went, out of use until someone decides', () => {
		const next = publicationOf(['第一句说到十二家。']);
		const before = publicationOf(['第一句说到十二家。', '完全不同的另外一句话。']);
		const acts = reimported(before, next, [acceptAll(before)]);
		const [kept, gone] = deskItems(next, reviewsOf(...acts));
		expect(kept).toMatchObject({ state: 'accepted', carried: false });
		expect(gone).toMatchObject({ carried: true, flag: { was: '完全不同的另外一句话。' } });
		expect(gone?.flag?.now).toBeUndefined();
		expect(forLearners(next, reviewsOf(...acts), 'all').bank.questions).toHaveLength(1);
		const again = reviewsOf(...acts, { type: 'accepted', questions: [gone?.id ?? ''] });
		expect(forLearners(next, again, 'reviewed').bank.questions).toHaveLength(2);
	});

	it('takes the flag back when the correction is taken back', () => {
		const acts = reimported(old, corrected, [acceptAll(old)]);
		const back = reimported(corrected, old, acts);
		const items = deskItems(old, reviewsOf(...back));
		expect(items.filter(({ flag }) => flag)).toEqual([]);
		expect(countItems(items)).toMatchObject({
			reviewed: old.bank.questions.length,
			accepted: old.bank.questions.length
		});
	});

	it('leaves a question alone that rests on a part of a sentence which still stands', () => {
		const part = (publication: Publication): Publication => {
			const [first] = publication.bank.questions;
			const source = { document: 'd-1', section: 's-1', sentence: '一是建站，二是办校' };
			return first
				? { ...publication, bank: { ...publication.bank, questions: [{ ...first, source }] } }
				: publication;
		};
		const before = part(publicationOf(['要做两件事：一是建站，二是办校。']));
		const after = {
			...publicationOf(['要做两件事：一是建站，二是办校。', '另加一句。']),
			bank: { ...before.bank, questions: [] }
		};
		const reviews = reviewsOf(acceptAll(before));
		expect(deskItems(before, reviews)[0]?.place?.paragraph.text).toContain('要做两件事');
		expect(compareCompiled(before, after, reviews)).toMatchObject({
			flagged: { changed: 0, gone: 0 },
			kept: 1
		});
	});

	it('is compared in time near to linear', () => {
		const sentences = (n: number, year: number) =>
			Array.from({ length: n }, (_, at) => `${year}年第${at * 37}号馆新增图书${at * 91 + 7}册，全部上架。`);
		const run = (n: number) => {
			const [before, after] = [publicationOf(sentences(n, 2023)), publicationOf(sentences(n, 2024))];
			const reviews = reviewsOf(acceptAll(before));
			return cpuMsOf(() => compareCompiled(before, after, reviews));
		};
		run(200);
		const small = Math.max(5, run(500));
		expect(run(4_000)).toBeLessThan(small * 8 * 6);
	});

	const sentence = fc.stringMatching(/^[一二三四五六七八九十馆册人次建成共]{4,14}。$/);
	const text = fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 });
	const histories = fc.record({
		first: text,
		then: fc.array(text, { minLength: 1, maxLength: 3 }),
		chosen: fc.array(fc.nat({ max: 11 }), { maxLength: 8 }),
		rejected: fc.array(fc.nat({ max: 11 }), { maxLength: 4 })
	});

	it('never loses a reviewed question, whatever the texts and however often', () => {
		fc.assert(
			fc.property(histories, ({ first, then, chosen, rejected }) => {
				let now = publicationOf(first);
				const pick = (places: readonly number[]) => places.flatMap((at) => now.bank.questions[at]?.id ?? []);
				let acts: ReviewAct[] = [
					{ type: 'accepted', questions: pick(chosen) },
					{ type: 'rejected', questions: pick(rejected) }
				];
				const reviewed = new Map(deskItems(now, reviewsOf(...acts)).map((item) => [item.id, item]));
				for (const next of then.map(publicationOf)) {
					acts = reimported(now, next, acts);
					now = next;
					const items = new Map(deskItems(now, reviewsOf(...acts)).map((item) => [item.id, item]));
					for (const [id, { state, draft }] of reviewed)
						if (state !== 'waiting')
							expect(items.get(id)).toMatchObject({ state, draft: { stem: draft.stem } });
				}
			})
		);
	});

	it('flags nothing where nothing was corrected, and says the same each time', () => {
		fc.assert(
			fc.property(histories, ({ first, then: [second = first], chosen }) => {
				const [old, next] = [publicationOf(first), publicationOf(second)];
				const reviews = reviewsOf({
					type: 'accepted',
					questions: chosen.flatMap((at) => old.bank.questions[at]?.id ?? [])
				});
				expect(compareCompiled(old, publicationOf(first), reviews)).toMatchObject({
					carried: [],
					changed: [],
					fresh: [],
					flagged: { changed: 0, gone: 0 }
				});
				expect(compareCompiled(old, next, reviews)).toEqual(
					compareCompiled(publicationOf(first), publicationOf(second), reviews)
				);
			})
		);
	});

	it('needs no reviews to say what is new', () => {
		const next = publicationOf(['甲馆有书。', '乙馆有报。']);
		expect(compareCompiled(publicationOf(['甲馆有书。']), next, noReviews).fresh).toHaveLength(1);
	});
});
