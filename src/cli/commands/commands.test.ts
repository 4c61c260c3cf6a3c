import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run as compile } from './compile.ts';
import { run as lint } from './lint.ts';
import { moduleSchemaText, SCHEMA_FILE } from './schema.ts';

let folder: string;
let printed: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saixue-'));
	printed = '';
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
		printed += String(text);
		return true;
	});
	vi.spyOn(console, 'log').mockImplementation((text: string) => {
		printed += `${text}\n`;
	});
	vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
	vi.restoreAllMocks();
	await rm(folder, { recursive: true });
});

const file = async (name: string, content: string) => {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
};

it('the published schema is the one that the code checks by', async () => {
	expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(moduleSchemaText());
});

describe('compile', () => {
	const TEXT =
		'青山市图书馆2023年工作报告\n\n2023年，青山市图书馆新添图书1.52万册，借出图书86.4万册次，到馆读者41万人次。\n';

	it('prints one object in the agreed form', async () => {
		expect(await compile([await file('report.txt', TEXT), '--json'])).toBe(0);
		const { documents, errors } = JSON.parse(printed);
		expect(errors).toEqual([]);
		expect(Object.keys(documents[0]).sort()).toEqual(
			[
				'articles',
				'facts',
				'file',
				'id',
				'language',
				'modules',
				'questions',
				'removed',
				'title',
				'warnings'
			].sort()
		);
		expect(documents[0].file).toBe('report.txt');
	});

	it('a bad file does not stop the others, and makes the whole a failure', async () => {
		const empty = await file('empty.txt', '');
		const missing = join(folder, 'missing.txt');
		expect(await compile([empty, await file('report.txt', TEXT), missing, '--json'])).toBe(1);
		const { documents, errors } = JSON.parse(printed);
		expect(documents).toHaveLength(1);
		expect(errors.map((error: { file: string }) => error.file)).toEqual(['empty.txt', 'missing.txt']);
		for (const { why } of errors) expect(why).not.toBe('');
	});

	it('without a file, or with an option it does not know, it says how to use it', async () => {
		expect(await compile([])).toBe(2);
		expect(await compile(['a.txt', '--wrong'])).toBe(2);
	});
});

describe('lint', () => {
	const bankWith = (stem: string) =>
		JSON.stringify({
			id: 'b',
			title: '',
			questions: [{ id: 'q', type: 'true-false', stem, key: true, explanation: '见年报。' }]
		});

	it('a sound bank is done, a broken one fails with a reason in words', async () => {
		expect(await lint([await file('a.json', bankWith('青山馆藏书3万册。')), '--json'])).toBe(0);
		expect(JSON.parse(printed)).toEqual({ findings: [] });
		printed = '';
		expect(await lint([await file('b.json', bankWith('该馆藏书3万册。')), '--json'])).toBe(1);
		const [finding] = JSON.parse(printed).findings;
		expect(finding).toMatchObject({ question: 'q', rule: 'lost-referent', severity: 'error', where: 'stem' });
		expect(finding.why).toContain('该');
	});

	it('a file that is no bank is a finding of its own', async () => {
		expect(await lint([await file('c.json', '{"id":1}'), '--json'])).toBe(1);
		expect(JSON.parse(printed).findings[0]).toMatchObject({
			question: 'c.json',
			rule: 'form',
			severity: 'error'
		});
	});

	it('without a bank it says how to use it', async () => expect(await lint([])).toBe(2));
});
