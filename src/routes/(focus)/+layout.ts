import { openDictionary } from '#lib/i18n/dictionary.ts';
import Surroundings from '../Surroundings.svelte';
import type { LayoutLoad } from './$types';

/** What the root layout asks for: named here too, it comes with the page's own files and not after them. */
export const load: LayoutLoad = () => ({ Surroundings, openDictionary });
