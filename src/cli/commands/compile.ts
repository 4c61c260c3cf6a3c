import { readFile as readFromDisk } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCourse, type Course } from '#lib/authoring/compile.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readFile, type ReadRefused } from '#lib/reader/reader.ts';
import { openPdf } from '../open-pdf.ts';
import { reasonOf } from '../words.ts';

/** Documents → repaired text, facts, modules, questions. One bad file does not stop the others. */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { json: { type: 'boolean' } },
		allowPositionals: true,
		strict: false
	});
	const unknown = Object.keys(values).find((name) => name !== 'json');
	if (positionals.length === 0 || unknown !== undefined) {
		console.error('saixue compile <file…> [--json]');
		return 2;
	}
	const courses: Course[] = [];
	const errors: { file: string; why: string }[] = [];
	for (const path of positionals) {
		const course = await compileFile(path);
		if (typeof course === 'string') errors.push({ file: basename(path), why: course });
		else courses.push(course);
	}
	if (values.json) process.stdout.write(`${JSON.stringify({ documents: courses.map(printable), errors })}\n`);
	else courses.forEach(summarise);
	for (const { file, why } of errors) console.error(`${file}: ${why}`);
	return errors.length > 0 ? 1 : 0;
}

/** The course, or in words why there is none. */
async function compileFile(path: string): Promise<Course | string> {
	let bytes: Uint8Array;
	try {
		bytes = await readFromDisk(path);
	} catch (error) {
		return reasonOf('sentence', 'Unreadable', {
			message: error instanceof Error ? error.message : String(error)
		});
	}
	const raw = await readFile(bytes, basename(path), { openPdf });
	return raw.ok
		? compileCourse(compileDocument(raw.value))
		: reasonOf('sentence', raw.error.type, paramsOf(raw.error));
}

/** A format is said in words. */
function paramsOf(refused: ReadRefused): Record<string, unknown> {
	return 'format' in refused
		? { ...refused, format: reasonOf('sentence', `format-${refused.format}`) }
		: { ...refused };
}

/** The published form: warnings in words. */
function printable({ document, facts, modules, questions }: Course) {
	const warnings = document.warnings.map((warning) => ({
		why: reasonOf('sentence', warning.type, { ...warning }),
		where: warning.where
	}));
	const { id, file, title, language, removed, articles } = document;
	return { id, file, title, language, removed, warnings, articles, facts, modules, questions };
}

function summarise(course: Course): void {
	const { document, facts, modules, questions } = course;
	const lessons = modules.flatMap((module) => module.lessons);
	console.log(`${document.file}  ${document.title}`);
	console.log(
		`  ${document.articles.length} articles · ${facts.length} facts · ${lessons.length} lessons · ${questions.length} questions`
	);
	for (const [type, count] of countBy(questions.map((question) => question.type)))
		console.log(`    ${type.padEnd(16)} ${count}`);
	for (const { why, where } of printable(course).warnings) console.log(`  ! ${why}  ${where.slice(0, 60)}`);
}

function countBy(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}
