import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/lib/ui/tokens.css', 'utf8');
const early = readFileSync('src/early.js', 'utf8');

type Palette = Record<string, string>;

const light = colours(':root {');
const dark = { ...light, ...colours(":root[data-theme='dark'] {") };
const more = colours(":root[data-contrast='more'] {");
const palettes: Record<string, { colours: Palette; text: number; shape: number }> = {
	light: { colours: light, text: 4.5, shape: 3 },
	dark: { colours: dark, text: 4.5, shape: 3 },
	'light more': { colours: { ...light, ...more }, text: 7, shape: 4.5 },
	'dark more': {
		colours: { ...dark, ...more, ...colours(":root[data-theme='dark'][data-contrast='more'] {") },
		text: 7,
		shape: 4.5
	}
};

const GROUNDS = ['paper', 'surface', 'sunk'];
const SOFT = ['seal-soft', 'jade-soft', 'gold-soft', 'indigo-soft'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'seal', 'jade', 'gold', 'indigo'];

/** Every text on every ground it may stand on. */
const TEXT_PAIRS: [text: string, ground: string][] = [
	...TEXTS.flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
	...['ink', 'ink-2', 'ink-3', 'indigo'].flatMap((text) =>
		SOFT.map((ground): [string, string] => [text, ground])
	),
	['seal', 'seal-soft'],
	['jade', 'jade-soft'],
	['gold', 'gold-soft'],
	['on-seal', 'seal'],
	['on-seal', 'seal-deep'],
	...['ink', 'jade', 'gold', 'indigo'].flatMap((ground): [string, string][] => [
		['paper', ground],
		['surface', ground]
	])
];

/** What shows where a control is and which one has the focus. */
const SHAPE_PAIRS: [shape: string, ground: string][] = ['edge', 'indigo', 'seal', 'jade'].flatMap((shape) =>
	GROUNDS.map((ground): [string, string] => [shape, ground])
);

describe.each(Object.entries(palettes))('%s', (name, { colours: palette, text, shape }) => {
	it.each(TEXT_PAIRS)(`%s on %s can be read (${text} : 1)`, (fore, ground) => {
		expect(contrast(of(palette, fore), of(palette, ground))).toBeGreaterThanOrEqual(text);
	});

	it.each(SHAPE_PAIRS)(`%s stands out from %s (${shape} : 1)`, (fore, ground) => {
		expect(contrast(of(palette, fore), of(palette, ground))).toBeGreaterThanOrEqual(shape);
	});

	it('the bar above the page has the colour of its paper', () => {
		const key = name.includes(' ') ? `'${name}'` : name;
		expect(early).toContain(`${key}: '${of(palette, 'paper')}'`);
	});
});

it('every palette names every colour that the light one has', () => {
	const own = Object.keys(light).filter((name) => !['scrim', 'brush'].includes(name));
	expect(own.length).toBeGreaterThan(15);
	for (const { colours: palette } of Object.values(palettes))
		for (const name of own) expect(palette[name], name).toMatch(/^#[0-9a-f]{6}$/);
});

/** The hexadecimal colours of one block. */
function colours(opening: string): Palette {
	const start = css.indexOf(opening);
	if (start < 0) throw new Error(`tokens.css has no block ${opening}`);
	const block = css.slice(start + opening.length, css.indexOf('}', start));
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value])
	);
}

function of(palette: Palette, name: string): string {
	const value = palette[name];
	if (!value) throw new Error(`no colour ${name}`);
	return value;
}

/** WCAG 2.2, “contrast ratio”. */
function contrast(one: string, other: string): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, “relative luminance”. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const value = parseInt(colour.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
