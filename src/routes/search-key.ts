import { goto } from '$app/navigation';
import { resolve } from '$app/paths';

/** `/` leads to the search, or into its field, from wherever nothing is typed and nothing lies above. */
export function searchKey(press: KeyboardEvent): void {
	if (press.key !== '/' || press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return;
	const { activeElement } = document;
	const isTyping =
		activeElement instanceof HTMLElement &&
		(activeElement.isContentEditable || activeElement.matches('input, textarea, select'));
	if (press.defaultPrevented || isTyping || document.querySelector('dialog[open]')) return;
	press.preventDefault();
	const field = document.querySelector<HTMLInputElement>('[role=search] input[type=search]');
	if (field) field.focus();
	else void goto(resolve('/search'));
}
