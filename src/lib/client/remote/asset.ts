import { Outage, outageOf } from './request.ts';

/** The bytes of one of the app's own files that are only fetched when they are needed. */
export async function fetchAsset(path: string): Promise<Uint8Array> {
	try {
		const response = await fetch(path, { redirect: 'error', credentials: 'same-origin' });
		if (!response.ok) throw new Outage('server');
		return new Uint8Array(await response.arrayBuffer());
	} catch (error) {
		throw outageOf(error, undefined);
	}
}
