import { error } from '@sveltejs/kit';
import { parse } from '#lib/base/parse.ts';
import { state } from '#lib/server/state.ts';
import { sharedSetOf } from '#lib/server/storage/tables/shared-set.ts';
import { SetTokenSchema } from '#lib/wire/sets.ts';
import type { PageServerLoad } from './$types';

/** The same for everybody who has the link: nothing in it is of a person, so that a phone may keep the page. */
export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const token = parse(SetTokenSchema, params.token);
	const { db } = await state();
	const found = token.ok ? await sharedSetOf(db, token.value) : undefined;
	if (!found) error(404, { message: 'NoSuchSet' });
	if (found.withdrawn) error(410, { message: 'SetWithdrawn', by: found.organisation.name });
	// Asked for anew each time, since it may be taken back; without a network the phone's own copy stands in.
	setHeaders({ 'cache-control': 'no-cache', vary: 'cookie, accept-language' });
	return { set: found.set };
};
