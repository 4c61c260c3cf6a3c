import { resolve } from '$app/paths';
import type { PracticeList } from '#lib/study/draw.ts';

/** The address of a list of practice. */
export function practicePath({
	mode,
	course,
	of
}: Omit<PracticeList, 'of'> & { of?: string | undefined }): string {
	const query = new URLSearchParams();
	if (course !== undefined) query.set('course', course);
	if (of !== undefined) query.set('of', of);
	const path = resolve('/(focus)/practise/[mode]', { mode });
	return query.size === 0 ? path : `${path}?${query.toString()}`;
}
