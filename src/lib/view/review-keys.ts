import type { KeyPress } from './keys.ts';

/** What a key does at the review desk. */
export type ReviewKey = 'accept' | 'edit' | 'reject' | 'next' | 'previous' | 'undo' | 'help';

/**
 * @param singleKeys false when a person switched off keys that act alone (WCAG 2.1.4); the arrows stay
 */
export function reviewKey(press: KeyPress, singleKeys: boolean): ReviewKey | undefined {
	if (press.modified || press.typing) return undefined;
	if (press.key === 'ArrowLeft') return 'previous';
	if (press.key === 'ArrowRight') return 'next';
	return singleKeys ? SINGLE[press.key.toLowerCase()] : undefined;
}
const SINGLE: Readonly<Record<string, ReviewKey>> = {
	a: 'accept',
	e: 'edit',
	r: 'reject',
	j: 'next',
	k: 'previous',
	u: 'undo',
	'?': 'help',
	'？': 'help'
};
