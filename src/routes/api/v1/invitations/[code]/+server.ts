import type { InferOutput } from 'valibot';
import { parse } from '#lib/base/parse.ts';
import { overLimit } from '#lib/server/accounts/limits.ts';
import { answer, refusal } from '#lib/server/http/answer.ts';
import { state } from '#lib/server/state.ts';
import { organisationInvitedBy } from '#lib/server/storage/tables/invitation.ts';
import { InviteCodeSchema, type InvitationResponseSchema } from '#lib/wire/account.ts';
import type { RequestHandler } from './$types';

/** Open to guests: whoever holds the code may know what it opens. */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const { db, limits } = await state();
	const tooMany = overLimit(limits.invitation, getClientAddress());
	if (tooMany) return refusal(tooMany);
	const code = parse(InviteCodeSchema, params.code);
	const invited = code.ok ? await organisationInvitedBy(db, code.value) : undefined;
	if (!code.ok || !invited) return refusal({ type: 'NoSuchInvitation' });
	const body: InferOutput<typeof InvitationResponseSchema> = {
		code: code.value,
		organisationName: invited.organisationName
	};
	return answer(body);
};
