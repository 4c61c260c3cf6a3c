import { describe, expect, it } from 'vitest';
import { fakeDevice, openFake } from '../../../../tests/support/fake-device.ts';
import type { ReviewAct } from '#lib/authoring/reviews.ts';
import { compileCourse } from '#lib/authoring/compile.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readText } from '#lib/reader/reader.ts';
import { compareImport, predecessorsOf, saveImport } from '../keep-import.ts';
import { reviewsFrom } from '../reviewed.ts';
import { claim } from './claim.ts';
import { dropPublication, readAskedBank, readForStudy, readPublication } from './courses.ts';
import { appendReview, reviewRows } from './reviews.ts';

const text = `# 青山市图书馆2023年工作报告

2023年，青山市图书馆新增图书1250册，办理读者证860张。

2023年，青山市图书馆举办讲座36场，到场听众4200人次。`;

function publicationOf(words: string) {
	const raw = readText(words, 'report.md');
	if (!raw.ok) throw new Error('no text');
	return publicationFromCompiled(compileCourse(compileDocument(raw.value)));
}

let devices = 0;

async function setUp() {
	// Another chance each time: acts have ids that never come twice.
	const device = fakeDevice(`review-${(devices += 1)}`);
	const store = await openFake(device);
	const publication = publicationOf(text);
	const stamp = () => ({ at: device.sample().at, random: device.moment().random });
	const saved = await saveImport(store, publication, { stamp: stamp() });
	if (!saved.ok) throw new Error('not saved');
	const decide = (act: ReviewAct) => appendReview(store, saved.value, act, stamp());
	const ids = publication.bank.questions.map(({ id }) => id);
	return { device, store, course: saved.value, publication, ids, decide, stamp };
}

describe('decisions of the review desk', () => {
	it('are numbered through, also when two tabs write at once', async () => {
		const { store, course, ids, decide } = await setUp();
		const acts = ids.map((id): ReviewAct => ({ type: 'accepted', questions: [id] }));
		await Promise.all(acts.map(decide));
		const rows = await reviewRows(store.db, course);
		expect(rows.map(({ seq }) => seq)).toEqual(acts.map((_, at) => at + 1));
		expect(reviewsFrom(rows).decisions.size).toBe(ids.length);
	});

	it('keep what was rejected away from study on this device', async () => {
		const { store, course, ids, decide } = await setUp();
		expect((await readForStudy(store, course))?.bank.questions.map(({ id }) => id)).toEqual(ids);
		await decide({ type: 'rejected', questions: [ids[0] ?? ''] });
		const studied = await readForStudy(store, course);
		expect(studied?.bank.questions.map(({ id }) => id)).toEqual(ids.slice(1));
		expect(await readForStudy(store, course)).toBe(studied);
		const [act] = await reviewRows(store.db, course);
		await decide({ type: 'undone', act: act?.id ?? '' });
		expect((await readForStudy(store, course))?.bank.questions).toHaveLength(ids.length);
	});

	it('leave an act of a newer version alone', async () => {
		const { store, course, ids, decide } = await setUp();
		await decide({ type: 'accepted', questions: ids });
		await store.db.reviews.add({ id: 'x', course, seq: 99, at: 0 as never, act: { type: 'from-tomorrow' } });
		expect(reviewsFrom(await reviewRows(store.db, course)).decisions.size).toBe(ids.length);
	});

	it('are refused, not thrown, when there is no space', async () => {
		const { store, ids, decide } = await setUp();
		store.db.reviews.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		const written = await decide({ type: 'accepted', questions: ids });
		expect(written).toEqual({ ok: false, error: { type: 'StorageFull' } });
	});

	it('go with the course when it is removed', async () => {
		const { store, course, ids, decide } = await setUp();
		await decide({ type: 'accepted', questions: ids });
		await dropPublication(store, course);
		expect(await store.db.reviews.count()).toBe(0);
	});

	it('go over to the account of whoever signs in, once', async () => {
		const { store, device, course, ids, decide, stamp } = await setUp();
		await decide({ type: 'accepted', questions: ids });
		const account = await openFake(device);
		await appendReview(account, course, { type: 'rejected', questions: [ids[0] ?? ''] }, stamp());
		await claim(store, account, undefined);
		await claim(store, account, undefined);
		const rows = await reviewRows(account.db, course);
		expect(rows.map(({ seq }) => seq)).toEqual([1, 2]);
		expect(reviewsFrom(rows).decisions.get(ids[0] ?? '')?.state).toBe('accepted');
		expect(await store.db.reviews.count()).toBe(0);
	});
});

describe('a corrected document', () => {
	const corrected = publicationOf(text.replace('讲座36场', '讲座38场'));

	it('is recognised, and takes the place of the old one with its reviews', async () => {
		const { stamp, store, course, ids, decide } = await setUp();
		await decide({ type: 'accepted', questions: ids });
		expect(await predecessorsOf(store, corrected)).toMatchObject([{ id: course, match: 'likely' }]);
		const comparison = await compareImport(store, corrected, course);
		expect(comparison?.flagged.changed).toBeGreaterThan(0);
		expect(await saveImport(store, corrected, { stamp: stamp(), replaces: course })).toEqual({
			ok: true,
			value: course
		});
		expect(await store.db.courses.count()).toBe(1);
		expect((await readPublication(store, course))?.document.id).toBe(corrected.document.id);
		const reviews = reviewsFrom(await reviewRows(store.db, course));
		expect(reviews.decisions.size).toBe(ids.length);
		expect(reviews.flags.size).toBe(comparison?.flagged.changed);
		expect(await predecessorsOf(store, corrected)).toMatchObject([{ id: course, match: 'same' }]);
	});

	it('leaves the old text free to be imported again as a course of its own', async () => {
		const { stamp, store, course, publication } = await setUp();
		await saveImport(store, corrected, { stamp: stamp(), replaces: course });
		const again = await saveImport(store, publication, { stamp: stamp() });
		expect(again).toEqual({ ok: true, value: `${course}-2` });
		expect(await saveImport(store, publication, { stamp: stamp() })).toEqual(again);
		expect(await store.db.courses.count()).toBe(2);
	});

	it('writes nothing when nothing was decided or changed', async () => {
		const { stamp, store, publication } = await setUp();
		await saveImport(store, publication, { stamp: stamp() });
		expect(await store.db.reviews.count()).toBe(0);
	});

	it('changes neither text nor reviews when there is no space', async () => {
		const { stamp, store, course, ids, decide, publication } = await setUp();
		await decide({ type: 'accepted', questions: ids });
		store.db.publications.hook('updating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await saveImport(store, corrected, { stamp: stamp(), replaces: course })).toMatchObject({
			ok: false
		});
		expect((await readPublication(store, course))?.document.id).toBe(publication.document.id);
		expect(await store.db.reviews.count()).toBe(1);
	});

	it('leaves attempts with the questions that were asked', async () => {
		const { stamp, store, course, publication } = await setUp();
		const asked = publication.bank.questions.slice(0, 1);
		await store.db.asked.put({ attempt: 'a', questions: asked });
		await saveImport(store, corrected, { stamp: stamp(), replaces: course });
		const now = await readPublication(store, course);
		const bank = now && (await readAskedBank(store, 'a', now));
		expect(bank?.questions.find(({ id }) => id === asked[0]?.id)).toEqual(asked[0]);
	});
});
