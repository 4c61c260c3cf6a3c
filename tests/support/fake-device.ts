import 'fake-indexeddb/auto';
import { millis, monotonic } from '#lib/base/time.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Draft, Moment } from '#lib/client/store/append.ts';
import { openStore, type Store } from '#lib/client/store/store.ts';
import type { ClockSample } from '#lib/quiz/clock.ts';

/** A device whose two clocks a test moves, and whose chance repeats. */
export function fakeDevice(seed = 'device', at = 1_700_000_000_000) {
	const chance = seededRandom(seed);
	const clock = { at, mono: 1_000, boot: 'boot-1' };
	return {
		clock,
		sample: (): ClockSample => ({ at: millis(clock.at), mono: monotonic(clock.mono), boot: clock.boot }),
		random: (bytes: number) => Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256)),
		/** Both clocks go on, as they do while the page is awake. */
		pass(ms: number) {
			clock.at += ms;
			clock.mono += ms;
		},
		moment(): Moment {
			return { sample: this.sample(), random: this.random };
		}
	};
}
export type FakeDevice = ReturnType<typeof fakeDevice>;

let stores = 0;

/** Another account each time, unless one is named. */
export function openFake(device: FakeDevice, account = `person-${(stores += 1)}`): Promise<Store> {
	return openStore(account, { now: device.sample().at, random: device.random });
}

export function lessonFinished(lesson: string): Draft {
	return { kind: 'lesson-finished', body: { course: 'c', lesson, readMs: 1 } };
}
