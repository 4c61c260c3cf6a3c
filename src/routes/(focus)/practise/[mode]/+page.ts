import { error } from '@sveltejs/kit';
import { PRACTICE_MODES } from '#lib/study/events.ts';
import { LEVEL } from '../../../practice-path.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
	const mode = PRACTICE_MODES.find((one) => one === (params.mode === LEVEL ? 'ladder' : params.mode));
	if (!mode) error(404);
	const course = url.searchParams.get('course');
	const of = url.searchParams.get('of');
	const { translator } = await parent();
	await translator.need('practice');
	return { list: { mode, ...(course !== null && { course }), ...(of !== null && { of }) } };
};
