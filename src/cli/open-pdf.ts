import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openWith } from '#lib/reader/pdf/library.ts';

/** Opens a PDF with the library from node_modules. */
export const openPdf = openWith({
	async load() {
		// The library warns when these are missing, although text needs none of them.
		for (const name of ['DOMMatrix', 'Path2D'])
			if (!(name in globalThis)) Reflect.set(globalThis, name, function none() {});
		const [library, worker] = await Promise.all([
			import('pdfjs-dist/legacy/build/pdf.min.mjs'),
			import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
		]);
		Reflect.set(globalThis, 'pdfjsWorker', worker);
		return library;
	},
	async readCharacterMap(name) {
		const { resolve } = createRequire(import.meta.url);
		// Names come from the file.
		return /^[\w-]+$/.test(name)
			? readFile(resolve(`pdfjs-dist/cmaps/${name}.bcmap`)).catch(() => undefined)
			: undefined;
	}
});
