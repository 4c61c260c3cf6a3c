import { canonicalJson } from '#lib/base/hash.ts';
import { parse } from '#lib/base/parse.ts';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';
import { publicationFromBuiltIn } from '#lib/course/from-built-in.ts';
import { publicationHash } from '#lib/course/publication.ts';
import type { PublicationEntry } from '#lib/wire/publications.ts';

const files = import.meta.glob<unknown>('/questions/*.json', { eager: true, import: 'default' });

/** The course that comes with the app, by the hash of each part. A broken file breaks the build. */
export function builtInCourses(): { entry: PublicationEntry; json: string }[] {
	return Object.entries(files)
		.filter(([path]) => !path.endsWith('.schema.json'))
		.map(([path, content]) => {
			const module = parse(BuiltInModuleSchema, content);
			if (!module.ok) throw new Error(`${path}: ${JSON.stringify(module.error.slice(0, 3))}`);
			const publication = publicationFromBuiltIn(module.value);
			const json = canonicalJson(publication);
			const entry: PublicationEntry = {
				hash: publicationHash(publication),
				title: publication.title,
				...(publication.summary !== undefined && { summary: publication.summary }),
				bytes: new TextEncoder().encode(json).length,
				lessons: publication.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
				questions: publication.bank.questions.length
			};
			return { entry, json };
		});
}
