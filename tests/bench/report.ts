import { cpus, totalmem } from 'node:os';

/** What a bench found. Times in ms, sizes in bytes, rates per second, fractions 0–1. */
export interface BenchReport {
	name: string;
	metrics: Record<string, Measure>;
	/** The best that could be had, measured in the same run. */
	limits: Record<string, number>;
	/** A rate's: ours ÷ limit (1 is the limit). A time's or a size's: ours ÷ limit, higher is worse. */
	ratios: Record<string, number>;
	environment: Record<string, string | number>;
}

/** `null` where this run did not measure it. */
export type Measure = number | boolean | null | { [name: string]: Measure };

export function readEnvironment(): Record<string, string | number> {
	const processors = cpus();
	return {
		node: process.version,
		platform: `${process.platform} ${process.arch}`,
		processor: processors[0]?.model.trim() ?? 'unknown',
		processors: processors.length,
		memoryBytes: totalmem()
	};
}

/** For people: one line a figure. */
export function printReport(report: BenchReport): void {
	console.log(report.name);
	for (const part of ['metrics', 'limits', 'ratios', 'environment'] as const) {
		const lines = linesOf(report[part], '');
		if (lines.length > 0) console.log(`\n${part}`);
		const width = Math.max(...lines.map(([name]) => name.length));
		for (const [name, value] of lines) console.log(`  ${name.padEnd(width)}  ${value}`);
	}
}

function linesOf(measures: Record<string, Measure | string>, prefix: string): [string, string][] {
	return Object.entries(measures).flatMap(([name, value]): [string, string][] =>
		typeof value === 'object' && value !== null
			? linesOf(value, `${prefix}${name}.`)
			: [[`${prefix}${name}`, wordOf(value)]]
	);
}

function wordOf(value: number | string | boolean | null): string {
	if (value === null) return '–';
	if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
	return value.toFixed(Math.abs(value) < 10 ? 4 : 1);
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return low === undefined || high === undefined ? NaN : (low + high) / 2;
}
