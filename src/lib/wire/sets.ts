import * as v from 'valibot';
import { BankSchema } from '#lib/question/question.ts';

/** More than this is no set to answer between two bus stops. */
export const MOST_SET_QUESTIONS = 50;

const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
/** 128 bits of chance, base64url. */
export const SetTokenSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

/** Which questions of a published course are to be shared, in the order they are asked. */
export const ShareSetBodySchema = v.object({
	publication: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	title,
	questions: v.pipe(
		v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
		v.minLength(1),
		v.maxLength(MOST_SET_QUESTIONS),
		v.check((ids) => new Set(ids).size === ids.length, 'a question is named twice')
	),
	/** Whether the page invites to join the organisation. */
	invites: v.boolean()
});
export type ShareSetBody = v.InferOutput<typeof ShareSetBodySchema>;

/** One line of what is shared. */
export const SharedSetEntrySchema = v.object({
	token: SetTokenSchema,
	publication: v.string(),
	title: v.string(),
	questions: v.number(),
	invites: v.boolean(),
	createdAt: v.number(),
	createdBy: v.optional(v.string())
});
export type SharedSetEntry = v.InferOutput<typeof SharedSetEntrySchema>;

export const SetsResponseSchema = v.object({
	/** Where other devices reach this server: `localhost` would lead a phone to itself. */
	origin: v.string(),
	sets: v.array(SharedSetEntrySchema)
});
export type SetsResponse = v.InferOutput<typeof SetsResponseSchema>;

/** What whoever holds the link gets: the questions with their keys, and who invites. Nothing of a person. */
export const SharedSetSchema = v.object({
	token: SetTokenSchema,
	title: v.string(),
	/** The publication's hash: what is answered here counts in the course. */
	course: v.string(),
	courseTitle: v.string(),
	organisation: v.object({ id: v.string(), name: v.string() }),
	inviteCode: v.optional(v.string()),
	bank: BankSchema
});
export type SharedSet = v.InferOutput<typeof SharedSetSchema>;
