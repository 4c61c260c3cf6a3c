import { parseArgs } from 'node:util';
import { readEnvironment, type BenchReport } from '../report.ts';
import { multiplied, oneText, readMaterial, type Material } from './material.ts';
import { measureMemory } from './memory.ts';
import { measurePhone } from './phone.ts';
import { measureSpeed } from './speed.ts';

const MEGABYTE = 1_000_000;
/** So many are imported on the phone, the longest ones: each takes some seconds, four times over. */
const PHONE_DOCUMENTS = 5;

/**
 * Throughput in Node against bare word segmentation, memory for one text of five megabytes, and how long
 * the page stands still while documents are imported on a throttled phone. `--folder <folder>` takes the
 * documents of a folder instead of our own annotated texts; `--no-phone` leaves the browser out.
 */
export async function runCompile(args: string[]): Promise<BenchReport> {
	const { values } = parseArgs({
		args,
		options: { folder: { type: 'string' }, phone: { type: 'boolean', default: true } },
		allowNegative: true
	});
	const documents = readMaterial(values.folder);
	const speed = await measureSpeed(multiplied(documents, MEGABYTE));
	const single = await measureSpeed([oneText(documents, MEGABYTE)]);
	const [first] = documents;
	if (!first) throw new Error('there are no documents to compile');
	const memory = measureMemory(first, oneText(documents, 5 * MEGABYTE));
	const phone = values.phone ? await measurePhone(longest(documents, PHONE_DOCUMENTS)) : undefined;
	return {
		name: 'compile',
		metrics: {
			charactersPerSecond: speed.charactersPerSecond,
			/** As one text of a megabyte. */
			singleTextCharactersPerSecond: single.charactersPerSecond,
			peakBytes: memory.peakBytes,
			longestBlockMs: phone?.longestBlockMs ?? null,
			importMs: phone?.importMs ?? null,
			pageSlowedImportMs: phone?.pageSlowedMs ?? null,
			imports: Object.fromEntries(
				Object.entries(phone?.byFile ?? {}).map(([file, one]) => [file, { ...one }])
			)
		},
		limits: {
			charactersPerSecond: speed.segmentedPerSecond,
			singleTextCharactersPerSecond: single.segmentedPerSecond,
			textBytes: memory.textBytes
		},
		ratios: {
			throughput: speed.charactersPerSecond / speed.segmentedPerSecond,
			singleTextThroughput: single.charactersPerSecond / single.segmentedPerSecond,
			memory: memory.peakBytes / memory.textBytes
		},
		environment: { ...readEnvironment(), ...phone?.environment }
	};
}

function longest(documents: readonly Material[], most: number): Material[] {
	return [...documents].sort((a, b) => b.bytes.length - a.bytes.length).slice(0, most);
}
