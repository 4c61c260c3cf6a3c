import * as v from 'valibot';
import { canonicalJson, hashText } from '#lib/base/hash.ts';
import { DocumentSchema, FactSchema } from '#lib/document/document.ts';
import { BankSchema } from '#lib/question/question.ts';
import { ModuleSchema } from './module.ts';

/**
 * 发布: what devices study from. Immutable and named by its content. It holds the repaired text, so that
 * 看原文 works without the file.
 */
export const PublicationSchema = v.object({
	format: v.literal(1),
	title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
	summary: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
	/**
	 * `text`: what the lessons show is the source itself. `course`: the lessons are our own words about a
	 * document that the reader may or may not have; citations name it by its printed title.
	 */
	kind: v.picklist(['text', 'course']),
	document: DocumentSchema,
	facts: v.array(FactSchema),
	modules: v.array(ModuleSchema),
	bank: BankSchema
});
export type Publication = v.InferOutput<typeof PublicationSchema>;

/** 64 hex digits: the same content has the same name everywhere. */
export function publicationHash(publication: Publication): string {
	return hashText(canonicalJson(publication));
}
