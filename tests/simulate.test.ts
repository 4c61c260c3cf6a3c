import { beforeAll, describe, expect, it } from 'vitest';
import { PLANTS } from './simulate/plants.ts';
import { SimulatedServer } from './simulate/server.ts';
import { simulate } from './simulate/simulate.ts';

const SEEDS = 300;

describe('synchronisation, simulated', () => {
	let server: SimulatedServer;
	beforeAll(async () => {
		server = await SimulatedServer.open();
	});

	it(`loses nothing and counts nothing twice in ${SEEDS} worlds`, { timeout: 600_000 }, async () => {
		const failures: string[] = [];
		for (let n = 0; n < SEEDS; n++) {
			const { problems } = await simulate(server, `seed-${n}`);
			if (problems.length > 0) failures.push(`seed-${n}: ${problems.slice(0, 3).join('; ')}`);
		}
		expect(failures).toEqual([]);
	});

	it('goes the same way twice by the same seed', { timeout: 600_000 }, async () => {
		for (const seed of ['again-1', 'again-2', 'again-3'])
			expect(await simulate(server, seed)).toEqual(await simulate(server, seed));
	});

	it.each(PLANTS)('finds a fault planted on purpose: %s', { timeout: 600_000 }, async (plant) => {
		for (let n = 0; n < 100; n++) {
			const { problems } = await simulate(server, `plant-${n}`, plant);
			if (problems.length > 0) return;
		}
		expect.unreachable('a hundred worlds, and nobody noticed');
	});
});
