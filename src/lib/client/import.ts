import type { Result } from '#lib/base/result.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { App } from './app.svelte.ts';

export interface ImportPreview {
	publication: Publication;
}

export interface ImportProgress {
	step: 'reading' | 'repairing' | 'drafting';
	done: number;
	total: number;
}

export async function importDocument(
	input: File | { text: string; title?: string },
	options: { signal?: AbortSignal; onprogress?: (progress: ImportProgress) => void } = {}
): Promise<Result<ImportPreview, ImportRefused>> {
	throw new Error(`not yet ${String(input)} ${String(options)}`);
}

export type ImportRefused =
	| { type: 'NotText' }
	| { type: 'Empty' }
	| { type: 'TooLarge'; bytes: number; most: number }
	| { type: 'UnknownEncoding' }
	| { type: 'OldFormat' }
	| { type: 'NothingToLearn' }
	| { type: 'Cancelled' };

/** Keeps an import as a course of one's own; gives its id. The same document twice is still one course. */
export async function saveImport(app: App, preview: ImportPreview): Promise<string> {
	throw new Error(`not yet ${app.account} ${preview.publication.title}`);
}
