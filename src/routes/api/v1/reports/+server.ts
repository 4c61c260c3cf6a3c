import { answer, readQuery, refusal } from '#lib/server/http/answer.ts';
import { readReports } from '#lib/server/reports/reports.ts';
import { state } from '#lib/server/state.ts';
import { ReportsQuerySchema } from '#lib/wire/reports.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, ReportsQuerySchema);
	if (!query.ok) return query.error;
	const reports = await readReports(await state(), person.id, query.value);
	return reports.ok ? answer(reports.value) : refusal(reports.error);
};
