import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashText } from '#lib/base/hash.ts';
import { PUBLICATION, PUBLICATION_HASH, PUBLICATION_TEXT } from '../../../../tests/support/server-events.ts';
import {
	newOrganisation,
	startServer,
	type Organisation,
	type TestServer
} from '../../../../tests/support/server-http.ts';
import { state } from '../state.ts';
import { contentOffered } from '../storage/tables/publication.ts';

let server: TestServer;
let ours: Organisation;
beforeAll(async () => {
	server = await startServer();
	ours = await newOrganisation(server);
});
afterAll(() => server.close());

describe('a publication', () => {
	it('is named by its content, and comes back to the byte in every encoding', async () => {
		const published = await ours.trainer.post(`/api/v1/publications?organisation=${ours.id}`, {
			publication: PUBLICATION
		});
		expect(published.body).toEqual({ hash: PUBLICATION_HASH });
		for (const encoding of ['br', 'gzip', 'identity', 'br;q=0, gzip', '']) {
			const answer = await ours.learner.get(`/api/v1/publications/${PUBLICATION_HASH}`, {
				'accept-encoding': encoding
			});
			expect(answer.text, encoding).toBe(PUBLICATION_TEXT);
			expect(hashText(answer.text)).toBe(PUBLICATION_HASH);
			expect(answer.headers.get('content-encoding')).toBe(
				encoding === 'br' ? 'br' : encoding.includes('gzip') ? 'gzip' : null
			);
		}
		const { db } = await state();
		const gzipped = await contentOffered(db, PUBLICATION_HASH, [ours.id], 'gzip');
		expect(gunzipSync(gzipped!).toString()).toBe(PUBLICATION_TEXT);
	});

	it('may be kept for ever, by the account that fetched it', async () => {
		const answer = await ours.learner.get(`/api/v1/publications/${PUBLICATION_HASH}`);
		expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
		expect(answer.headers.get('vary')).toContain('cookie');
		const again = await ours.learner.get(`/api/v1/publications/${PUBLICATION_HASH}`, {
			'if-none-match': answer.headers.get('etag')!
		});
		expect(again.status).toBe(304);
	});

	it('stands in the list once, with what it holds', async () => {
		await ours.administrator.post(`/api/v1/publications?organisation=${ours.id}`, {
			publication: PUBLICATION
		});
		const { publications } = (await ours.learner.get('/api/v1/publications')).body;
		expect(publications).toHaveLength(1);
		expect(publications[0]).toMatchObject({
			hash: PUBLICATION_HASH,
			title: '两道题',
			lessons: 1,
			questions: 2,
			bytes: Buffer.byteLength(PUBLICATION_TEXT),
			publishedBy: ours.trainer.person.name
		});
	});

	it('is gone from list and address after it was withdrawn, and back when published again', async () => {
		const url = `/api/v1/publications/${PUBLICATION_HASH}`;
		expect((await ours.trainer.delete(`${url}?organisation=${ours.id}`)).status).toBe(200);
		expect((await ours.learner.get(url)).body.error.type).toBe('NoSuchPublication');
		expect((await ours.learner.get('/api/v1/publications')).body.publications).toEqual([]);
		await ours.trainer.post(`/api/v1/publications?organisation=${ours.id}`, { publication: PUBLICATION });
		expect((await ours.learner.get(url)).status).toBe(200);
	});

	it('must fit its schema and its size', async () => {
		const url = `/api/v1/publications?organisation=${ours.id}`;
		expect((await ours.trainer.post(url, { publication: { ...PUBLICATION, format: 2 } })).body.error).toEqual(
			{ type: 'Invalid', where: 'publication.format' }
		);
		const huge = {
			...PUBLICATION,
			document: { ...PUBLICATION.document, removed: ['x'.repeat(25 * 1024 * 1024)] }
		};
		expect((await ours.trainer.post(url, { publication: huge })).status).toBe(413);
	});
});
