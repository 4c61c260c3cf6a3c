import { describe, expect, it } from 'vitest';
import { fakeDevice, openFake } from '../../../tests/support/fake-device.ts';
import { compileCourse } from '#lib/authoring/compile.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readText } from '#lib/reader/reader.ts';
import { saveImport } from './keep-import.ts';

async function setUp() {
	const device = fakeDevice();
	const store = await openFake(device);
	const raw = readText('# 题目\n\n2024年，示例市建成示例工会 12 家。', 'a.md');
	if (!raw.ok) throw new Error('no text');
	const publication = publicationFromCompiled(compileCourse(compileDocument(raw.value)));
	const stamp = { at: device.sample().at, random: device.moment().random };
	return { stamp, store, publication };
}

describe('keeping an import', () => {
	it('gives the course’s id; the same document twice is one course', async () => {
		const { stamp, store, publication } = await setUp();
		const first = await saveImport(store, publication, { stamp });
		expect(first).toMatchObject({ ok: true, value: `own-${publication.document.id}` });
		expect(await saveImport(store, publication, { stamp })).toEqual(first);
		expect(await store.db.courses.count()).toBe(1);
	});

	it('is refused, not thrown, when there is no space', async () => {
		const { stamp, store, publication } = await setUp();
		store.db.publications.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await saveImport(store, publication, { stamp })).toEqual({
			ok: false,
			error: { type: 'StorageFull' }
		});
		expect(await store.db.courses.count()).toBe(0);
	});
});
