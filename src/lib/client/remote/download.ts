import { deadline, isJson, Outage, outageOf, type Evidence } from './request.ts';

/** Fetches a large JSON text. The deadline is for silence, not for the whole. Undefined when there is none. */
export async function download(
	path: string,
	options: { signal?: AbortSignal; onbytes?: (bytes: number) => void },
	onevidence: Evidence
): Promise<string | undefined> {
	const limit = deadline(options.signal, SILENCE_MS);
	try {
		const response = await fetch(path, {
			headers: { accept: 'application/json' },
			redirect: 'error',
			credentials: 'same-origin',
			signal: limit.signal
		});
		if (response.status >= 500) throw new Outage('server');
		if (!response.ok) return undefined;
		if (!isJson(response)) throw new Outage('portal');
		const text = await readText(response, (bytes) => {
			limit.extend();
			options.onbytes?.(bytes);
		});
		onevidence(true);
		return text;
	} catch (error) {
		const outage = outageOf(error, options.signal);
		if (outage.why !== 'cancelled') onevidence(outage.why === 'server');
		throw outage;
	} finally {
		limit.clear();
	}
}
const SILENCE_MS = 20_000;

async function readText(response: Response, onbytes: (bytes: number) => void): Promise<string> {
	if (!response.body) return response.text();
	const reader = response.body.getReader();
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		bytes += value.length;
		text += decoder.decode(value, { stream: true });
		onbytes(bytes);
	}
}
