import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import { canonicalJson } from '#lib/base/hash.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import { publicationHash, type Publication } from '#lib/course/publication.ts';
import { leads } from '../accounts/organisations.ts';
import { log } from '../log.ts';
import type { Database } from '../storage/schema.ts';
import { roleOf } from '../storage/tables/membership.ts';
import {
	contentOffered,
	insertOffer,
	insertPublication,
	withdrawOffer
} from '../storage/tables/publication.ts';

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);
const brotliAsync = promisify(brotliCompress);

/** Offers a publication to the organisation's members. Publishing the same again changes nothing. */
export async function publish(
	db: Database,
	publication: Publication,
	by: { organisation: string; member: string },
	now: Millis
): Promise<Result<{ hash: string }, { type: 'NotAllowed' }>> {
	if (!leads(await roleOf(db, by.organisation, by.member))) return refuse({ type: 'NotAllowed' });
	const hash = publicationHash(publication);
	const text = Buffer.from(canonicalJson(publication));
	const [gzipped, brotlied] = await Promise.all([
		gzipAsync(text, { level: 9 }),
		brotliAsync(text, {
			params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
		})
	]);
	await db.transaction().execute(async (tx) => {
		await insertPublication(tx, {
			hash,
			title: publication.title,
			summary: publication.summary ?? null,
			bytes: text.length,
			lessons: publication.modules.reduce((sum, module) => sum + module.lessons.length, 0),
			questions: publication.bank.questions.length,
			bank: JSON.stringify(publication.bank),
			gzip: gzipped,
			brotli: brotlied,
			storedAt: now
		});
		await insertOffer(tx, { organisation: by.organisation, publication: hash, publishedBy: by.member }, now);
	});
	log('published', { ...by, hash });
	return ok({ hash });
}

/** Takes it back from the organisation's list. Devices that fetched it keep it; begun attempts are still marked. */
export async function withdraw(
	db: Database,
	hash: string,
	by: { organisation: string; member: string },
	now: Millis
): Promise<Result<null, { type: 'NotAllowed' } | { type: 'NoSuchPublication' }>> {
	if (!leads(await roleOf(db, by.organisation, by.member))) return refuse({ type: 'NotAllowed' });
	if (!(await withdrawOffer(db, by.organisation, hash, now))) return refuse({ type: 'NoSuchPublication' });
	log('withdrawn', { ...by, hash });
	return ok(null);
}

/** The canonical JSON, so that its hash can be checked, in an encoding that the asker understands. */
export async function readPublication(
	db: Database,
	hash: string,
	organisations: readonly string[],
	acceptEncoding: string
): Promise<{ content: Uint8Array; encoding?: 'br' | 'gzip' } | undefined> {
	const accepts = (name: string) =>
		new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(acceptEncoding);
	const isBrotli = accepts('br');
	const content = await contentOffered(db, hash, organisations, isBrotli ? 'brotli' : 'gzip');
	if (!content) return undefined;
	if (isBrotli) return { content, encoding: 'br' };
	return accepts('gzip') ? { content, encoding: 'gzip' } : { content: await gunzipAsync(content) };
}
