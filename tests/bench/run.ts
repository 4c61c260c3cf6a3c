/**
 * `npm run bench -- <name> [--json] [options]`: measures one thing and prints what it found, as one JSON
 * object or as a table. Exit 0 done, 1 failed, 2 no such bench.
 */
import { runCompile } from './compile/compile.ts';
import { runCompileQuality } from './compile-quality/compile-quality.ts';
import { runPhone } from './phone/phone.ts';
import { runSimulate } from './simulate.ts';
import { runPictures } from './pictures/pictures.ts';
import { printReport, type BenchReport } from './report.ts';
import { runVitals } from './vitals/vitals.ts';

const BENCHES: Readonly<Record<string, (args: string[]) => Promise<BenchReport>>> = {
	compile: runCompile,
	'compile-quality': runCompileQuality,
	phone: runPhone,
	pictures: runPictures,
	simulate: runSimulate,
	vitals: runVitals
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
	const report = await bench(args.filter((arg) => arg !== '--json'));
	if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
	else printReport(report);
} else {
	console.error(`npm run bench -- <${Object.keys(BENCHES).join(' | ')}> [--json]`);
	process.exitCode = 2;
}
