import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment, type BenchReport, type Measure } from '../report.ts';
import type { GoldText } from './gold.ts';
import { printFile } from './print-file.ts';
import { addTallies, f1Of, recallOf, scoreCompiled, type Compiled, type Score, type Tally } from './score.ts';

const OWN_TEXTS = 'tests/bench/compile-quality/texts';

/** A text as it is printed, and what it says. */
interface Case {
	gold: GoldText;
	/** Where its print lies. */
	path: string;
	furniture: readonly string[];
}

/**
 * How much of annotated texts comes out right. `--folder <folder>` takes other texts than our own: `.gold`
 * files, and `<document>.gold.json` files that name their document by `path`. `--only <name>` takes one.
 * `--misses` prints what was missed on standard error; `--keep <folder>` keeps the prints there.
 */
export function runCompileQuality(args: string[]): Promise<BenchReport> {
	const { values } = parseArgs({
		args,
		options: {
			folder: { type: 'string', default: OWN_TEXTS },
			only: { type: 'string', default: '' },
			keep: { type: 'string' },
			misses: { type: 'boolean', default: false }
		}
	});
	const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'saixue-quality-'));
	mkdirSync(folder, { recursive: true });
	try {
		const scores = scoreTexts(values.folder, folder, values.only);
		if (values.misses) for (const [name, { misses }] of scores) printMisses(name, misses);
		return Promise.resolve({
			name: 'compile-quality',
			metrics: {
				...metricsOf([...scores.values()]),
				texts: Object.fromEntries([...scores].map(([name, score]) => [name, metricsOf([score])]))
			},
			limits: {},
			ratios: {},
			environment: readEnvironment()
		});
	} finally {
		if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
	}
}

/** By the text's name. `prints` is a folder for the printed texts. */
export function scoreTexts(folder: string, prints: string, only = ''): Map<string, Score> {
	const cases = readdirSync(folder)
		.filter((file) => file.includes(only))
		.sort()
		.flatMap((file) => readCase(folder, file, prints));
	const compiled = compileFiles(cases.map(({ path }) => path));
	return new Map(
		cases.flatMap(({ gold, path, furniture }) => {
			const document = compiled.get(basename(path)) ?? notCompiled(path);
			return [[gold.name, scoreCompiled(gold, furniture, document)]];
		})
	);
}

function readCase(folder: string, file: string, prints: string): Case[] {
	const source = () => readFileSync(join(folder, file), 'utf8');
	if (file.endsWith('.gold.json')) {
		const annotated: GoldText & { path: string } = JSON.parse(source());
		return [{ gold: annotated, path: annotated.path, furniture: annotated.furniture }];
	}
	if (!file.endsWith('.gold')) return [];
	const printed = printFile(folder, file);
	const path = join(prints, printed.file);
	writeFileSync(path, printed.bytes);
	return [{ gold: printed.gold, path, furniture: printed.furniture }];
}

/** By the command line, as outsiders do; by the file's own name. */
function compileFiles(paths: readonly string[]): Map<string, Compiled> {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['src/cli/saixue.ts', 'compile', '--json', ...paths],
		{
			encoding: 'utf8',
			maxBuffer: 2 ** 30
		}
	);
	if (stdout === '') throw new Error(stderr);
	const { documents, errors }: { documents: Compiled[]; errors: { file: string; why: string }[] } =
		JSON.parse(stdout);
	for (const { file, why } of errors) console.error(`${file}: ${why}`);
	return new Map(documents.map((document) => [document.file, document]));
}

/** A file that was refused has missed everything. */
function notCompiled(path: string): Compiled {
	const nothing = { articles: [], facts: [], modules: [], questions: [], warnings: [], removed: [] };
	return { file: basename(path), title: '', ...nothing };
}

export function metricsOf(scores: readonly Score[]): Record<string, Measure> {
	const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
	const tally = (of: (score: Score) => Tally) => addTallies(scores.map(of));
	const lessons = sum((score) => score.lessons);
	return {
		paragraphs: recallOf(tally(({ paragraphs }) => paragraphs)),
		extraParagraphs: tally(({ paragraphs }) => paragraphs).extra,
		sentences: recallOf(tally(({ sentences }) => sentences)),
		noise: sum(({ noise }) => noise),
		headingsF1: f1Of(tally(({ headings }) => headings)),
		articlesF1: f1Of(tally(({ articles }) => articles)),
		facts: recallOf(tally(({ facts }) => facts)),
		contradictions: recallOf(tally(({ contradictions }) => contradictions)),
		falseAlarms: tally(({ contradictions }) => contradictions).extra,
		questionsPer1000: (sum(({ questions }) => questions) * 1_000) / sum(({ characters }) => characters),
		drafts: sum(({ drafts }) => drafts),
		lintErrors: sum(({ lintErrors }) => lintErrors),
		lessonsWithOne: lessons === 0 ? 0 : sum(({ lessonsWithOne }) => lessonsWithOne) / lessons,
		lessonsWithThree: lessons === 0 ? 0 : sum(({ lessonsWithThree }) => lessonsWithThree) / lessons,
		characters: sum(({ characters }) => characters)
	};
}

function printMisses(name: string, misses: Score['misses']): void {
	console.error(`\n=== ${name}`);
	for (const { what, text } of misses) console.error(`${what}: ${text.replaceAll('\n', '⏎')}`);
}
