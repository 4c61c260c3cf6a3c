import { resolve } from '$app/paths';
import type { Hit } from '#lib/study/search/hit.ts';
import { sourcePath } from './source-path.ts';

/** Where a hit leads, with the words to mark there; undefined for a question, which is shown at once. */
export function foundPath({ course: id, target, find }: Hit): string | undefined {
	switch (target.type) {
		case 'course':
			return resolve('/(frame)/(device)/course/[id]', { id });
		case 'lesson': {
			const { lesson, paragraph } = target;
			const path = resolve('/(focus)/course/[id]/lesson/[lesson]', { id, lesson });
			// A lesson that was found by its title begins where one left off.
			return paragraph === undefined
				? path
				: `${path}?${new URLSearchParams({ find, paragraph }).toString()}`;
		}
		case 'paragraph':
			return sourcePath(id, { paragraph: target.paragraph, find });
		case 'fact':
			return sourcePath(id, { fact: target.fact, find });
		case 'question':
			return undefined;
	}
}

/** To the search: for some words, only one kind of hit, within one course. */
export function searchPath(wanted: { q?: string; kind?: string; course?: string } = {}): string {
	const query = new URLSearchParams(wanted).toString();
	return resolve('/(frame)/(device)/search') + (query === '' ? '' : `?${query}`);
}
