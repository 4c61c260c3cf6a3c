/** Unified ideographs, their extensions, 〇 and 々; the high surrogate stands for an extension ideograph. */
export function isIdeograph(code: number): boolean {
	return (
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0x3400 && code <= 0x4dbf) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0xd840 && code <= 0xd87f) ||
		code === 0x3007 ||
		code === 0x3005
	);
}

export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** Letters of alphabetic scripts, accented ones included. */
export function isLetter(code: number): boolean {
	return (
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
		(code >= 0x370 && code <= 0x52f)
	);
}

export function isLowerCase(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

/** Punctuation that a Chinese printer sets a full square wide: nothing beside it needs a space. */
export function isWidePunctuation(code: number): boolean {
	return (
		(code >= 0x3001 && code <= 0x303f && code !== 0x3005 && code !== 0x3007) ||
		(code >= 0xff01 && code <= 0xff0f) ||
		(code >= 0xff1a && code <= 0xff20) ||
		(code >= 0xff3b && code <= 0xff40) ||
		(code >= 0xff5b && code <= 0xff65)
	);
}

/** Marks that both scripts use, wide in a Chinese line and narrow in an English one. */
export function isSharedPunctuation(code: number): boolean {
	return (code >= 0x2010 && code <= 0x2027) || code === 0xb7 || code === 0xd7;
}

const CLOSERS = '”’）)》〉」』】〕］]｝}"\'';
const OPENERS = '“‘（(《〈「『【〔［[｛{';
const CANNOT_START = '，。；：、！？…,.;:!?%％‰℃”’）)》〉」』】〕］]｝}·—～~';

export function isCloser(char: string): boolean {
	return CLOSERS.includes(char);
}

export function isOpener(char: string): boolean {
	return OPENERS.includes(char);
}

/** Whether no print would begin a line with it, so that the line before is not finished. */
export function cannotStart(text: string): boolean {
	const first = text[0];
	if (first === undefined || !CANNOT_START.includes(first)) return false;
	return first !== '—' && first !== '·' && first !== '~' && first !== '.';
}

/**
 * Columns in a print where an ideograph takes two. In a Chinese line the printer may squeeze every mark to
 * half its square: `tight` counts them so.
 */
export function measureWidth(text: string): { width: number; tight: number } {
	let width = 0;
	let marks = 0;
	let shared = 0;
	let chinese = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x80) width += 1;
		else if (isIdeograph(code)) {
			width += 2;
			chinese = true;
			if (code >= 0xd800 && code <= 0xdbff) i++;
		} else if (isSharedPunctuation(code)) shared++;
		else if (isWidePunctuation(code)) marks++;
		else width += (code >= 0xff01 && code <= 0xff60) || code === 0x3000 ? 2 : 1;
	}
	const full = width + marks * 2 + shared * (chinese ? 2 : 1);
	return { width: full, tight: chinese ? full - marks - shared : full };
}

export function displayWidth(text: string): number {
	return measureWidth(text).width;
}

/** Counts for telling languages apart: how many ideographs, how many Latin letters. */
export function countScripts(text: string): { ideographs: number; letters: number } {
	let ideographs = 0;
	let letters = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (isIdeograph(code)) ideographs++;
		else if (isLetter(code)) letters++;
	}
	return { ideographs, letters };
}

const NO_FULL_STOP = new Set(
	'Mr Mrs Ms Dr Prof Sr Jr St No Nos Fig Figs Vol vs etc al cf pp Art Arts Sec Ch Inc Ltd Co Corp Gen Gov Sen Rep approx e.g i.e'.split(
		' '
	)
);

/** Whether the full stop at `at` ends a sentence, as far as the word before it tells. */
export function isFullStop(text: string, at: number): boolean {
	let start = at;
	while (start > 0 && at - start < 12) {
		const code = text.charCodeAt(start - 1);
		if (!isLetter(code) && text[start - 1] !== '.') break;
		start--;
	}
	const word = text.slice(start, at);
	if (word === '') return true;
	if (NO_FULL_STOP.has(word)) return false;
	return !/^[A-Z](?:\.[A-Z])*$/.test(word);
}

/** Whether the text stops where a sentence stops; quotes and brackets after the stop do not matter. */
/** No ideograph in it: two letters take the room of one. */
export function isLatin(text: string): boolean {
	return countScripts(text).ideographs === 0;
}

export function endsSentence(text: string): boolean {
	let end = text.length;
	while (end > 0 && (isCloser(text[end - 1] ?? '') || text[end - 1] === ' ')) end--;
	const last = text[end - 1];
	if (last === undefined) return false;
	if ('。！？…!?｡．'.includes(last)) return true;
	if (last === '.') return isFullStop(text, end - 1);
	return end < text.length && endsBeforeSource(text);
}

/** 。（来源：……）: the sentence ended before the bracket that only says where it comes from. */
function endsBeforeSource(text: string): boolean {
	const last = text[text.length - 1];
	if (last !== '）' && last !== ')') return false;
	const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
	return (
		open > 0 && text.length - open <= 40 && '。！？…”!?'.includes(text.slice(0, open).trimEnd().slice(-1))
	);
}
