import type { Settings } from './settings.svelte.ts';

/** In ms: felt, still, felt. Short: it answers a tap and is no alarm. */
const PATTERNS = { right: [14], wrong: [24, 60, 24], undo: [8] } as const;

/** A phone or tablet with a motor; a desktop browser knows the word and cannot do it. */
export function canVibrate(): boolean {
	return 'vibrate' in navigator && matchMedia('(pointer: coarse)').matches;
}

/** Says by touch what the screen says. Not for an exam, where no answer may tell itself. */
export function vibrate(settings: Settings, what: keyof typeof PATTERNS): void {
	if (settings.haptics && canVibrate()) navigator.vibrate([...PATTERNS[what]]);
}
