import { answer, refusal } from '#lib/server/http/answer.ts';
import { readReportAnswers } from '#lib/server/reports/reports.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { db } = await state();
	return answer({ answers: await readReportAnswers(db, person.id) });
};
