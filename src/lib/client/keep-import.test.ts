import { describe, expect, it } from 'vitest';
import { fakeDevice, openFake } from '../../../tests/support/fake-device.ts';
import { compileCourse } from '#lib/authoring/compile.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readText } from '#lib/reader/reader.ts';
import type { App } from './app.svelte.ts';
import { saveImport } from './keep-import.ts';

async function setUp() {
	const device = fakeDevice();
	const store = await openFake(device);
	const raw = readText('# 题目\n\n2024年，示例市建成示例工会 12 家。', 'a.md');
	if (!raw.ok) throw new Error('no text');
	const publication = publicationFromCompiled(compileCourse(compileDocument(raw.value)));
	const app = { stores: { ready: async () => store }, device, installation: { measure: async () => {} } };
	return { app: app as unknown as App, store, publication };
}

describe('keeping an import', () => {
	it('gives the course’s id; the same document twice is one course', async () => {
		const { app, store, publication } = await setUp();
		const first = await saveImport(app, { publication });
		expect(first).toMatchObject({ ok: true, value: `own-${publication.document.id}` });
		expect(await saveImport(app, { publication })).toEqual(first);
		expect(await store.db.courses.count()).toBe(1);
	});

	it('is refused, not thrown, when there is no space', async () => {
		const { app, store, publication } = await setUp();
		store.db.publications.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await saveImport(app, { publication })).toEqual({ ok: false, error: { type: 'StorageFull' } });
		expect(await store.db.courses.count()).toBe(0);
	});
});
