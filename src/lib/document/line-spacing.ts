import { endsSentence } from './characters.ts';
import type { Line } from './lines.ts';

/** Lines on either side that show how a print is spaced. */
const WINDOW = 60;
/** Of the lines around so many follow an empty one. */
const NEARLY_ALL = 0.95;
/** Of the lines around so many stop within a sentence, at much the same width. */
const TORN = 0.15;
const ALIKE = 0.8;

/**
 * Where a print has an empty line after every line, that line says nothing: it is taken off, and only what
 * is wider still counts as a gap.
 */
export function subtractLineSpacing(lines: Line[]): void {
	if (lines.length < 6) return;
	const spaced = new Uint32Array(lines.length + 1);
	const torn = new Uint32Array(lines.length + 1);
	const widest = new Uint32Array(Math.ceil(lines.length / WINDOW) + 2);
	lines.forEach((line, at) => {
		if (isTorn(line)) {
			const window = Math.floor(at / WINDOW);
			widest[window] = Math.max(widest[window] ?? 0, Math.min(line.width + line.indent, 400));
		}
	});
	lines.forEach((line, at) => {
		const window = Math.floor(at / WINDOW);
		const width = Math.max(
			widest[window] ?? 0,
			widest[Math.max(0, window - 1)] ?? 0,
			widest[window + 1] ?? 0
		);
		spaced[at + 1] = (spaced[at] ?? 0) + (at === 0 || line.blanks > 0 ? 1 : 0);
		const full = isTorn(line) && line.width + line.indent >= width * ALIKE;
		torn[at + 1] = (torn[at] ?? 0) + (full ? 1 : 0);
	});
	for (let at = 1; at < lines.length; at++) {
		const line = lines[at];
		if (line === undefined || line.blanks === 0) continue;
		const from = Math.max(0, at - WINDOW);
		const to = Math.min(lines.length, at + WINDOW);
		const isSpaced = (spaced[to] ?? 0) - (spaced[from] ?? 0) >= NEARLY_ALL * (to - from);
		if (isSpaced && (torn[to] ?? 0) - (torn[from] ?? 0) >= TORN * (to - from)) line.blanks--;
	}
}

function isTorn({ text, mark, heading, kind, field }: Line): boolean {
	if (heading !== undefined || kind !== undefined || field || text.length < 12) return false;
	return !endsSentence(text) && !/[：:；;]$/.test(text) && (mark === undefined || text.length > 60);
}
