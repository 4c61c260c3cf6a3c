import { ok, refuse, type Result } from '../../base/result.ts';
import type { OpenPdf, PdfNotOpened, PdfPage, PdfRun, PdfSource } from './source.ts';

/** As much of pdf.js as is used. */
export interface PdfLibrary {
	getDocument(options: Record<string, unknown>): {
		promise: Promise<LibraryDocument>;
		destroy(): Promise<void>;
	};
}

interface LibraryDocument {
	numPages: number;
	getPage(number: number): Promise<LibraryPage>;
}

interface LibraryPage {
	getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
	getTextContent(options: Record<string, unknown>): Promise<{ items: object[] }>;
	cleanup(): unknown;
}

export interface PdfAssets {
	/** Loads the library; fails where it was never loaded and there is no network. */
	load(): Promise<PdfLibrary>;
	/**
	 * One of the library's tables of Chinese, Japanese and Korean characters, by its name without ending;
	 * undefined for a name that it has not. Fails where it would have to be fetched and there is no network.
	 */
	readCharacterMap(name: string): Promise<Uint8Array | undefined>;
}

/** More runs than this on one page are no text that anybody set. */
const RUNS_MOST = 100_000;

/** Reads with pdf.js: text only; nothing is drawn, no font and no script of the file is run. */
export function openWith({ load, readCharacterMap }: PdfAssets): OpenPdf {
	return async (bytes) => {
		let library: PdfLibrary;
		try {
			library = await load();
		} catch {
			return refuse({ type: 'ReaderMissing' });
		}
		let lacksMap = false;
		/** The library asks through an object that it makes itself. */
		class CharacterMaps {
			fetch = async ({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> => {
				if (kind !== 'cMapUrl') throw new Error(`not needed for text: ${filename}`);
				const map = await readCharacterMap(filename.replace(/\.bcmap$/, '')).catch((error: unknown) => {
					lacksMap = true;
					throw error;
				});
				if (!map) throw new Error(`no such table: ${filename}`);
				return map;
			};
		}
		const task = library.getDocument({
			// The library takes what it is given for its own.
			data: new Uint8Array(bytes),
			BinaryDataFactory: CharacterMaps,
			cMapUrl: 'cmaps/',
			cMapPacked: true,
			useWorkerFetch: false,
			useWasm: false,
			useSystemFonts: false,
			disableFontFace: true,
			isEvalSupported: false,
			isOffscreenCanvasSupported: false,
			isImageDecoderSupported: false,
			enableXfa: false,
			stopAtErrors: false,
			verbosity: 0
		});
		try {
			return ok(sourceOf(await task.promise, { close: () => task.destroy(), lacksMap: () => lacksMap }));
		} catch (error) {
			await task.destroy();
			return notOpened(error);
		}
	};
}

function notOpened(error: unknown): Result<never, PdfNotOpened> {
	const name = error instanceof Error ? error.name : '';
	return refuse({ type: name === 'PasswordException' ? 'Locked' : 'Damaged' });
}

function sourceOf(
	document: LibraryDocument,
	{ close, lacksMap }: Pick<PdfSource, 'close' | 'lacksMap'>
): PdfSource {
	return {
		pages: document.numPages,
		close,
		lacksMap,
		async readPage(number) {
			try {
				return await readPage(await document.getPage(number));
			} catch {
				return { width: 0, height: 0, runs: [] };
			}
		}
	};
}

async function readPage(page: LibraryPage): Promise<PdfPage> {
	const { width, height, transform } = page.getViewport({ scale: 1 });
	const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
	const runs = items.slice(0, RUNS_MOST).flatMap((item) => runOf(item, transform));
	page.cleanup();
	return { width, height, runs };
}

function runOf(item: object, view: readonly number[]): PdfRun[] {
	if (!('str' in item) || typeof item.str !== 'string' || !/\S/.test(item.str)) return [];
	if (!('transform' in item) || !Array.isArray(item.transform) || !('width' in item)) return [];
	const own = item.transform.map(Number);
	const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = own;
	const along = [va * a + vc * b, vb * a + vd * b] as const;
	const up = [va * c + vc * d, vb * c + vd * d] as const;
	const run = {
		text: item.str,
		x: va * e + vc * f + ve,
		y: vb * e + vd * f + vf,
		width: Number(item.width),
		size: Math.hypot(up[0], up[1]),
		angle: Math.round((Math.atan2(along[1], along[0]) * 180) / Math.PI)
	};
	const isSound = [run.x, run.y, run.width, run.size].every((length) => Math.abs(length) < 1e6);
	return isSound && run.size > 0.1 ? [run] : [];
}
