import { answer, readQuery, refusal } from '#lib/server/http/answer.ts';
import { readResults } from '#lib/server/results/results.ts';
import { state } from '#lib/server/state.ts';
import { ResultsQuerySchema } from '#lib/wire/results.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const query = readQuery(url, ResultsQuerySchema);
	if (!query.ok) return query.error;
	const { db } = await state();
	const results = await readResults(db, person.id, query.value);
	return results.ok ? answer(results.value) : refusal(results.error);
};
