import { json } from '@sveltejs/kit';
import { describeApi } from '#lib/server/openapi.ts';
import type { RequestHandler } from './$types';

let description: unknown;

export const GET: RequestHandler = () =>
	json((description ??= describeApi()), { headers: { 'cache-control': 'no-cache' } });
