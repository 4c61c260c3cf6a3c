/** One text to be read, known by an id of whoever shows it. */
export interface Passage {
	id: string;
	text: string;
	language: 'zh-CN' | 'en';
}

/** A browser may stop in the middle of what takes longer than some fifteen seconds to say. */
const MOST = { 'zh-CN': 60, en: 180 } as const;

const SENTENCE_END = /(?<=[。！？；\n][”’」』）]*)(?![”’」』）])|(?<=[.!?;][”’"')]*)(?=\s)/;
const CLAUSE_END = /(?<=[，、：,:—])/;

/** A passage in pieces that take less than fifteen seconds each, cut where one would breathe. */
export function utterancesOf(passage: Passage): string[] {
	const most = MOST[passage.language];
	const spoken = sayFigures(passage.text, passage.language);
	return spoken
		.split(SENTENCE_END)
		.flatMap((sentence) => (sentence.length <= most ? [sentence] : joined(sentence.split(CLAUSE_END), most)))
		.flatMap((piece) => hardCut(piece, most))
		.map((piece) => piece.trim())
		.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

/** Neighbours go together as long as they stay short enough. */
function joined(pieces: readonly string[], most: number): string[] {
	const result: string[] = [];
	for (const piece of pieces) {
		const last = result.at(-1);
		if (last !== undefined && last.length + piece.length <= most) result[result.length - 1] = last + piece;
		else result.push(piece);
	}
	return result;
}

function hardCut(piece: string, most: number): string[] {
	if (piece.length <= most) return [piece];
	const space = piece.lastIndexOf(' ', most);
	const at = space > most / 2 ? space : most;
	return [piece.slice(0, at), ...hardCut(piece.slice(at), most)];
}

/** Written figures as they are said, where browsers' voices are known to read them wrong. */
export function sayFigures(text: string, language: Passage['language']): string {
	const common = text
		.replace(/https?:\/\/\S+/g, '')
		.replace(/[_＿]{2,}/g, language === 'en' ? 'blank' : '什么');
	if (language === 'en')
		return common
			.replace(/(\d)\s*[–—]\s*(?=\d)/g, '$1 to ')
			.replace(/(\d)\s*×\s*(?=\d)/g, '$1 times ')
			.replace(/≤/g, ' at most ')
			.replace(/≥/g, ' at least ');
	return (
		common
			// Years and telephone numbers are said digit by digit: no voice may make thousands of them.
			.replace(
				/(?<!\d)((?:19|20)\d{2})\s*[-–—~～至]\s*(?=(?:19|20)\d{2}\s*年)/g,
				(_, year: string) => `${digitByDigit(year)}至`
			)
			.replace(/(?<!\d)(?:19|20)\d{2}(?=\s*年)/g, digitByDigit)
			.replace(/(?<![\d.,])(\d{5})(?=\s*(?:热线|电话))/g, digitByDigit)
			.replace(/(\d(?:[\d.,]*\d)?)\s*[%％]/g, '百分之$1')
			.replace(/(\d(?:[\d.,]*\d)?)\s*‰/g, '千分之$1')
			.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
			.replace(/(\d)\s*[-–—~～]\s*(?=\d|百分之)/g, '$1至')
			.replace(/(\d)\s*×\s*(?=\d)/g, '$1乘')
			.replace(/≤\s*/g, '不超过')
			.replace(/≥\s*/g, '不少于')
			.replace(/[《》“”「」『』]/g, '')
	);
}

const DIGITS = '零一二三四五六七八九';

function digitByDigit(digits: string): string {
	return [...digits].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
}
