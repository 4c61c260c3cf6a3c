import { resolve } from '$app/paths';
import type { PracticeList } from '#lib/study/draw.ts';

/** Stands for the mode in the address of a level. */
export const LEVEL = 'level';

/** The address of a list of practice. */
export function practicePath({
	mode,
	course,
	of
}: Omit<PracticeList, 'of'> & { of?: string | undefined }): string {
	const query = new URLSearchParams();
	if (course !== undefined) query.set('course', course);
	if (of !== undefined) query.set('of', of);
	// The ladder itself is the map of its levels.
	const path = resolve('/(focus)/practise/[mode]', { mode: mode === 'ladder' ? LEVEL : mode });
	return query.size === 0 ? path : `${path}?${query.toString()}`;
}
