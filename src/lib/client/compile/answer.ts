import type { Publication } from '#lib/course/publication.ts';
import { compareImport, predecessorsOf, saveImport } from '../keep-import.ts';
import type { Store } from '../store/store.ts';
import type { Answered, Ask } from './messages.ts';

/** In the worker that compiled the document, or in the page where the worker cannot. */
export async function answerAsk(
	store: Store,
	publication: Publication,
	ask: Ask,
	random: (bytes: number) => Uint8Array
): Promise<Answered> {
	switch (ask.type) {
		case 'predecessors':
			return { predecessors: await predecessorsOf(store, publication) };
		case 'compare':
			return { compare: await compareImport(store, publication, ask.course) };
		case 'save': {
			const { title, at, replaces } = ask;
			const named = { ...publication, title };
			return { save: await saveImport(store, named, { stamp: { at, random }, replaces }) };
		}
	}
}
