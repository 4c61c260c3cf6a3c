import { json } from '@sveltejs/kit';
import { builtInCourses } from '../built-in.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** What the app brings along, without the content. */
export const GET: RequestHandler = () => json({ publications: builtInCourses().map(({ entry }) => entry) });
