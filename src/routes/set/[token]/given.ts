import * as v from 'valibot';
import { parse } from '#lib/base/parse.ts';

/** One answer of a shared set, as its form gave it. */
const GivenSchema = v.object({
	question: v.string(),
	fields: v.array(v.tuple([v.string(), v.string()])),
	/** From the question shown until it was answered. */
	tookMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	/** What the learner gave a short answer, 0–1. */
	share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	/** It is an event in the database. */
	kept: v.optional(v.boolean())
});
export type Given = v.InferOutput<typeof GivenSchema>;

/** What src/recorder.js holds of this set on this device. */
export interface Recorder {
	/** In the order of the questions. Comes from storage: read it with `givenIn`. */
	given: unknown[];
	save(): void;
	/** Shows the first question that is not answered. */
	show(): void;
	/** Set when the page has come alive and sees to its forms itself. */
	take?: boolean;
}

/** The answers up to the first that does not belong there: storage may hold anything. */
export function givenIn(recorder: Recorder | undefined, questions: readonly { id: string }[]): Given[] {
	const list: Given[] = [];
	for (const [at, { id }] of questions.entries()) {
		const read = parse(GivenSchema, recorder?.given[at]);
		if (!read.ok || read.value.question !== id) break;
		list.push(read.value);
	}
	return list;
}
