import { setWords } from '#lib/i18n/set-words.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { language } }) => ({ language, words: setWords(language) });
