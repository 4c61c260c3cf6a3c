import { error } from '@sveltejs/kit';
import { LISTS } from '#lib/study/lists.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	const list = LISTS.find((one) => one === params.list);
	if (!list) error(404);
	const { translator } = await parent();
	await translator.need('lists');
	return { list };
};
