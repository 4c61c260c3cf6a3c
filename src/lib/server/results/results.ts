import { BYTE_ORDER_MARK } from '#lib/base/csv.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { ResultsResponse } from '#lib/wire/results.ts';
import { leads } from '../accounts/organisations.ts';
import type { Database } from '../storage/schema.ts';
import { roleOf } from '../storage/tables/membership.ts';
import {
	countResults,
	coursesWithResults,
	listResults,
	type ResultFilter
} from '../storage/tables/result.ts';
import { csvHeader, csvRow, type CsvWords } from './csv.ts';

export const RESULTS_PER_PAGE = 50;
const ROWS_AT_ONCE = 500;
const MOST_ROWS = 200_000;

/** For trainers and administrators of that organisation. */
export async function readResults(
	db: Database,
	asker: string,
	filter: ResultFilter & { page: number }
): Promise<Result<ResultsResponse, { type: 'NotAllowed' }>> {
	if (!leads(await roleOf(db, filter.organisation, asker))) return refuse({ type: 'NotAllowed' });
	return ok({
		rows: await listResults(db, filter, { limit: RESULTS_PER_PAGE, offset: filter.page * RESULTS_PER_PAGE }),
		total: await countResults(db, filter),
		pageSize: RESULTS_PER_PAGE,
		courses: await coursesWithResults(db, filter.organisation)
	});
}

/** The same, all of it, as a sheet. */
export async function exportResults(
	db: Database,
	asker: string,
	filter: ResultFilter,
	{ words, zone }: { words: CsvWords; zone: string }
): Promise<Result<string, { type: 'NotAllowed' }>> {
	if (!leads(await roleOf(db, filter.organisation, asker))) return refuse({ type: 'NotAllowed' });
	let text = BYTE_ORDER_MARK + csvHeader(words);
	for (let offset = 0; offset < MOST_ROWS; offset += ROWS_AT_ONCE) {
		const rows = await listResults(db, filter, { limit: ROWS_AT_ONCE, offset });
		for (const row of rows) text += csvRow(row, words, zone);
		if (rows.length < ROWS_AT_ONCE) break;
	}
	return ok(text);
}
