import * as v from 'valibot';

/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. */
export const MillisSchema = v.pipe(v.number(), v.safeInteger(), v.brand('Millis'));
export type Millis = v.InferOutput<typeof MillisSchema>;

/** A monotonic reading in ms since its own `boot`; it never jumps, but stops while a phone sleeps. */
export const MonotonicSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.brand('Monotonic'));
export type Monotonic = v.InferOutput<typeof MonotonicSchema>;

/** For numbers that are instants already, such as `Date.now()` or a column of the database. */
export function millis(value: number): Millis {
	return v.parse(MillisSchema, Math.round(value));
}

export function monotonic(value: number): Monotonic {
	return v.parse(MonotonicSchema, value);
}
