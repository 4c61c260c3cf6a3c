import { afterEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { request, Outage } from './request.ts';

const schema = v.object({ a: v.number() });
const evidence: boolean[] = [];
const ask = (options = {}) => request('/api/v1/x', schema, options, (online) => void evidence.push(online));

function answers(body: string, init: ResponseInit = {}) {
	vi.stubGlobal(
		'fetch',
		async () => new Response(body, { headers: { 'content-type': 'application/json' }, ...init })
	);
}
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
	evidence.length = 0;
});

describe('a request', () => {
	it('gives what the schema allows', async () => {
		answers('{"a":1,"b":2}');
		expect(await ask()).toEqual({ ok: true, value: { a: 1 } });
		expect(evidence).toEqual([true]);
	});

	it('takes a captive portal for what it is', async () => {
		answers('<html>Log in to the hotel</html>', { headers: { 'content-type': 'text/html' } });
		await expect(ask()).rejects.toMatchObject({ why: 'portal' });
		expect(evidence).toEqual([false]);
	});

	it('tells a refusal from an outage', async () => {
		answers('{"error":{"type":"TooManyTries","retryAfter":7}}', { status: 429 });
		expect(await ask()).toMatchObject({
			ok: false,
			error: { type: 'TooManyTries', status: 429, retryAfterMs: 7_000 }
		});
	});

	it('hears how long a server in trouble wants to be left alone', async () => {
		answers('busy', { status: 503, headers: { 'retry-after': '5' } });
		await expect(ask()).rejects.toMatchObject({ why: 'server', retryAfterMs: 5_000 });
		expect(evidence).toEqual([true]);
	});

	it('knows “too large” even when a proxy says it in its own words', async () => {
		answers('<html>413</html>', { status: 413, headers: { 'content-type': 'text/html' } });
		expect(await ask()).toMatchObject({ ok: false, error: { status: 413 } });
	});

	it('does not show an answer that makes no sense', async () => {
		answers('{"a":"1"}');
		await expect(ask()).rejects.toBeInstanceOf(Outage);
		answers('{"a":');
		await expect(ask()).rejects.toBeInstanceOf(Outage);
	});

	it('ends at its deadline when nobody answers, and at once when cancelled', async () => {
		vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
			return new Promise((_resolve, reject) => {
				signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
			});
		});
		await expect(ask({ deadlineMs: 5 })).rejects.toMatchObject({ why: 'deadline' });
		const stop = new AbortController();
		const asked = ask({ signal: stop.signal });
		stop.abort();
		await expect(asked).rejects.toMatchObject({ why: 'cancelled' });
		expect(evidence).toEqual([false]);
	});

	it('ends at its deadline also when the answer stops half-way', async () => {
		vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
			const body = new ReadableStream({
				start: (controller) =>
					signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')))
			});
			return new Response(body, { headers: { 'content-type': 'application/json' } });
		});
		await expect(ask({ deadlineMs: 5 })).rejects.toMatchObject({ why: 'deadline' });
	});
});
