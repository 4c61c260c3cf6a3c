import * as v from 'valibot';
import { PublicationSchema } from '#lib/course/publication.ts';

export const MOST_PUBLICATION_BYTES = 24 * 1024 * 1024;

export const PublishBodySchema = v.object({ publication: PublicationSchema });
export const PublishResponseSchema = v.object({ hash: v.string() });

/** What can be fetched, without its content. */
export const PublicationEntrySchema = v.object({
	hash: v.string(),
	title: v.string(),
	summary: v.optional(v.string()),
	/** Of the uncompressed JSON. */
	bytes: v.number(),
	lessons: v.number(),
	questions: v.number(),
	publishedAt: v.optional(v.number()),
	publishedBy: v.optional(v.string())
});
export type PublicationEntry = v.InferOutput<typeof PublicationEntrySchema>;

export const PublicationsResponseSchema = v.object({ publications: v.array(PublicationEntrySchema) });
