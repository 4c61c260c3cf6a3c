import { resolve } from '$app/paths';

/** Where to go after signing in: a path of ours, never another site. */
export function afterwards(next: string | null): string {
	return next && /^\/(?![/\\])/.test(next) ? next : resolve('/');
}
