import { shuffled, type Random } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { frameAlways } from './frame.ts';
import { explain, type Draft } from './draft.ts';
import { isLost } from './referents.ts';

/**
 * Several figures of one unit in one sentence, each behind what it counts (“A 3个、B 5个、C 8个”): which
 * belongs to which. Undefined unless every label is certain and every figure another.
 */
export function draftPairs(numbers: readonly Fact[], place: Place, random: Random): Draft | undefined {
	const [first] = numbers;
	if (!first || numbers.length < 4 || numbers.length > 7) return undefined;
	if (new Set(numbers.map((fact) => fact.unit)).size !== 1) return undefined;
	if (new Set(numbers.map((fact) => fact.value)).size !== numbers.length) return undefined;
	const frame = frameAlways(place);
	if (frame === undefined) return undefined;
	const labels = numbers.map((fact) => labelOf(fact));
	const known = labels.filter((label) => label !== undefined);
	if (
		known.length !== numbers.length ||
		new Set(known).size !== known.length ||
		known.some((label) => isLost(label))
	)
		return undefined;
	const options = [...numbers].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)).map((fact) => fact.value);
	const order = shuffled(
		numbers.map((_, at) => at),
		random
	);
	return {
		type: 'matching',
		stem: `${frame}请把下列各项与对应的数量连起来。`,
		premises: order.map((at) => known[at] ?? ''),
		options,
		key: order.map((at, premise): [number, number] => [premise, options.indexOf(numbers[at]?.value ?? '')]),
		explanation: explain(
			place,
			`${numbers.map((fact, at) => `${known[at] ?? ''}：${fact.value}`).join('；')}。`
		),
		difficulty: 4
	};
}

/** The words between the last mark and the figure, when they are a plain name. */
function labelOf({ sentence, value }: Fact): string | undefined {
	const at = sentence.indexOf(value);
	if (at < 0 || sentence.indexOf(value, at + 1) >= 0) return undefined;
	const label = /[、，；：。（]?([^、，；：。（）\d]{2,14})$/u
		.exec(sentence.slice(0, at))?.[1]
		?.replace(/(?:为|是|有|达|共|达到|各|约)$/u, '');
	const isEnd = /^(?:[、，；。）]|$)/u.test(sentence.slice(at + value.length));
	return label !== undefined && label.length >= 2 && isEnd && !/^(?:其中|另|共|还|和|及|以及|并)/u.test(label)
		? label
		: undefined;
}
