import { randomBytes } from 'node:crypto';
import { uuidFrom } from '#lib/base/id.ts';
import { millis } from '#lib/base/time.ts';

/** UUIDv7 for what comes into being on the server. */
export function newId(): string {
	return uuidFrom(millis(Date.now()), randomBytes(10));
}
