import type { Verdict } from '#lib/question/mark.ts';
import { qrShape } from '#lib/ui/qr-shape.ts';
import { emWidth } from './fit-text.ts';
import { answers, drawing, PICTURE, seal, stars, tally, text, words } from './parts.ts';

/** What a picture says of an achievement, in words of one language. */
export interface Told {
	/** What kind of thing was done: a small line above. */
	kind: string;
	title: string;
	/** Stamped in vermilion when it was reached, else in quiet ink. */
	seal: { lines: readonly [string, string]; tone: 'seal' | 'quiet' };
	/** The one number, and what stands smaller behind it. */
	figure: { value: string; unit: string };
	/** Joined by dots in one line. */
	facts: readonly string[];
	drawn?: Drawn;
	/** The day, as the learner writes it. */
	day: string;
}

/** What is drawn under the number. */
export type Drawn =
	| { type: 'answers'; verdicts: readonly Verdict[] }
	/** One stroke of 正 each, at most `MOST_STROKES`. */
	| { type: 'strokes'; count: number }
	| { type: 'stars'; count: number; of: number };

/** Who did it and where others may join; each left out when it is not given. */
export interface Signed {
	/** As much of the name as the person wants to show. */
	name?: string;
	organisation?: string;
	/** What the QR code leads to, with the line under it. */
	join?: { address: string; words: string };
	brand: string;
}

export const MOST_STROKES = 100;

/**
 * The picture as SVG, 1080 × 1440: paper, ink and a seal, in light whatever the theme, with the fonts that the
 * device has. The same told gives the same picture; every text has room, none is cut.
 */
export function pictureSvg(told: Told, signed: Signed, lang: string): string {
	return drawing(lang, [
		frame(),
		text(told.kind, { ...MIDDLE, top: 92, height: 44, size: 30, colour: 'ink3', spacing: 5 }),
		text(told.title, { ...MIDDLE, top: 152, height: 184, size: 64, serif: true, weight: 700 }),
		seal(told.seal.lines, told.seal.tone, { x: 540, y: 484, size: 244 }),
		figure(told.figure),
		text(told.facts.join(' · '), { ...MIDDLE, top: 824, height: 84, size: 34, colour: 'ink2' }),
		told.drawn ? drawn(told.drawn) : '',
		foot(told.day, signed)
	]);
}

const MIDDLE = { x: 540, width: 880, align: 'middle' } as const;

function frame(): string {
	const { paper, seal: red, line } = PICTURE.colours;
	return [
		`<rect width="1080" height="1440" fill="${paper}"/>`,
		`<rect x="34" y="34" width="1012" height="1372" fill="none" stroke="${red}" stroke-width="5"/>`,
		`<rect x="46" y="46" width="988" height="1348" fill="none" stroke="${line}" stroke-width="2"/>`
	].join('');
}

/** The unit stands on the same line, and both shrink together when they are long. */
function figure({ value, unit }: Told['figure']): string {
	return words(value, unit, { x: 540, baseline: 784, width: 860, size: 176, unitSize: 56 });
}

const BELOW = { x: 110, y: 926, width: 860, height: 156 } as const;

function drawn(what: Drawn): string {
	switch (what.type) {
		case 'answers':
			return answers(what.verdicts, BELOW);
		case 'strokes':
			return tally(Math.min(what.count, MOST_STROKES), BELOW);
		case 'stars':
			return stars(what.count, what.of, BELOW);
	}
}

/** Name, organisation and day on the left, the way in on the right. */
function foot(day: string, { name, organisation, join, brand }: Signed): string {
	const { line } = PICTURE.colours;
	const width = join ? 590 : 880;
	const left = { x: 100, width, align: 'start' } as const;
	const isBare = name === undefined && organisation === undefined;
	const rows = [
		{ words: isBare ? brand : undefined, height: 76, size: 52, serif: true, weight: 700 },
		{ words: name, height: 68, size: 44, serif: true, weight: 700 },
		{
			words: organisation,
			height: isLong(organisation, width) ? 104 : 58,
			size: 34,
			serif: true,
			weight: 400
		},
		{ words: isBare ? day : `${day} · ${brand}`, height: 44, size: 26, serif: false, weight: 400 }
	].filter((row) => row.words);
	let top = 1140 + (236 - rows.reduce((sum, { height }) => sum + height, 0)) / 2;
	const parts = rows.map((row) => {
		const part = text(row.words ?? '', {
			...left,
			...row,
			top,
			colour: row.serif ? 'ink' : 'ink3'
		});
		top += row.height;
		return part;
	});
	const rule = `<path d="M100 1118H980" stroke="${line}" stroke-width="2"/>`;
	return [rule, ...parts, join ? qr(join) : ''].join('');
}

function isLong(words: string | undefined, width: number): boolean {
	return emWidth(words ?? '') * 34 > width;
}

function qr({ address, words: under }: NonNullable<Signed['join']>): string {
	const { size, path } = qrShape(address);
	const modules = size + 2 * QUIET;
	// Whole pixels: a code that was sent on three times is still read.
	const scale = Math.max(1, Math.floor(QR_SIDE / modules));
	const side = modules * scale;
	const [left, top] = [980 - side, 1142 + (QR_SIDE - side) / 2];
	return [
		`<g transform="translate(${left} ${top})"><rect width="${side}" height="${side}" rx="8" fill="#fff"/>`,
		`<path transform="translate(${QUIET * scale} ${QUIET * scale}) scale(${scale})" d="${path}" fill="${PICTURE.colours.ink}" shape-rendering="crispEdges"/></g>`,
		text(under, {
			x: 980 - side / 2,
			width: 240,
			align: 'middle',
			top: 1346,
			height: 36,
			size: 25,
			colour: 'ink2'
		})
	].join('');
}
const QR_SIDE = 204;
/** Modules of white around it, as a reader needs them. */
const QUIET = 3;
