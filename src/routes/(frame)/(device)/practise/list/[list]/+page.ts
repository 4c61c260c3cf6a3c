import { error } from '@sveltejs/kit';
import { LISTS } from '#lib/study/lists.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	const list = LISTS.find((one) => one === params.list);
	if (!list && params.list !== 'reported') error(404);
	const { translator } = await parent();
	await translator.need('lists', 'practice', 'sentence');
	return { list: list ?? ('reported' as const) };
};
