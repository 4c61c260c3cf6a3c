import { parseJson } from '#lib/base/parse.ts';
import type { Millis } from '#lib/base/time.ts';
import { BankSchema, type Bank } from '#lib/question/question.ts';
import type { PublicationEntry } from '#lib/wire/publications.ts';
import type { Database, Tables } from '../schema.ts';

/** The same content twice is one row. */
export async function insertPublication(db: Database, publication: Tables['publication']): Promise<void> {
	await db
		.insertInto('publication')
		.values(publication)
		.onConflict((conflict) => conflict.column('hash').doNothing())
		.execute();
}

/** What was withdrawn is offered again. */
export async function insertOffer(
	db: Database,
	offer: { organisation: string; publication: string; publishedBy: string },
	now: Millis
): Promise<void> {
	await db
		.insertInto('offer')
		.values({ ...offer, publishedAt: now, withdrawnAt: null })
		.onConflict((conflict) =>
			conflict.columns(['organisation', 'publication']).doUpdateSet((eb) => ({
				withdrawnAt: null,
				publishedAt: eb
					.case()
					.when('offer.withdrawnAt', 'is', null)
					.then(eb.ref('offer.publishedAt'))
					.else(now)
					.end()
			}))
		)
		.execute();
}

/** False when the organisation did not offer it. */
export async function withdrawOffer(
	db: Database,
	organisation: string,
	hash: string,
	now: Millis
): Promise<boolean> {
	const row = await db
		.updateTable('offer')
		.set({ withdrawnAt: now })
		.where('organisation', '=', organisation)
		.where('publication', '=', hash)
		.where('withdrawnAt', 'is', null)
		.returning('publication')
		.executeTakeFirst();
	return row !== undefined;
}

/** What these organisations offer, newest first, each once. */
export async function offersOf(db: Database, organisations: readonly string[]): Promise<PublicationEntry[]> {
	if (organisations.length === 0) return [];
	const rows = await db
		.selectFrom('offer')
		.innerJoin('publication', 'publication.hash', 'offer.publication')
		.leftJoin('person', 'person.id', 'offer.publishedBy')
		.select([
			'publication.hash',
			'publication.title',
			'publication.summary',
			'publication.bytes',
			'publication.lessons',
			'publication.questions',
			'offer.publishedAt',
			'person.name as publishedBy'
		])
		.where('offer.organisation', 'in', organisations)
		.where('offer.withdrawnAt', 'is', null)
		.orderBy('offer.publishedAt', 'desc')
		.orderBy('publication.hash')
		.execute();
	const byHash = new Map<string, PublicationEntry>();
	for (const { summary, publishedBy, ...row } of rows)
		if (!byHash.has(row.hash))
			byHash.set(row.hash, {
				...row,
				...(summary !== null && { summary }),
				...(publishedBy !== null && { publishedBy })
			});
	return [...byHash.values()];
}

/** The content, when one of these organisations offers it. */
export async function contentOffered(
	db: Database,
	hash: string,
	organisations: readonly string[],
	encoding: 'gzip' | 'brotli'
): Promise<Uint8Array | undefined> {
	if (organisations.length === 0) return undefined;
	const row = await db
		.selectFrom('publication')
		.innerJoin('offer', 'offer.publication', 'publication.hash')
		.select(`publication.${encoding} as content`)
		.where('publication.hash', '=', hash)
		.where('offer.organisation', 'in', organisations)
		.where('offer.withdrawnAt', 'is', null)
		.executeTakeFirst();
	return row?.content;
}

/** Whether the organisation offers it now. */
export async function isOffered(db: Database, hash: string, organisation: string): Promise<boolean> {
	const row = await db
		.selectFrom('offer')
		.select('publication')
		.where('publication', '=', hash)
		.where('organisation', '=', organisation)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** The questions of what the organisation offers or once offered. */
export async function bankOffered(
	db: Database,
	hash: string,
	organisation: string
): Promise<Bank | undefined> {
	const row = await db
		.selectFrom('publication')
		.innerJoin('offer', 'offer.publication', 'publication.hash')
		.select('publication.bank')
		.where('publication.hash', '=', hash)
		.where('offer.organisation', '=', organisation)
		.executeTakeFirst();
	if (!row) return undefined;
	const bank = parseJson(BankSchema, row.bank);
	return bank.ok ? bank.value : undefined;
}
