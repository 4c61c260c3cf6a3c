import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Below this a packet is a packet. */
const LEAST_BYTES = 1_000;

/** Rendered pages and JSON as brotli or gzip; the adapter does the same for files. */
export async function compressed(response: Response, acceptEncoding: string): Promise<Response> {
	const { headers, status } = response;
	const type = headers.get('content-type') ?? '';
	if (!response.body || status === 204 || status === 304 || headers.has('content-encoding')) return response;
	if (!/^(text\/|application\/(json|manifest\+json|xml))/.test(type)) return response;
	const isBrotli = /\bbr\b/.test(acceptEncoding);
	if (!isBrotli && !/\bgzip\b/.test(acceptEncoding)) return response;

	const plain = Buffer.from(await response.arrayBuffer());
	headers.append('vary', 'accept-encoding');
	if (plain.length < LEAST_BYTES) return new Response(plain, { status, headers });
	const small = isBrotli
		? await brotliAsync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
		: await gzipAsync(plain);
	headers.set('content-encoding', isBrotli ? 'br' : 'gzip');
	headers.delete('content-length');
	return new Response(new Uint8Array(small), { status, headers });
}
