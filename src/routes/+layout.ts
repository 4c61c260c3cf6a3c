import { browser } from '$app/environment';
import { isLanguage } from '#lib/i18n/language.ts';
import { Translator } from '#lib/i18n/translator.svelte.ts';
import type { LayoutLoad } from './$types';

/**
 * Words and choices come before the first page, so that a page is never drawn in the wrong language. A
 * shared set is a page of another kind: it can be answered before any of this is there.
 */
export const load: LayoutLoad = async ({ route, untrack }) => {
	if (untrack(() => route.id)?.startsWith('/set/')) return { translator: new Translator() };
	const [{ default: Surroundings }, { openDictionary }, { Settings }] = await Promise.all([
		import('./Surroundings.svelte'),
		import('#lib/i18n/dictionary.ts'),
		import('#lib/client/settings.svelte.ts')
	]);
	const translator = new Translator(openDictionary());
	if (!browser) return { translator, Surroundings };
	const settings = new Settings();
	// Who never chose gets the language that the server chose for the page.
	const { lang } = document.documentElement;
	await translator.use(settings.language ?? (isLanguage(lang) ? lang : translator.language));
	return { translator, settings, Surroundings };
};
