import {
	isDigit,
	isIdeograph,
	isLetter,
	isLowerCase,
	isSharedPunctuation,
	isWidePunctuation
} from './characters.ts';

/** Whether a line is set with a space after every character: five such pairs, or nothing else at all. */
export function isLetterSpaced(text: string): boolean {
	if (!text.includes(' ') && !text.includes('\u3000')) return false;
	let spaced = 0;
	let tokens = 0;
	let length = 0;
	let ideographs = 0;
	for (let i = 0; i <= text.length; i++) {
		const char = text[i];
		if (char === undefined || char === ' ' || char === '\u3000') {
			if (length > 0) tokens++;
			if (length === 1) spaced++;
			length = 0;
		} else {
			length++;
			if (isIdeograph(char.charCodeAt(0))) ideographs++;
		}
	}
	if (tokens >= 3 && spaced === tokens && ideographs === tokens) return true;
	return tokens >= 5 && spaced >= 5 && ideographs >= 3 && spaced >= tokens * 0.8;
}

/** 二 是 深 化 → 二是深化; a wider gap between words stays one space, and so do spaces between Latin words. */
export function closeLetterSpacing(text: string): string {
	return closeSpaces(
		text.replace(/([^ ]) (?=[^ ])/g, '$1').replace(/^([^\t]\t)+[^\t]$/, (all) => all.replace(/\t/g, '')),
		'running'
	);
}

/**
 * 目  录, 第一章 总  则, 王 平: a title or a name of two to four ideographs set wide. Beside a line with as
 * many cells it is a row of a table.
 */
export function closeSpacedTitles(lines: { text: string; kind?: string }[]): void {
	lines.forEach((line, at) => {
		const match = line.kind === undefined && line.text.length <= 24 ? SPACED_TITLE.exec(line.text) : null;
		if (!match) return;
		const cells = line.text.split('\t').length;
		const isRow = (other: { text: string } | undefined): boolean =>
			cells > 1 &&
			other !== undefined &&
			other.text.split('\t').length === cells &&
			!SPACED_TITLE.test(other.text);
		if (isRow(lines[at - 1]) || isRow(lines[at + 1])) return;
		line.text = (match[1] ?? '').replace(/\s+$/, ' ') + (match[2] ?? '').replace(/\s/g, '');
	});
}

const SPACED_TITLE =
	/^((?:第 ?[〇零一二三四五六七八九十百0-9]{1,4} ?[编篇章节][ \t]*)?)([\u4e00-\u9fff](?:[ \t](?![摄文图]$)[\u4e00-\u9fff]){1,3})$/;

/**
 * Takes out the spaces that only the printer needed: beside an ideograph or a wide mark. Between two
 * ideographs a space may divide phrases: it stays inside quotes and 《》, and everywhere in a `display`
 * text such as a heading, a caption or a list of names.
 */
export function closeSpaces(text: string, use: 'running' | 'display'): string {
	if (!text.includes(' ')) return text;
	const credits = text.includes('记者') || text.includes('通讯员') ? creditsIn(text) : [];
	const kept: string[] = [];
	let from = 0;
	let depth = 0;
	let opened = 0;
	for (let i = 0; i < text.length; i++) {
		const char = text[i] ?? '';
		if ('“‘《「『'.includes(char)) {
			if (depth === 0) opened = i;
			depth++;
		} else if ('”’》」』'.includes(char)) depth = Math.max(0, depth - 1);
		if (char !== ' ') continue;
		let end = i;
		while (text[end] === ' ') end++;
		// An opening mark that never closes must not keep the spaces of a whole document.
		const within =
			(depth > 0 && i - opened < QUOTE_MOST) || credits.some(([start, close]) => i > start && i < close);
		const stays = spaceStays(text, i, end, use === 'display' || within, use);
		kept.push(text.slice(from, i), stays ? ' ' : '');
		from = end;
		i = end - 1;
	}
	kept.push(text.slice(from));
	return kept.join('').trim();
}

const QUOTE_MOST = 80;

/** （记者 田小禾 通讯员 王芳）: here a space divides an office from a name. */
function creditsIn(text: string): [start: number, close: number][] {
	return Array.from(text.matchAll(/[（(][^（()）]{0,12}(?:记者|通讯员)[^（()）]{1,40}[）)]/g), (match) => [
		match.index,
		match.index + match[0].length
	]);
}

function spaceStays(
	text: string,
	start: number,
	end: number,
	dividesPhrases: boolean,
	use: 'running' | 'display'
): boolean {
	if (start === 0 || end === text.length) return false;
	const before = text.charCodeAt(start - 1);
	const after = text.charCodeAt(end);
	const chineseBefore = isIdeograph(before) || (before >= 0xdc00 && before <= 0xdfff);
	if (chineseBefore && isIdeograph(after)) return dividesPhrases || isAfterArticleMark(text, start);
	if (
		dividesPhrases &&
		(chineseBefore || isClosingQuote(before)) &&
		(isIdeograph(after) || isOpeningQuote(after))
	) {
		return true;
	}
	if (isIdeograph(after) && isAfterNumberMark(text, start)) return true;
	if (use === 'display' && isBesidePhrase(text, start, end)) return true;
	if (chineseBefore || isIdeograph(after)) return false;
	if (isWidePunctuation(before) || isWidePunctuation(after)) return false;
	// “ and ” belong to both scripts: beside an English word the space is the writer's.
	if (isSharedPunctuation(before) && isSharedPunctuation(after)) return false;
	return true;
}

/** 安全标识 Safety Signs: a phrase in the other language stands apart, a single word does not. */
function isBesidePhrase(text: string, start: number, end: number): boolean {
	if (isLetter(text.charCodeAt(end))) return /^[A-Za-z'’-]+ [A-Za-z]/.test(text.slice(end, end + 40));
	return (
		isLetter(text.charCodeAt(start - 1)) &&
		/[A-Za-z] [A-Za-z'’-]+$/.test(text.slice(Math.max(0, start - 40), start))
	);
}

/** 第三条 为了…: the space divides the number from the text. */
function isAfterArticleMark(text: string, at: number): boolean {
	if (text[0] !== '第' || at > 12) return false;
	return /^第[^ ]{1,7}[条章节编篇款](?:之[一二三四五六七八九十]{1,2})?$/.test(text.slice(0, at));
}

/** “1. 范围”: the stop and its space belong together. */
function isAfterNumberMark(text: string, at: number): boolean {
	if (at > 8 || text[at - 1] !== '.') return false;
	for (let i = 0; i < at - 1; i++) if (!isDigit(text.charCodeAt(i)) && text[i] !== '.') return false;
	return at > 1;
}

function isClosingQuote(code: number): boolean {
	return code === 0x201d || code === 0x2019 || code === 0x300b;
}

function isOpeningQuote(code: number): boolean {
	return code === 0x201c || code === 0x2018 || code === 0x300a;
}

/** What the printer put between the end of one line and the begin of the next: a space, or nothing. */
export function joinLines(before: string, after: string, isWord: (word: string) => boolean): string {
	const last = before.charCodeAt(before.length - 1);
	const first = after.charCodeAt(0);
	if (before.endsWith('-') && isLetter(before.charCodeAt(before.length - 2)) && isLowerCase(first)) {
		return hyphenStays(before, after, isWord) ? before + after : before.slice(0, -1) + after;
	}
	if (isIdeograph(last) || isIdeograph(first) || isWidePunctuation(last) || isWidePunctuation(first)) {
		return before + after;
	}
	if (last >= 0xdc00 && last <= 0xdfff) return before + after;
	if (isDigit(last) && isDigit(first) && isChineseNear(before, after)) return before + after;
	if (before.endsWith('-') && isDigit(first)) return before + after;
	if ('([{“‘/—–'.includes(before[before.length - 1] ?? '')) return before + after;
	if (')]},.;:!?%”’—–'.includes(after[0] ?? '')) return before + after;
	if (isSharedPunctuation(last) && isChineseNear(before, after)) return before + after;
	if ('“‘'.includes(after[0] ?? '') && isChineseNear(before, after)) return before + after;
	return `${before} ${after}`;
}

function isChineseNear(before: string, after: string): boolean {
	const near = before.slice(-12) + after.slice(0, 12);
	for (let i = 0; i < near.length; i++) if (isIdeograph(near.charCodeAt(i))) return true;
	return false;
}

const COMPOUNDS = new Set(
	'self well non long short high low co ex half cross post pre anti multi inter ill all full part one two three mid near far first second third so year'.split(
		' '
	)
);

/** “long-” + “term” is a compound, “organi-” + “sation” a broken word; the rest of the text may know. */
function hyphenStays(before: string, after: string, isWord: (word: string) => boolean): boolean {
	const left = /[A-Za-z\u00c0-\u024f-]{1,40}-$/.exec(before.slice(-42))?.[0].slice(0, -1) ?? '';
	const right = /^[A-Za-z\u00c0-\u024f]{1,40}/.exec(after.slice(0, 42))?.[0] ?? '';
	const whole = (left + right).toLowerCase();
	if (isWord(whole)) return false;
	if (isWord(`${left}-${right}`.toLowerCase())) return true;
	return left.includes('-') || COMPOUNDS.has(left.toLowerCase());
}
