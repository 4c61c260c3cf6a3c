import type { Fact } from '#lib/document/document.ts';
import type { GoldFact } from './gold.ts';
import { squeeze } from './squeeze.ts';

/**
 * Whether the important fact is among those found: in its sentence, with its value. A little more or less
 * around the value is forgiven, a cut figure is not; an enumeration must have all its items.
 */
export function isFactFound(wanted: GoldFact, facts: readonly Fact[]): boolean {
	const sentence = squeeze(wanted.sentence);
	return facts.some((fact) => {
		const found = squeeze(fact.sentence);
		if (!sentence.includes(found) && !found.includes(sentence)) return false;
		return wanted.items
			? hasItems(wanted.items, fact.items ?? [])
			: isSameValue(plain(wanted.value), plain(fact.value));
	});
}

function hasItems(wanted: readonly string[], found: readonly string[]): boolean {
	return (
		wanted.length === found.length &&
		wanted.every(
			(item, at) =>
				isWithin(plain(item), plain(found[at] ?? '')) || isWithin(plain(found[at] ?? ''), plain(item))
		)
	);
}

function isWithin(inner: string, outer: string): boolean {
	return inner.length > 0 && outer.includes(inner);
}

function isSameValue(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (short.length * 2 < long.length) return false;
	const at = long.indexOf(short);
	if (at === -1) return false;
	// 7.6万 is not 37.6万.
	return (
		!(/^\d/.test(short) && /[\d.]/.test(long[at - 1] ?? '')) &&
		!(/\d$/.test(short) && /[\d.]/.test(long[at + short.length] ?? ''))
	);
}

function plain(text: string): string {
	return squeeze(text).replace(/[“”"《》‘’。；;，,]/gu, '');
}
