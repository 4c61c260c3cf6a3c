import type { RawLine } from '../../document/raw.ts';

/** Where on the page a text stands; inherited by everything in it. */
export interface Place {
	/** Said to be hidden or struck out: listed as removed. */
	lost: boolean;
	/** The same of a whole block: listed as removed, unless too much would go. */
	hidden: boolean;
	/** Programs, styles, controls: counted, not listed. */
	dropped: boolean;
	/** Navigation and the like by its element, or only by the name of its class. */
	chrome: boolean;
	named: boolean;
	main: boolean;
	article: boolean;
	quote: boolean;
	header: boolean;
	link: boolean;
	pre: boolean;
	/** Set above the line, as powers and references to notes are. */
	raised: boolean;
}

export const PAGE: Place = {
	lost: false,
	hidden: false,
	dropped: false,
	chrome: false,
	named: false,
	main: false,
	article: false,
	quote: false,
	header: false,
	link: false,
	pre: false,
	raised: false
};

/** One line of text as the page would show it. */
export interface Found {
	line: RawLine;
	place: Place;
	/** How many of its letters lead elsewhere. */
	linked: number;
}

/** Paragraph after paragraph, put together from pieces of text. */
export class BlockWriter {
	#pieces: string[] = [];
	#linked = 0;
	#lost: string[] = [];
	#place = PAGE;
	/** What the next paragraph is; a list item's number comes in front of its first words. */
	#next: { heading?: number; kind?: RawLine['kind']; marker?: string } = {};

	write(text: string, place: Place): void {
		if (place.lost) {
			this.#lost.push(text);
			return;
		}
		const shown = place.pre ? text : text.replace(/[\s\u00a0\u3000]+/g, ' ');
		if (this.#pieces.length === 0) this.#place = place;
		this.#pieces.push(place.raised && /^\d{1,3}$/.test(shown) ? raise(shown) : shown);
		if (place.link) this.#linked += shown.trim().length;
	}

	break(place: Place): void {
		if (!place.lost && !place.dropped) this.#pieces.push('\n');
	}

	/** What the paragraph that begins here is. */
	begin(next: { heading?: number; kind?: RawLine['kind']; marker?: string }): void {
		this.#next = next;
	}

	/** The paragraph so far; nothing if there was none. */
	finish(): Found[] {
		const place = this.#place;
		const text = this.#pieces.join('');
		const linked = this.#linked;
		const lost = squeeze(this.#lost.join(''));
		this.#pieces = [];
		this.#lost = [];
		this.#linked = 0;
		const found: Found[] = lost === '' ? [] : [{ line: { text: lost, scaffolding: true }, place, linked: 0 }];
		if (!/\S/.test(text)) return found;
		return [...found, ...this.#linesOf(text, place, linked)];
	}

	#linesOf(text: string, place: Place, linked: number): Found[] {
		const { heading, kind, marker } = this.#next;
		this.#next = heading === undefined ? {} : { heading };
		const given = text.split('\n');
		if (heading !== undefined) {
			// Sites hang a sign on their headings that leads to them.
			const title = squeeze(given.join(' ')).replace(/ ?[¶§\u{1f517}]$/u, '');
			return [{ line: { text: title, heading, opens: true }, place, linked }];
		}
		const found: Found[] = [];
		let opens = true;
		const share = linked / Math.max(1, text.length);
		for (const one of given) {
			const shown = place.pre ? one.trimEnd() : squeeze(one);
			if (shown === '') {
				opens = true;
				continue;
			}
			const line: RawLine = { text: marker !== undefined && found.length === 0 ? marker + shown : shown };
			if (place.pre) line.kind = 'code';
			else if (kind !== undefined && (found.length === 0 || kind === 'caption')) line.kind = kind;
			if (opens) line.opens = true;
			opens = false;
			found.push({ line, place, linked: share * shown.length });
		}
		return found;
	}
}

export function squeeze(text: string): string {
	return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** m<sup>2</sup> is no m2. */
function raise(digits: string): string {
	return digits.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
}
