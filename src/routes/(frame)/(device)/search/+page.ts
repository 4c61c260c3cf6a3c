import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ parent }) => {
	const { translator } = await parent();
	await translator.need('search');
};
