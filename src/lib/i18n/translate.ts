import type { Room, Words } from './keys.ts';
import type { Language } from './language.ts';

/** `t('quiz:handIn')`; without a room in front the word is of `common`. A `count` chooses the plural. */
export type Translate = (key: Key, blanks?: Blanks) => string;

type Key = keyof Words['common'] | { [R in Room]: `${R}:${keyof Words[R] & string}` }[Room];
type Blanks = Readonly<Record<string, string | number | undefined>>;

/** Words as they stand in one locale file. */
export type Bundle = Readonly<Record<string, string>>;
export type Bundles = Readonly<Partial<Record<string, Bundle>>>;

/**
 * Words with their `{{blanks}}` filled in, read aloud as they stand: a key whose room is not here is its own
 * word. Plain: it runs in a page, a worker and Node alike.
 */
export function translateIn(language: Language, bundles: Bundles): Translate {
	const plurals = new Intl.PluralRules(language);
	return (key, blanks = {}) => {
		const colon = key.indexOf(':');
		const words = bundles[colon < 0 ? 'common' : key.slice(0, colon)];
		const name = key.slice(colon + 1);
		const { count } = blanks;
		const plural = typeof count === 'number' ? words?.[`${name}_${plurals.select(count)}`] : undefined;
		const text = plural ?? words?.[name] ?? key;
		return text.replace(/\{\{(\w+)\}\}/g, (_, blank: string) => String(blanks[blank] ?? ''));
	};
}
