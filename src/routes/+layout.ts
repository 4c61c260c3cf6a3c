import { browser } from '$app/environment';
import { Settings } from '#lib/client/settings.svelte.ts';
import { isLanguage } from '#lib/i18n/language.ts';
import { Translator } from '#lib/i18n/translator.svelte.ts';
import type { LayoutLoad } from './$types';

/** Words and choices come before the first page, so that a page is never drawn in the wrong language. */
export const load: LayoutLoad = async () => {
	const translator = new Translator();
	if (!browser) return { translator, settings: undefined };
	const settings = new Settings();
	// Who never chose gets the language that the server chose for the page.
	const { lang } = document.documentElement;
	await translator.use(settings.language ?? (isLanguage(lang) ? lang : translator.language));
	return { translator, settings };
};
