import { describe, expect, it } from 'vitest';
import { millis } from '#lib/base/time.ts';
import { fakeDevice } from '../../../tests/support/fake-device.ts';
import { trueTime } from './clock.ts';

/** The server's clock runs `ahead` of the device's; an answer takes `there` and `back`. */
function setUp(ahead: number) {
	const device = fakeDevice();
	const time = trueTime(() => device.sample());
	const base = device.clock.at + ahead;
	let passed = 0;
	const pass = (ms: number) => {
		passed += ms;
		device.pass(ms);
	};
	const hear = (there: number, back: number) => {
		const sent = device.sample();
		pass(there);
		const serverNow = millis(base + passed);
		pass(back);
		time.heard(serverNow, sent, device.sample());
	};
	return { device, time, pass, hear, truth: () => base + passed };
}

describe('the true time', () => {
	it('is the wall clock as long as no server was heard, and is not called measured', () => {
		const { device, time } = setUp(5_000);
		expect(time.reading()).toMatchObject({ time: device.clock.at, exact: false });
		expect(time.offset()).toBeUndefined();
	});

	it('takes the answer that took least of the last eight', () => {
		const { time, hear, truth } = setUp(3_600_000);
		hear(10, 10);
		for (let at = 0; at < 5; at++) hear(900, 20);
		expect(time.exact()?.time).toBe(truth());
		expect(time.offset()).toBe(3_600_000);
		for (let at = 0; at < 8; at++) hear(400, 0);
		expect(Math.abs((time.exact()?.time ?? 0) - truth())).toBeLessThanOrEqual(200);
	});

	it('is known to be uneven after the wall clock was set, until the server is heard again', () => {
		const { device, time, hear, truth } = setUp(0);
		hear(10, 10);
		device.clock.at -= 86_400_000;
		expect(time.exact()).toBeUndefined();
		expect(time.fromServer()?.time).toBe(truth());
		hear(10, 10);
		expect(time.exact()?.time).toBe(truth());
		expect(time.offset()).toBe(86_400_000);
	});

	it('passes over an answer during which a clock jumped', () => {
		const { device, time } = setUp(0);
		const sent = device.sample();
		device.clock.at += 60_000;
		device.clock.mono += 20;
		time.heard(millis(1), sent, device.sample());
		expect(time.offset()).toBeUndefined();
	});

	it('goes on after a restart with what was written down', () => {
		const { time, hear, device } = setUp(7_000);
		hear(1, 1);
		const written = time.fromServer()!;
		device.clock.at += 60_000;
		device.clock.mono = 5;
		device.clock.boot = 'boot-2';
		const later = trueTime(() => device.sample());
		later.resume(written);
		expect(later.offset()).toBe(7_000);
		expect(later.exact()).toBeUndefined();
	});
});
