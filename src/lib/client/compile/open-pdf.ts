import { openWith } from '#lib/reader/pdf/library.ts';
import { fetchAsset } from '../remote/asset.ts';

/**
 * Opens a PDF in this worker. The library comes with the first PDF and is then kept by the service worker.
 * No page may import this: what pages import is fetched by every device beforehand.
 */
export const openPdf = openWith({
	async load() {
		// Its worker script takes over the messages of every worker that it is loaded in, and only of workers.
		Reflect.set(globalThis, 'window', globalThis);
		const [library, worker] = await Promise.all([
			import('pdfjs-dist/legacy/build/pdf.min.mjs'),
			import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
		]).finally(() => Reflect.deleteProperty(globalThis, 'window'));
		// Found here, it is used in this thread, which can be ended at once, instead of another worker.
		Reflect.set(globalThis, 'pdfjsWorker', worker);
		return library;
	},
	async readCharacterMap(name) {
		const { CHARACTER_MAPS } = await import('./character-maps.ts');
		const path = CHARACTER_MAPS[`/node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
		return path === undefined ? undefined : fetchAsset(path);
	}
});
