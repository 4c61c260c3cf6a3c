import type { Result } from '../../base/result.ts';

/** Glyphs in a row, as a page sets them. Lengths in points; the origin is the top left corner. */
export interface PdfRun {
	text: string;
	x: number;
	/** The line it stands on. */
	y: number;
	width: number;
	/** Height of its letters. */
	size: number;
	/** Degrees against the page: 0 or, for stamps and margins, something else; −180 to 180. */
	angle: number;
}

export interface PdfPage {
	width: number;
	height: number;
	runs: PdfRun[];
}

/** A file that was opened. */
export interface PdfSource {
	pages: number;
	/** Counted from 1. A page that is broken gives no runs. */
	readPage(number: number): Promise<PdfPage>;
	/** Whether a table of characters could not be fetched so far: pages read since lack text. */
	lacksMap(): boolean;
	close(): Promise<void>;
}

export type PdfNotOpened = { type: 'Locked' } | { type: 'Damaged' } | { type: 'ReaderMissing' };

/** Opens a file with a library that the caller brought along. */
export type OpenPdf = (bytes: Uint8Array) => Promise<Result<PdfSource, PdfNotOpened>>;
