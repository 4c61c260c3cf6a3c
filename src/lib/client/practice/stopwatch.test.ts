import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Stopwatch } from './stopwatch.ts';

let follow: (() => void) | undefined;
let mono = 0;
const page = {
	visibilityState: 'visible',
	addEventListener: (_: string, listener: () => void) => void (follow = listener),
	removeEventListener: () => void (follow = undefined)
};

beforeEach(() => {
	mono = 1_000;
	page.visibilityState = 'visible';
	vi.stubGlobal('document', page);
	vi.spyOn(performance, 'now').mockImplementation(() => mono);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

function show(state: 'visible' | 'hidden'): void {
	page.visibilityState = state;
	follow?.();
}

it('counts a question only while it is seen, and goes on where it was left', () => {
	const watch = new Stopwatch();
	watch.goOn(3);
	mono += 2_000;
	show('hidden');
	mono += 60_000;
	show('visible');
	mono += 500;
	expect(watch.ms()).toBe(2_500);
	watch.goOn(4);
	mono += 100;
	expect(watch.ms()).toBe(100);
	watch.goOn(3);
	mono += 500;
	expect(watch.ms()).toBe(3_000);
});

it('stops with the answer, and counts on when it is taken back', () => {
	const watch = new Stopwatch();
	watch.goOn(0);
	mono += 700;
	watch.forget(0);
	mono += 9_000;
	expect(watch.ms()).toBe(0);
	watch.giveBack(0, 700);
	watch.goOn(0);
	mono += 300;
	expect(watch.ms()).toBe(1_000);
});
