import { serverNow } from '#lib/server/clock.ts';
import { answer } from '#lib/server/http/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answer({ serverNow: serverNow() });
