import { openWith } from '#lib/reader/pdf/library.ts';
import { fetchAsset } from '../remote/asset.ts';

/** Where the build put the library's tables of characters; one is fetched when a file asks for it. */
const MAPS = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
	query: '?url',
	import: 'default'
});

/** Opens a PDF in this thread. The library is fetched with the first PDF and kept by the service worker. */
export const openPdf = openWith({
	async load() {
		const [library, worker] = await Promise.all([
			import('pdfjs-dist/legacy/build/pdf.min.mjs'),
			import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
		]);
		// Found here, it is used in this thread, which can be ended at once, instead of another worker.
		Reflect.set(globalThis, 'pdfjsWorker', worker);
		return library;
	},
	async readCharacterMap(name) {
		const load = MAPS[`/node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
		if (!load) throw new Error(`no such table: ${name}`);
		return fetchAsset(await load());
	}
});
