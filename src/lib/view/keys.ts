import type { Grade } from '#lib/study/grade.ts';

/** What a key asks for while a question is on screen (FIELD §2). `position` counts from 0, as shown. Ctrl+Z undoes. */
export type KeyAction =
	| { type: 'choose'; position: number }
	| { type: 'next' }
	| { type: 'previous' }
	| { type: 'confirm' }
	| { type: 'flag' }
	| { type: 'explain' }
	| { type: 'undo' }
	| { type: 'help' };

export interface KeyPress {
	key: string;
	/** Ctrl, Alt or Meta held: then the key belongs to the browser. */
	modified: boolean;
	/** Focus stands in something one types into. */
	typing: boolean;
	/** Focus stands on a button or a link, which Enter is for. */
	onControl: boolean;
}

/**
 * @param options how many can be chosen from: a letter or digit up to there chooses. F flags and E explains
 *   where there is no sixth or fifth option.
 * @param singleKeys false when a person switched off keys that act alone (WCAG 2.1.4); arrows and Enter stay
 */
export function keyAction(press: KeyPress, options: number, singleKeys: boolean): KeyAction | undefined {
	if (press.typing) return undefined;
	if (press.modified) return press.key.toUpperCase() === 'Z' ? { type: 'undo' } : undefined;
	if (press.key === 'ArrowLeft') return { type: 'previous' };
	if (press.key === 'ArrowRight') return { type: 'next' };
	if (press.key === 'Enter') return press.onControl ? undefined : { type: 'confirm' };
	if (!singleKeys || press.key.length !== 1) return undefined;
	const key = press.key.toUpperCase();
	const position = Math.max(LETTERS.indexOf(key), DIGITS.indexOf(key));
	if (position >= 0 && position < options) return { type: 'choose', position };
	if (key === 'F') return { type: 'flag' };
	if (key === 'E') return { type: 'explain' };
	if (key === 'U') return { type: 'undo' };
	return key === '?' || key === '？' ? { type: 'help' } : undefined;
}
const LETTERS = 'ABCDEFGH';
const DIGITS = '12345678';

/** In review, once the answer stands there: 1–4 are the four grades, Space is the third. */
export function gradeOfKey({ key, onControl }: KeyPress): Grade | undefined {
	if (key === ' ') return onControl ? undefined : 3;
	return key === '1' ? 1 : key === '2' ? 2 : key === '3' ? 3 : key === '4' ? 4 : undefined;
}

/** Reads a key press from the event; radio buttons and checkboxes are not typed into. */
export function keyPressOf(event: KeyboardEvent): KeyPress {
	const target = event.target instanceof Element ? event.target : undefined;
	const field = target?.closest('input, textarea, select');
	const ticked = field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');
	return {
		key: event.key,
		modified: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
		typing: (field !== null && field !== undefined && !ticked) || target?.closest('dialog') !== null,
		onControl: Boolean(target?.closest('a, button, summary'))
	};
}
