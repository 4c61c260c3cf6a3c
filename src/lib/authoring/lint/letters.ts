/**
 * What becomes of a character when wordings are compared, looked up by its code instead of asked of a
 * Unicode property class and a normaliser, which take most of the time a lint has.
 */

/** A character that needs a look at its neighbours or at Unicode: the long way. */
export const ODD = 0xffff;
/** The full stop: a decimal point between two digits. */
export const POINT = 0x2e;

/** The blocks that nearly all Chinese and English text is made of; none has a mark that joins the letter before it. */
const BLOCKS: readonly (readonly [from: number, to: number])[] = [
	[0x00, 0x7f],
	[0xa0, 0xa0],
	[0xb7, 0xb7],
	[0xd7, 0xd7],
	[0x2010, 0x2023],
	[0x2025, 0x2027],
	[0x2030, 0x2030],
	[0x3000, 0x3029],
	[0x4e00, 0x9ffc],
	[0xff01, 0xff5e]
];

/** Every code's own entry, filled for the common blocks by what `read` says of each character, ODD for the rest. */
export function tableOf(read: (char: string) => number): Uint16Array {
	const table = new Uint16Array(0x10000).fill(ODD);
	for (const [from, to] of BLOCKS) {
		// Ideographs are alike: one speaks for all.
		const isHan = from === 0x4e00;
		const all = isHan ? read('一') : 0;
		for (let code = from; code <= to; code++)
			table[code] = isHan ? (all === 0x4e00 ? code : all) : read(String.fromCharCode(code));
	}
	return table;
}

export function isDigitCode(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** The text in NFKC: full-width forms narrow. */
export function compose(text: string): string {
	let composed = '';
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const form = COMPOSED[code] ?? ODD;
		if (form === code) continue;
		if (form === ODD) return text.normalize('NFKC');
		composed += text.slice(from, at) + String.fromCharCode(form);
		from = at + 1;
	}
	return from === 0 ? text : composed + text.slice(from);
}

const COMPOSED = tableOf((char) => {
	const form = char.normalize('NFKC');
	return form.length === 1 ? form.charCodeAt(0) : ODD;
});
