import { resolve } from '$app/paths';

/** 看原文: by a question or a fact of the course, or by the place itself; `find` are words to mark there. */
export function sourcePath(
	id: string,
	wanted: ({ question: string } | { fact: string } | { paragraph: string; sentence?: string }) & {
		find?: string;
	}
): string {
	const query = new URLSearchParams(wanted).toString();
	return `${resolve('/(frame)/(device)/course/[id]/source', { id })}?${query}`;
}
