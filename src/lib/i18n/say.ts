/** Words that a page was given with its HTML: it speaks before a dictionary is there. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Fills the blanks of one of them. */
export function say<Key extends string>(
	words: Words<Key>,
	key: Key,
	blanks: Readonly<Record<string, string | number>> = {}
): string {
	return words[key].replace(/\{\{(\w+)\}\}/g, (blank, name: string) => String(blanks[name] ?? blank));
}
