import type { Verdict } from '#lib/question/mark.ts';
import { emWidth, fitText } from './fit-text.ts';

/** The light colours and the fonts of `ui/tokens.css`: a picture on its own knows no custom properties. */
export const PICTURE = {
	width: 1080,
	height: 1440,
	colours: {
		paper: '#faf7f0',
		ink: '#1c1a17',
		ink2: '#564f45',
		ink3: '#6f6758',
		line: '#e5dece',
		seal: '#b92720',
		sealSoft: '#f9e7e2',
		jade: '#1a654c',
		jadeSoft: '#e1f0e9',
		gold: '#855a0b',
		goldSoft: '#f6ecd3'
	},
	sans: 'PingFang SC,HarmonyOS Sans SC,MiSans,Noto Sans CJK SC,Noto Sans SC,Microsoft YaHei,system-ui,sans-serif',
	serif: 'Songti SC,Source Han Serif SC,Noto Serif CJK SC,Noto Serif SC,STSong,SimSun,serif'
} as const;
type Colour = keyof typeof PICTURE.colours;

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export function drawing(lang: string, parts: readonly string[]): string {
	const { width, height } = PICTURE;
	const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escaped(lang)}" ${size}>${parts.join('')}</svg>`;
}

export interface TextStyle {
	/** Where it begins, or its middle. */
	x: number;
	top: number;
	width: number;
	height: number;
	size: number;
	align: 'start' | 'middle';
	serif?: boolean;
	weight?: number;
	colour?: Colour;
	/** Between letters, in px. */
	spacing?: number;
}

const LINE_HEIGHT = 1.3;

/** A text in its box: smaller and on more lines when it is long, in the middle of the height. */
export function text(content: string, style: TextStyle): string {
	const { x, top, width, height, size, align, serif = false, weight = 400, colour = 'ink', spacing } = style;
	const clean = printable(content);
	const roomFor = spacing === undefined ? width : width - spacing * [...clean].length;
	const fitted = fitText(clean, {
		width: Math.max(roomFor, width / 2),
		height,
		size,
		lineHeight: LINE_HEIGHT
	});
	const step = fitted.size * LINE_HEIGHT;
	const first = top + (height - step * fitted.lines.length) / 2 + fitted.size * 1.02;
	const rows = fitted.lines.map(
		(line, at) => `<tspan x="${x}" y="${rounded(first + at * step)}">${escaped(line)}</tspan>`
	);
	return `<text ${font(fitted.size, serif, weight, colour)} text-anchor="${align}"${spacing ? ` letter-spacing="${spacing}"` : ''}>${rows.join('')}</text>`;
}

/** A large number with its unit behind it, on one line. */
export function words(
	value: string,
	unit: string,
	{
		x,
		baseline,
		width,
		size,
		unitSize
	}: { x: number; baseline: number; width: number; size: number; unitSize: number }
): string {
	const needed = emWidth(value) * size + emWidth(` ${unit}`) * unitSize;
	const scale = Math.min(1, width / needed);
	return [
		`<text x="${x}" y="${baseline}" text-anchor="middle" ${font(size * scale, false, 700, 'ink')}>`,
		escaped(printable(value)),
		unit ? `<tspan ${font(unitSize * scale, false, 400, 'ink3')}> ${escaped(printable(unit))}</tspan>` : '',
		`</text>`
	].join('');
}

/** Stamped a little askew, with an edge that has been used for a while. */
export function seal(
	lines: readonly [string, string],
	tone: 'seal' | 'quiet',
	{ x, y, size }: { x: number; y: number; size: number }
): string {
	const colour = PICTURE.colours[tone === 'seal' ? 'seal' : 'ink3'];
	const inner = size * 0.73;
	const widest = Math.max(...lines.map((line) => emWidth(printable(line))), 1);
	const letter = Math.min(inner / widest, inner / 2.05);
	const rows = lines.map(
		(line, at) =>
			`<tspan x="0" y="${rounded(letter * (at === 0 ? -0.14 : 0.9))}">${escaped(printable(line))}</tspan>`
	);
	const edge = (scale: number, width: number) =>
		`<path transform="scale(${(size / 64) * scale}) translate(-32 -32)" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" d="${EDGE}"/>`;
	return [
		`<g transform="translate(${x} ${y}) rotate(${tone === 'seal' ? -7 : -3})">`,
		...(tone === 'seal' ? [edge(1, 2.6)] : [edge(1, 0.9), edge(0.94, 0.9)]),
		`<text text-anchor="middle" font-family="${PICTURE.serif}" font-weight="700" font-size="${rounded(letter)}" fill="${colour}">${rows.join('')}</text></g>`
	].join('');
}
const EDGE = 'M9 4.5 28 3l26 1.2 6 5.3.8 21.5L59.6 55l-5 5.4L31 61.3 9.4 59.6 4 54 2.9 31 4.2 9.6z';

/** One square for each question: what it came to is told by a sign and a colour. */
export function answers(verdicts: readonly Verdict[], box: Box): string {
	const { cell, columns } = grid(verdicts.length, box, 64);
	const inner = cell * 0.84;
	return placed(verdicts.length, { ...box, cell, columns }, (at) => {
		const verdict = verdicts[at] ?? 'ungraded';
		const [stroke, fill] = SQUARES[verdict].map((name) => PICTURE.colours[name]);
		const square = `<rect width="${rounded(inner)}" height="${rounded(inner)}" rx="${rounded(inner * 0.16)}" fill="${fill}" stroke="${stroke}" stroke-width="${rounded(Math.max(1.5, inner * 0.045))}"/>`;
		const mark = `<path transform="scale(${rounded(inner / 24)})" d="${MARKS[verdict]}" fill="none" stroke="${stroke}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`;
		return square + mark;
	});
}
const SQUARES = {
	right: ['jade', 'jadeSoft'],
	partly: ['gold', 'goldSoft'],
	wrong: ['seal', 'sealSoft'],
	ungraded: ['ink3', 'paper']
} as const satisfies Record<Verdict, [Colour, Colour]>;
const MARKS = {
	right: 'M6.5 12.6 10.4 16.4 17.6 8',
	partly: 'M7 12h10',
	wrong: 'M7.6 7.6l8.8 8.8M16.4 7.6l-8.8 8.8',
	ungraded: 'M12 12h.01'
} as const satisfies Record<Verdict, string>;

/** In the order in which 正 is written; the strokes that wait are pale. */
export function tally(count: number, box: Box): string {
	const characters = Math.max(1, Math.ceil(count / STROKES.length));
	const { cell, columns } = grid(characters, box, 132);
	return placed(characters, { ...box, cell, columns }, (character) => {
		const strokes = STROKES.map((path, stroke) => {
			const written = character * STROKES.length + stroke < count;
			return `<path d="${path}" stroke="${PICTURE.colours[written ? 'seal' : 'line']}"/>`;
		});
		return `<g transform="scale(${rounded((cell * 0.84) / 24)})" fill="none" stroke-width="2.4" stroke-linecap="round">${strokes.join('')}</g>`;
	});
}
const STROKES = ['M4 4.5h16', 'M12 4.5v15.5', 'M12 11.5h7', 'M6.5 11v9', 'M3 20h18'];

export function stars(count: number, of: number, box: Box): string {
	const { cell, columns } = grid(of, box, 140);
	const { gold, goldSoft, line, paper } = PICTURE.colours;
	return placed(of, { ...box, cell, columns }, (at) => {
		const [stroke, fill] = at < count ? [gold, goldSoft] : [line, paper];
		return `<path transform="scale(${rounded((cell * 0.84) / 24)})" d="${STAR}" fill="${fill}" stroke="${stroke}" stroke-width="1.6" stroke-linejoin="round"/>`;
	});
}
const STAR = 'M12 2.6l2.9 6.1 6.6.9-4.8 4.6 1.2 6.6L12 17.6l-5.9 3.2 1.2-6.6L2.5 9.6l6.6-.9z';

/** The largest cells of which so many have room in a box, and how many stand in a row. */
function grid(count: number, { width, height }: Box, most: number): { cell: number; columns: number } {
	let best = { cell: 0, columns: 1 };
	for (let columns = 1; columns <= Math.max(1, count); columns++) {
		const rows = Math.max(1, Math.ceil(count / columns));
		const cell = Math.min(width / columns, height / rows, most);
		// Of equal ones the fewest rows.
		if (cell >= best.cell) best = { cell, columns };
	}
	// As many in each row as may be, not many in the first and few in the last.
	const rows = Math.max(1, Math.ceil(count / best.columns));
	return { ...best, columns: Math.max(1, Math.ceil(count / rows)) };
}

function placed(
	count: number,
	{ x, y, width, height, cell, columns }: Box & { cell: number; columns: number },
	draw: (at: number) => string
): string {
	const rows = Math.ceil(count / columns);
	const gap = cell * 0.16;
	const top = y + (height - rows * cell + gap) / 2;
	return Array.from({ length: count }, (_, at) => {
		const row = Math.floor(at / columns);
		const inRow = row === rows - 1 ? count - row * columns : columns;
		const left = x + (width - inRow * cell + gap) / 2;
		const place = `translate(${rounded(left + (at % columns) * cell)} ${rounded(top + row * cell)})`;
		return `<g transform="${place}">${draw(at)}</g>`;
	}).join('');
}

function font(size: number, serif: boolean, weight: number, colour: Colour): string {
	const family = serif ? PICTURE.serif : PICTURE.sans;
	return `font-family="${family}" font-size="${rounded(size)}" font-weight="${weight}" fill="${PICTURE.colours[colour]}"`;
}

/** What XML cannot hold is left out: one such sign in a name would leave no picture at all. */
function printable(content: string): string {
	return content
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

function escaped(content: string): string {
	return content
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
