import { resolve } from '$app/paths';

export const coursePath = (id: string) => resolve('/(frame)/(device)/course/[id]', { id });
export const setUpPath = (id: string) => resolve('/(frame)/(device)/course/[id]/quiz', { id });
export const lessonPath = (id: string, lesson: string) =>
	resolve('/(focus)/course/[id]/lesson/[lesson]', { id, lesson });
export const practicePath = (id: string, lesson: string) =>
	resolve('/(focus)/course/[id]/lesson/[lesson]/practice', { id, lesson });
export const attemptPath = (attempt: string) => resolve('/(focus)/quiz/[attempt]', { attempt });
export const resultPath = (attempt: string) => resolve('/(focus)/result/[attempt]', { attempt });

/** 看原文: by a question or a fact of the course, or by the place itself. */
export function sourcePath(
	id: string,
	wanted: { question: string } | { fact: string } | { paragraph: string; sentence?: string }
): string {
	const query = new URLSearchParams(wanted).toString();
	return `${resolve('/(frame)/(device)/course/[id]/source', { id })}?${query}`;
}
