import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeDevice, openFake } from '../../../tests/support/fake-device.ts';
import { ok } from '#lib/base/result.ts';
import { overviewOf } from '#lib/course/overview.ts';
import type { Publication } from '#lib/course/publication.ts';
import type { App } from './app.svelte.ts';
import { runJob } from './compile/job.ts';
import type { FromWorker, ToWorker } from './compile/messages.ts';
import { importDocument } from './import.ts';
import { readPublication } from './store/courses.ts';

const text = readFileSync('tests/support/work-report.txt', 'utf8');

async function setUp() {
	const device = fakeDevice();
	const store = await openFake(device);
	const app = {
		stores: { ready: async () => store },
		device: { sample: () => device.sample(), random: device.moment().random },
		installation: { measure: async () => {} }
	};
	return { store, app: app as unknown as App };
}

/** Compiles in this thread; whatever is asked afterwards, the system has ended it. */
class DyingWorker extends EventTarget {
	static started = 0;
	readonly #number = (DyingWorker.started += 1);
	#compiled: Publication | undefined;

	postMessage(message: ToWorker): void {
		if (message.type === 'compile') void this.#compile(message);
		else if (message.type === 'give' && this.#number > 1 && this.#compiled)
			this.#say({ type: 'given', number: message.number, publication: this.#compiled });
		else this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
	}
	terminate(): void {}

	async #compile({ job }: Extract<ToWorker, { type: 'compile' }>): Promise<void> {
		const result = await runJob(job, {
			onprogress: () => {},
			pause: () => Promise.resolve(),
			openPdf: () => Promise.reject(new Error('no PDF here'))
		});
		if (result.ok) this.#compiled = result.value;
		this.#say({ type: 'done', result: result.ok ? ok(overviewOf(result.value)) : result });
	}

	#say(data: FromWorker): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}

afterEach(() => {
	vi.unstubAllGlobals();
	DyingWorker.started = 0;
});

describe('an import', () => {
	it('is compiled and kept in the page of a browser without workers', async () => {
		const { app, store } = await setUp();
		const imported = await importDocument({ text });
		if (!imported.ok) throw new Error(imported.error.type);
		expect(imported.value.overview.title).toMatch(/^海河市总工会2025年工作报告/);
		const saved = await imported.value.save(app, '另一个题目');
		expect(saved.ok && (await readPublication(store, saved.value))?.title).toBe('另一个题目');
		expect(await imported.value.predecessors(app)).toMatchObject([{ match: 'same' }]);
	});

	it('says without workers that this browser cannot read PDF, not that one should go online', async () => {
		const imported = await importDocument(new File(['%PDF-1.7\n1 0 obj'], 'a.pdf'));
		expect(imported).toEqual({ ok: false, error: { type: 'PdfNeedsWorker' } });
	});

	it('is kept all the same when its worker was ended while the preview was looked at', async () => {
		vi.stubGlobal('Worker', DyingWorker);
		const { app, store } = await setUp();
		const imported = await importDocument({ text });
		if (!imported.ok) throw new Error(imported.error.type);
		const saved = await imported.value.save(app, '题目二');
		expect(DyingWorker.started).toBe(2);
		expect(saved.ok && (await readPublication(store, saved.value))?.title).toBe('题目二');
	});

	it('says so when its worker breaks in the middle', async () => {
		class BrokenWorker extends DyingWorker {
			override postMessage(): void {
				this.dispatchEvent(new MessageEvent('message', { data: { type: 'broken', message: 'a bug' } }));
			}
		}
		vi.stubGlobal('Worker', BrokenWorker);
		expect(await importDocument({ text })).toEqual({ ok: false, error: { type: 'CompilerBroke' } });
	});
});
