import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { translator } = await parent();
	await translator.need('course', 'practice');
};
