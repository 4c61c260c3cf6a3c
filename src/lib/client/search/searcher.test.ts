import { expect, it } from 'vitest';
import { fakeDevice, openFake } from '../../../../tests/support/fake-device.ts';
import { canonicalJson } from '#lib/base/hash.ts';
import { courseWith } from '#lib/study/search/sample-course.ts';
import { dropPublication, keepPublication } from '../store/courses.ts';
import type { Store } from '../store/store.ts';
import type { Answer, Readiness, Searcher } from './messages.ts';
import { openSearcher } from './searcher.ts';

const question = { id: 'q', type: 'true-false' as const, stem: '书屋每周开放六天。', key: true };

async function keep(store: Store, id: string, paragraphs: string[], at = 1): Promise<void> {
	const kind = id.startsWith('own-') ? 'own' : 'published';
	const json = canonicalJson(courseWith({ title: id, paragraphs, questions: [question] }));
	const kept = await keepPublication(
		store,
		{ id, kind, title: id, bytes: json.length, lessons: 1, questions: 1, at },
		json
	);
	expect(kept.ok).toBe(true);
}

/** A searcher, and a way to wait until it is ready again. */
function openWith(store: Store): { searcher: Searcher; ready: (courses: number) => Promise<Readiness> } {
	const said: Readiness[] = [];
	let tell = () => {};
	const searcher = openSearcher(store, {
		onready(readiness) {
			said.push(readiness);
			tell();
		}
	});
	return {
		searcher,
		ready: (courses) =>
			new Promise((resolve) => {
				tell = () => {
					const last = said.at(-1);
					if (last?.making === undefined && last?.done === courses && last.total === courses) resolve(last);
				};
				tell();
			})
	};
}

const count = ({ counts }: Answer) => counts.document;

it('keeps an index a course, follows what comes, goes and changes, and drops what is not here', async () => {
	const store = await openFake(fakeDevice());
	await keep(store, 'own-a', ['青山书屋每周开放六天。']);
	await store.db.searchIndexes.put({ course: 'gone', stamp: '0', index: {} as never });
	const { searcher, ready } = openWith(store);
	await ready(1);
	expect(count(await searcher.find({ query: '山书', most: 5 }))).toBe(1);

	await keep(store, 'own-b', ['青山书店每周开放七天。']);
	await ready(2);
	expect(count(await searcher.find({ query: '青山书', most: 5 }))).toBe(2);
	expect(count(await searcher.find({ query: '青山书', course: 'own-b', most: 5 }))).toBe(1);
	await expect
		.poll(async () => (await store.db.searchIndexes.toCollection().primaryKeys()).sort())
		.toEqual(['own-a', 'own-b']);

	await keep(store, 'own-b', ['绿水书店。'], 2);
	await expect.poll(async () => count(await searcher.find({ query: '绿水', most: 5 }))).toBe(1);
	await dropPublication(store, 'own-b');
	expect(await store.db.searchIndexes.get('own-b')).toBeUndefined();
	await ready(1);
	expect(count(await searcher.find({ query: '绿水', most: 5 }))).toBe(0);
	searcher.close();
});

it('opens what was kept without reading the course again', async () => {
	const store = await openFake(fakeDevice());
	await keep(store, 'own-a', ['青山书屋。']);
	const first = openWith(store);
	await first.ready(1);
	first.searcher.close();
	await store.db.publications.put({ id: 'own-a', json: 'damaged' });
	const { searcher, ready } = openWith(store);
	await ready(1);
	expect(count(await searcher.find({ query: '青山', most: 5 }))).toBe(1);
	searcher.close();
});

it('letters are looked for as they are, then as pinyin; a question gives itself', async () => {
	const store = await openFake(fakeDevice());
	await keep(store, 'own-a', ['青山书屋。', 'The QS list of books.', '职工书屋每周开放六天。']);
	const { searcher, ready } = openWith(store);
	await ready(1);
	const answer = await searcher.find({ query: 'qssw', most: 5 });
	expect(answer.spelled).toEqual(['青山书屋']);
	expect(answer.hits.document[0]?.find).toBe('青山书屋');
	expect(count(await searcher.find({ query: 'qs', most: 5 }))).toBe(2);
	const apart = await searcher.find({ query: "qing'shan shu wu", most: 5 });
	expect(count(apart)).toBe(1);
	expect((await searcher.question('own-a', 'q'))?.question.stem).toBe(question.stem);
	expect(await searcher.question('own-a', 'none')).toBeNull();
	expect(await searcher.question('gone', 'q')).toBeNull();
	searcher.close();
});

it('what stands nowhere as it was typed is found by its words, and said to be so', async () => {
	const store = await openFake(fakeDevice());
	await keep(store, 'own-a', ['职工书屋每周开放六天。', '职工很多。']);
	const { searcher, ready } = openWith(store);
	await ready(1);
	const answer = await searcher.find({ query: '职工书屋开放时间多少', most: 5 });
	expect(answer.loose).toContain('职工');
	expect(answer.loose).not.toContain('时间');
	expect(count(answer)).toBe(1);
	searcher.close();
});
