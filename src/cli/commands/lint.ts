import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { checkFacts } from '#lib/authoring/check-facts.ts';
import { lintBank } from '#lib/authoring/lint.ts';
import type { Finding } from '#lib/authoring/lint/finding.ts';
import { indexSources } from '#lib/authoring/lint/sources.ts';
import { parseJson } from '#lib/base/parse.ts';
import { BuiltInModuleSchema } from '#lib/course/built-in.ts';
import { compileDocument } from '#lib/document/compile.ts';
import type { Document } from '#lib/document/document.ts';
import { BankSchema, type Bank } from '#lib/question/question.ts';
import { readBytes } from '#lib/reader/reader.ts';
import { reasonOf } from '../words.ts';

interface PrintedFinding {
	question: string;
	rule: string;
	severity: Finding['severity'];
	where: string;
	why: string;
}

/** Item-writing rules over banks; with documents also whether each citation stands there. 1 on any error. */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { json: { type: 'boolean' }, documents: { type: 'string' } },
		allowPositionals: true,
		strict: false
	});
	const unknown = Object.keys(values).find((name) => name !== 'json' && name !== 'documents');
	if (positionals.length === 0 || unknown !== undefined || values.documents === true) {
		console.error('saixue lint <bank…> [--documents <folder>] [--json]');
		return 2;
	}
	const folder = values.documents;
	const documents = typeof folder === 'string' ? await readFolder(folder) : undefined;
	if (documents !== undefined && documents.length === 0) {
		console.error(`${folder}: ?`);
		return 2;
	}
	const sources = documents && indexSources(documents);
	const findings: PrintedFinding[] = [];
	// `questions/*.json` also names the schema that stands beside the banks.
	for (const path of positionals.filter((name) => !name.endsWith('.schema.json'))) {
		const bank = await readBank(path);
		if (Array.isArray(bank)) findings.push(...bank);
		else {
			const found = [...lintBank(bank, sources), ...(documents ? checkFacts(bank, documents) : [])];
			findings.push(...found.map(inWords));
		}
	}
	if (values.json) process.stdout.write(`${JSON.stringify({ findings })}\n`);
	else print(findings);
	return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

function inWords({ question, rule, severity, where, params }: Finding): PrintedFinding {
	return { question, rule, severity, where, why: reasonOf('lint', rule, params) };
}

/** A plain bank or a built-in module; what is wrong with its form is a finding, too. */
async function readBank(path: string): Promise<Bank | PrintedFinding[]> {
	const broken = (where: string, why: string): PrintedFinding => ({
		question: basename(path),
		rule: 'form',
		severity: 'error',
		where,
		why
	});
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		return [broken('', error instanceof Error ? error.message : String(error))];
	}
	const shape = parseJson(v.looseObject({ lessons: v.optional(v.unknown()) }), text);
	if (shape.ok && 'lessons' in shape.value) {
		const module = parseJson(BuiltInModuleSchema, text);
		return module.ok ? module.value.bank : module.error.map(({ where, why }) => broken(where, why));
	}
	const bank = parseJson(BankSchema, text);
	return bank.ok ? bank.value : bank.error.map(({ where, why }) => broken(where, why));
}

/** Every file of a folder that can be read as text, in the order of names. */
async function readFolder(folder: string): Promise<Document[]> {
	const documents: Document[] = [];
	let names: string[];
	try {
		names = (await readdir(folder)).sort();
	} catch {
		return [];
	}
	for (const name of names) {
		const bytes = await readFile(join(folder, name)).catch(() => undefined);
		const raw = bytes && readBytes(bytes, name);
		if (raw?.ok) documents.push(compileDocument(raw.value));
	}
	return documents;
}

function print(findings: readonly PrintedFinding[]): void {
	for (const { question, rule, severity, where, why } of findings)
		console.log(`${severity.padEnd(7)} ${question}  ${where}  ${rule}  ${why}`);
	const errors = findings.filter((finding) => finding.severity === 'error').length;
	console.error(`${errors} errors, ${findings.length - errors} warnings`);
}
