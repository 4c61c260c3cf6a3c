import { answer } from '#lib/server/http/answer.ts';
import type { RequestHandler } from './$types';

/** Alive; says nothing of the database. */
export const GET: RequestHandler = () => answer({ alive: true });
