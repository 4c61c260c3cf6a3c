import { answer, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { person } }) => {
	if (!person) return refusal({ type: 'SignedOut' });
	const { verify } = await state();
	return answer(await verify(person.id));
};
