import { compileCourse, isWorthLearning } from '#lib/authoring/compile.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import type { Publication } from '#lib/course/publication.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readFile, readText, type ReadRefused } from '#lib/reader/reader.ts';
import type { OpenPdf } from '#lib/reader/pdf/source.ts';

export type JobInput =
	{ type: 'bytes'; bytes: ArrayBuffer; file: string } | { type: 'text'; text: string; file: string };

export interface JobProgress {
	step: 'reading' | 'repairing' | 'drafting';
	done: number;
	total: number;
}

export type JobRefused = ReadRefused | { type: 'NothingToLearn' };

export interface JobTools {
	onprogress: (progress: JobProgress) => void;
	/** Lets go of the thread for a moment between the steps. */
	pause: () => Promise<void>;
	openPdf: OpenPdf;
}

/** From what was given to a course. */
export async function runJob(
	input: JobInput,
	{ onprogress, pause, openPdf }: JobTools
): Promise<Result<Publication, JobRefused>> {
	onprogress({ step: 'reading', done: 0, total: 1 });
	await pause();
	const raw =
		input.type === 'text'
			? readText(input.text, input.file)
			: await readFile(new Uint8Array(input.bytes), input.file, {
					openPdf,
					onpage: (done, total) => onprogress({ step: 'reading', done, total })
				});
	if (!raw.ok) return raw;
	onprogress({ step: 'repairing', done: 0, total: 1 });
	await pause();
	const document = compileDocument(raw.value);
	onprogress({ step: 'drafting', done: 0, total: 1 });
	await pause();
	const compiled = compileCourse(document, (done, total) => onprogress({ step: 'drafting', done, total }));
	if (!isWorthLearning(compiled)) return refuse({ type: 'NothingToLearn' });
	return ok(publicationFromCompiled(compiled));
}
