import { error } from '@sveltejs/kit';
import { builtInCourses } from '../built-in.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => builtInCourses().map(({ entry }) => ({ hash: entry.hash }));

export const GET: RequestHandler = ({ params }) => {
	const course = builtInCourses().find(({ entry }) => entry.hash === params.hash);
	if (!course) error(404);
	return new Response(course.json, { headers: { 'content-type': 'application/json' } });
};
