/**
 * `npm run check`: formatting, lint, types, the words of every language, sizes, unused code. All of them run,
 * so that one look shows everything there is to mend.
 */
import { spawnSync } from 'node:child_process';

const steps: [string, string, string[]][] = [
	['svelte-kit', '@sveltejs/kit/svelte-kit.js', ['sync']],
	['formatting', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']],
	['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
	[
		'types',
		'svelte-check/bin/svelte-check',
		['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
	],
	['types of the service worker', 'typescript/bin/tsc', ['-p', 'src/service-worker', '--noEmit']],
	['words', 'vitest/vitest.mjs', ['run', 'src/lib/i18n', 'tests/architecture.test.ts', '--reporter=dot']],
	// Of the build that the bootstrap made, if anything had changed: `npm test` then finds it made.
	['sizes of scripts', 'vitest/vitest.mjs', ['run', 'tests/budget.test.ts', '--reporter=dot']],
	['unused code', 'knip/bin/knip.js', ['--no-progress']]
];

const failures = steps.filter(([name, script, args]) => {
	const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' });
	console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
	return status !== 0;
});
process.exitCode = failures.length === 0 ? 0 : 1;
