import { serverNow } from '#lib/server/clock.ts';
import { answer, readBody, refusal } from '#lib/server/http/answer.ts';
import { handleReports } from '#lib/server/reports/reports.ts';
import { state } from '#lib/server/state.ts';
import { HandleReportBodySchema } from '#lib/wire/reports.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, params, locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const body = await readBody(request, HandleReportBodySchema);
	if (!body.ok) return body.error;
	const { organisation, note, also = [] } = body.value;
	const reports = [params.id, ...also];
	const handled = await handleReports(await state(), person.id, { organisation, reports, note }, serverNow());
	return handled.ok ? answer({ handled: handled.value }) : refusal(handled.error);
};
