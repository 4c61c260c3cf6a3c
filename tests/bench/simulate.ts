import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { PLANTS } from '../simulate/plants.ts';
import { SimulatedServer } from '../simulate/server.ts';
import { simulate } from '../simulate/simulate.ts';
import { readEnvironment, type BenchReport } from './report.ts';

const MOST_TRIES = 200;

/**
 * Synchronisation in ten thousand simulated worlds (`--seeds` another number, `--from` another first one),
 * and whether each fault planted on purpose is found. A seed that fails is named on standard error.
 */
export async function runSimulate(args: string[]): Promise<BenchReport> {
	const { values } = parseArgs({
		args,
		options: { seeds: { type: 'string', default: '10000' }, from: { type: 'string', default: '0' } }
	});
	const [seeds, from] = [Number(values.seeds), Number(values.from)];
	const server = await SimulatedServer.open();
	let failures = 0;
	for (let n = from; n < from + seeds; n++) {
		const { problems } = await simulate(server, `seed-${n}`);
		if (problems.length === 0) continue;
		failures += 1;
		console.error(`seed-${n}: ${problems.join('; ')}`);
	}
	let planted = 0;
	for (const plant of PLANTS) if (await isFound(server, plant)) planted += 1;
	return {
		name: 'simulate',
		metrics: { seeds, failures, plantedCaught: planted },
		limits: { planted: PLANTS.length },
		ratios: {},
		environment: readEnvironment()
	};
}

async function isFound(server: SimulatedServer, plant: (typeof PLANTS)[number]): Promise<boolean> {
	for (let n = 0; n < MOST_TRIES; n++)
		if ((await simulate(server, `plant-${n}`, plant)).problems.length > 0) return true;
	return false;
}
