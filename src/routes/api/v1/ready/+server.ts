import { answer } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

/** An event could be stored now. */
export const GET: RequestHandler = async () => {
	const { ingest } = await state();
	const ready = await ingest.isReady();
	return answer({ ready }, { status: ready ? 200 : 503 });
};
