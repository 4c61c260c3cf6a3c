import type { RawLine } from '../../document/raw.ts';
import { ok, refuse, type Result } from '../../base/result.ts';
import { linesOfPages } from './lines.ts';
import { segmentPage, type SegmentedPage } from './segments.ts';
import type { OpenPdf, PdfSource } from './source.ts';
import { hasPackedBomb } from './streams.ts';

export type { OpenPdf } from './source.ts';

/** Pages beyond this are to be split up; so are files with more pieces of text than books have. */
export const MOST_PAGES = 3_000;
const MOST_SEGMENTS = 3_000_000;

export type PdfRefused =
	| { type: 'LockedFile' }
	| { type: 'BrokenFile' }
	| { type: 'ReaderMissing' }
	| { type: 'UnpacksTooLarge' }
	| { type: 'Scanned'; pages: number }
	| { type: 'TooManyPages'; pages: number; limit: number };

/** The text layer of a file, line by line in reading order. Pictures of text are refused, not recognised. */
export async function readPdf(
	bytes: Uint8Array,
	openPdf: OpenPdf,
	onpage: (done: number, total: number) => void = () => {}
): Promise<Result<RawLine[], PdfRefused>> {
	if (hasPackedBomb(bytes)) return refuse({ type: 'UnpacksTooLarge' });
	const opened = await openPdf(bytes);
	if (!opened.ok) {
		const { type } = opened.error;
		if (type === 'ReaderMissing') return refuse({ type });
		return refuse({ type: type === 'Locked' ? 'LockedFile' : 'BrokenFile' });
	}
	const source = opened.value;
	try {
		if (source.pages > MOST_PAGES)
			return refuse({ type: 'TooManyPages', pages: source.pages, limit: MOST_PAGES });
		const pages = await readPages(source, onpage);
		if (!pages) return refuse({ type: 'UnpacksTooLarge' });
		if (source.lacksMap()) return refuse({ type: 'ReaderMissing' });
		return hasTextLayer(pages) ? ok(linesOfPages(pages)) : refuse({ type: 'Scanned', pages: pages.length });
	} finally {
		await source.close();
	}
}

async function readPages(
	source: PdfSource,
	onpage: (done: number, total: number) => void
): Promise<SegmentedPage[] | undefined> {
	const pages: SegmentedPage[] = [];
	let segments = 0;
	for (let number = 1; number <= source.pages; number++) {
		const page = segmentPage(await source.readPage(number));
		segments += page.segments.length;
		if (segments > MOST_SEGMENTS) return undefined;
		pages.push(page);
		onpage(number, source.pages);
	}
	return pages;
}

/**
 * Whether the pages hold text: on one page in five at least, and in characters that mean something. A font
 * that does not say which letters its glyphs are gives private or missing ones.
 */
function hasTextLayer(pages: readonly SegmentedPage[]): boolean {
	let withText = 0;
	let letters = 0;
	let unknown = 0;
	for (const { segments } of pages) {
		let onPage = 0;
		for (const { text } of segments) {
			for (let i = 0; i < text.length; i++) {
				const code = text.charCodeAt(i);
				onPage++;
				if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code < 0x20) unknown++;
			}
		}
		letters += onPage;
		if (onPage >= 20) withText++;
	}
	if (letters === 0 || unknown * 3 > letters) return false;
	return withText * 5 >= pages.length || pages.length <= 2;
}
