/** What one asks with, not for. */
const ASKING = new Set(
	'什么 哪些 哪个 多少 怎么 怎样 如何 为什么 是否 有关 关于 以及 可以 应该 应当'.split(' ')
);
const LEAST = 2;

/**
 * The words of a longer query that was written without spaces, as the browser divides it; pieces of two
 * characters where it cannot. Empty when there is only one.
 */
export function looseWords(words: readonly string[]): string[] {
	const pieces = words.flatMap((word) => (/\p{Script=Han}{3}/u.test(word) ? divide(word) : [word]));
	const asked = [...new Set(pieces)].filter((piece) => piece.length >= LEAST && !ASKING.has(piece));
	return asked.length > 1 ? asked : [];
}

function divide(word: string): string[] {
	if (typeof Intl.Segmenter === 'undefined') return word.match(/.{1,2}/gu) ?? [];
	return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(word)]
		.filter(({ isWordLike }) => isWordLike)
		.map(({ segment }) => segment);
}
