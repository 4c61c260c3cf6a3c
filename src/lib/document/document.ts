import * as v from 'valibot';

/** What a paragraph is when it is not plain text. */
export const PARAGRAPH_KINDS = ['list-item', 'table', 'caption', 'attribution'] as const;

export const ParagraphSchema = v.object({
	id: v.string(),
	text: v.string(),
	kind: v.optional(v.picklist(PARAGRAPH_KINDS)),
	/** The provision of a law it belongs to, as it is cited: 第三条, Article 3. */
	clause: v.optional(v.string())
});

/** `level` 0 with an empty heading holds the text before an article's first heading. */
export const SectionSchema = v.object({
	id: v.string(),
	level: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** As printed, its numeral included. */
	heading: v.string(),
	paragraphs: v.array(ParagraphSchema)
});

export const ArticleSchema = v.object({
	id: v.string(),
	title: v.string(),
	author: v.optional(v.string()),
	/** In reading order. */
	sections: v.array(SectionSchema)
});

export const FACT_KINDS = ['number', 'date', 'name', 'term', 'enumeration', 'place', 'title'] as const;

/** Something checkable that one sentence states. */
export const FactSchema = v.object({
	id: v.string(),
	kind: v.picklist(FACT_KINDS),
	/** As written: 约 and 余 stay in it. */
	value: v.string(),
	/** In base units: 11.17万 → 111700. */
	number: v.optional(v.number()),
	unit: v.optional(v.string()),
	/** An ISO day, month or year, or an interval `from/to` of them. */
	date: v.optional(v.string()),
	items: v.optional(v.array(v.string())),
	/** A number with two ends: 20—30人, 五百元以上五千元以下; it has no `number`. */
	range: v.optional(v.tuple([v.number(), v.number()])),
	/** A number that is a least (不少于, 以上, 超) or a most (不超过, 以内). */
	bound: v.optional(v.picklist(['least', 'most'])),
	/** What a number counts, in the sentence's words: 服务站点, 技术工人. Only where it is certain. */
	measure: v.optional(v.string()),
	/** An enumeration that ends in 等: the text names some of several. */
	open: v.optional(v.boolean()),
	/** How many items the text itself says there are. */
	announced: v.optional(v.number()),
	/** What the items of an enumeration are: 重点任务 in “甲、乙、丙等重点任务”. */
	head: v.optional(v.string()),
	/** The words that lead up to an enumeration: 要求, “有下列情形之一的”. */
	lead: v.optional(v.string()),
	/** Items that follow one another in time: 先…再…, 依次, steps. */
	ordered: v.optional(v.boolean()),
	/** What a term or an organisation is, where the sentence defines it. */
	gloss: v.optional(v.string()),
	/** The office that a name is given with. */
	office: v.optional(v.string()),
	/** The verbatim repaired sentence. */
	sentence: v.string(),
	paragraph: v.string(),
	article: v.string(),
	/** 1–3, 3 matters most. */
	importance: v.picklist([1, 2, 3])
});

/**
 * A place where a document contradicts itself. `where` is the sentence, the rest says what was found;
 * nothing is corrected silently.
 */
export const WarningSchema = v.variant('type', [
	v.object({ type: v.literal('CountMismatch'), where: v.string(), announced: v.number(), found: v.number() }),
	v.object({
		type: v.literal('PartsDoNotSum'),
		where: v.string(),
		total: v.number(),
		sum: v.number(),
		/** The total and the parts as they are written, and what the parts make in the total's unit. */
		written: v.string(),
		parts: v.array(v.string()),
		made: v.string()
	}),
	v.object({
		type: v.literal('TwoValues'),
		where: v.string(),
		measure: v.string(),
		values: v.array(v.string())
	}),
	/** A name that differs by one letter from one that stands often. */
	v.object({
		type: v.literal('Misprint'),
		where: v.string(),
		written: v.string(),
		usual: v.string(),
		times: v.number()
	}),
	v.object({ type: v.literal('Unbalanced'), where: v.string(), mark: v.string() })
]);

/** A repaired text: whole paragraphs under their headings, what was left out, what looks wrong. */
export const DocumentSchema = v.object({
	id: v.string(),
	/** The file's own name. */
	file: v.string(),
	title: v.string(),
	language: v.picklist(['zh', 'en']),
	/** Page furniture that was left out, as it stood. */
	removed: v.array(v.string()),
	warnings: v.array(WarningSchema),
	articles: v.array(ArticleSchema)
});

export type Paragraph = v.InferOutput<typeof ParagraphSchema>;
export type Section = v.InferOutput<typeof SectionSchema>;
export type Article = v.InferOutput<typeof ArticleSchema>;
export type Fact = v.InferOutput<typeof FactSchema>;
export type DocumentWarning = v.InferOutput<typeof WarningSchema>;
export type Document = v.InferOutput<typeof DocumentSchema>;
