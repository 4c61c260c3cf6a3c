import * as v from 'valibot';
import { commonEntries } from './common.ts';
import type { Share } from './marking.ts';

/** 数值. `value` is what a learner types in `unit`; `tolerance` is absolute and inclusive. */
export const NumericSchema = v.object({
	...commonEntries,
	type: v.literal('numeric'),
	key: v.object({
		value: v.pipe(v.number(), v.finite()),
		tolerance: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
		unit: v.optional(v.string())
	})
});
export type Numeric = v.InferOutput<typeof NumericSchema>;

/** `text` as typed: what cannot be read as a number is wrong, not refused. */
export const NumericResponseSchema = v.object({
	type: v.literal('numeric'),
	text: v.pipe(v.string(), v.maxLength(100))
});
export type NumericResponse = v.InferOutput<typeof NumericResponseSchema>;

export function shareOfNumeric(question: Numeric, response: NumericResponse): Share {
	const given = readNumber(response.text, question.key.unit ?? '');
	if (given === undefined) return 0;
	const { value, tolerance = 0 } = question.key;
	// Decimals such as 0.1 + 0.2 must not make an exact answer wrong.
	const slack = Math.max(1, Math.abs(value)) * 1e-9;
	return Math.abs(given - value) <= tolerance + slack ? 1 : 0;
}

/**
 * Full-width digits, grouping commas, a percent sign and the unit behind the figure are understood, the
 * unit also when only its beginning was typed (`1037万` where the unit is 万人).
 */
export function readNumber(text: string, unit: string): number | undefined {
	const typed = text.normalize('NFKC').replace(/[\s,_]/g, '');
	const [, figure = '', behind = ''] =
		/^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)(.*)$/is.exec(typed) ?? [];
	if (!unit.normalize('NFKC').replace(/\s/g, '').startsWith(behind)) return undefined;
	const value = Number(figure);
	return figure !== '' && Number.isFinite(value) ? value : undefined;
}
