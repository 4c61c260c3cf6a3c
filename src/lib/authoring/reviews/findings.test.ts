import { describe, expect, it } from 'vitest';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import type { Question } from '#lib/question/question.ts';
import { documentWith } from '../sample-document.ts';
import { foldReviews, pairKey, type ReviewAct } from '../reviews.ts';
import { deskItems } from './desk.ts';
import { canBulkAccept, deskLint, openRemarks } from './findings.ts';

const questionWith = (id: string, stem: string, options: string[], key = 0): Question => ({
	id,
	type: 'single-choice',
	stem,
	options,
	key,
	explanation: '见年报。'
});
const questions = [
	questionWith('good', '2023年，青山市图书馆新增图书多少册？', ['1250册', '1350册', '1450册']),
	questionWith('twin', '2023年，青山市图书馆新增图书是多少册？', ['1250册', '1360册', '1470册']),
	questionWith('torn', '2023年，青山市图书馆的讲座场次是多少？', ['36场', '36场', '48场']),
	questionWith('alone', '2023年，青山市图书馆的读者证办理量是多少？', ['860张', '960张', '1060张'])
];
const publication = publicationFromCompiled({
	document: documentWith(['甲。']),
	facts: [],
	modules: [],
	questions
});
const itemsAfter = (...acts: ReviewAct[]) =>
	deskItems(publication, foldReviews(acts.map((act, at) => ({ id: `a${at}`, seq: at, act }))));
function lookedAt(...acts: ReviewAct[]) {
	const lint = deskLint(publication.document, 'own-1');
	lint.take(itemsAfter(...acts));
	while (lint.step());
	return lint;
}
const said = (lint: ReturnType<typeof deskLint>, id: string) => ({
	rules: lint.remarks.get(id)?.findings.map(({ rule }) => rule) ?? [],
	alike:
		lint.remarks.get(id)?.alike.map(({ first, second }) => (first.id === id ? second.id : first.id)) ?? []
});

describe('the checks of the review desk', () => {
	it('find broken rules and near-duplicates, one question at a time', () => {
		const lint = deskLint(publication.document, 'own-1');
		lint.take(itemsAfter());
		expect(lint.left).toBe(4);
		while (lint.step());
		expect(lint.left).toBe(0);
		expect(said(lint, 'torn').rules).toContain('duplicate-option');
		expect(said(lint, 'good').alike).toEqual(['twin']);
		expect(said(lint, 'alone')).toEqual({ rules: [], alike: [] });
	});

	it('forget what was rejected, and what others had because of it', () => {
		const lint = lookedAt();
		lint.take(itemsAfter({ type: 'rejected', questions: ['twin'] }));
		while (lint.step());
		expect(lint.remarks.has('twin')).toBe(false);
		expect(said(lint, 'good').alike).toEqual([]);
	});

	it('look again at what was edited', () => {
		const lint = lookedAt();
		const edited = { ...questions[2], options: ['36场', '40场', '48场'] } as Question;
		lint.take(itemsAfter({ type: 'edited', question: edited }));
		expect(lint.left).toBeGreaterThan(0);
		while (lint.step());
		expect(said(lint, 'torn').rules).toEqual([]);
	});

	it('find what another course asks already', () => {
		const lint = lookedAt({ type: 'rejected', questions: ['twin'] });
		lint.takeOthers([
			{ course: 'own-2', questions: [questionWith('there', questions[3]?.stem ?? '', ['860张', '870张'])] }
		]);
		while (lint.step());
		expect(lint.remarks.get('alone')?.alike[0]).toMatchObject({
			second: { id: 'alone' },
			firstBank: 'own-2'
		});
	});

	it('keep quiet about two that are both wanted', () => {
		const lint = lookedAt();
		const kept = new Set([pairKey('good', 'twin')]);
		expect(openRemarks(lint.remarks.get('good'), 'good', kept)).toEqual({ findings: [], alike: [] });
		expect(openRemarks(lint.remarks.get('good'), 'good', new Set())?.alike).toHaveLength(1);
	});

	it('let only what nothing was said about be accepted in bulk', () => {
		const lint = lookedAt({ type: 'accepted', questions: ['twin'] });
		const items = itemsAfter({ type: 'accepted', questions: ['twin'] });
		expect(
			items.filter((item) => canBulkAccept(item, lint.remarks.get(item.id))).map(({ id }) => id)
		).toEqual(['alone']);
		expect(items.filter((item) => canBulkAccept(item, undefined))).toEqual([]);
	});

	it('check a wording that is not kept yet', () => {
		const lint = lookedAt();
		const typed = { ...questions[3], stem: '今年办了多少张读者证？' } as Question;
		expect(lint.lint(typed).map(({ rule }) => rule)).toContain('relative-time');
	});
});
