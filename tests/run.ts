/**
 * `npm test`: unit and property tests with Vitest, then the journeys in a real browser with Playwright.
 * Both run even when the first fails; the last line counts all of them together.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

const folder = mkdtempSync(join(tmpdir(), 'saixue-test-'));
const only = process.argv.slice(2);
// In a log, colours are noise.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

const VitestReport = v.object({
	numPassedTests: v.number(),
	numFailedTests: v.number(),
	success: v.boolean()
});
const PlaywrightReport = v.object({
	stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() })
});

const unitFile = join(folder, 'unit.json');
const unitCode = await run('node_modules/vitest/vitest.mjs', [
	'run',
	...only,
	'--reporter=dot',
	'--reporter=json',
	`--outputFile.json=${unitFile}`
]);
const unit = read(unitFile, VitestReport);

const journeyFile = join(folder, 'journeys.json');
const journeyCode = await run(
	'node_modules/@playwright/test/cli.js',
	['test', ...only, '--reporter=list,json'],
	{
		PLAYWRIGHT_JSON_OUTPUT_NAME: journeyFile
	}
);
const journeys = read(journeyFile, PlaywrightReport);
rmSync(folder, { recursive: true, force: true });

const passed = (unit?.numPassedTests ?? 0) + (journeys ? journeys.stats.expected : 0);
// A run that broke before it could report counts as one failure; so does a test that passed only on a retry.
const failed =
	(unit ? unit.numFailedTests || (unitCode === 0 ? 0 : 1) : 1) +
	(journeys ? journeys.stats.unexpected + journeys.stats.flaky || (journeyCode === 0 ? 0 : 1) : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run(script: string, args: string[], env: Record<string, string> = {}): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [script, ...args], {
			stdio: 'inherit',
			env: { ...process.env, ...plain, ...env }
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}

function read<Schema extends v.GenericSchema>(
	file: string,
	schema: Schema
): v.InferOutput<Schema> | undefined {
	try {
		return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return undefined;
	}
}
