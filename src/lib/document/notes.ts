/** ①, [1], *, 注1： and ※ open the notes at the foot of a page. */
const MARK = '(?:[①-⑳]|[\\[［〔]\\d{1,2}[\\]］〕]|[*＊†‡※]{1,2}|注\\d{0,2}[：:])';
/** What a note says: whence a sentence is taken, or what a word means. */
const NOTE = new RegExp(
	`^${MARK} ?(?:(?:参见|详见|转引自|引自|参阅|同上|摘自|出自|数据来源|资料来源|See|Cf\\.|Ibid|Source)|` +
		`《[^》]{2,40}》[，,（(]|[^：:。，]{2,20}(?:[：:](?:是?指|即|系指)|，?(?:是指|系指|即指)))`
);
const NOTE_MOST = 200;

/** A note at the foot of a page: “① 某某：指……。”, “[2] 参见《……》，第12页。” */
export function isNote(text: string): boolean {
	return text.length <= NOTE_MOST && NOTE.test(text);
}

/** Its first line, if more of them follow. */
export function opensNote(text: string): boolean {
	return NOTE.test(text.slice(0, NOTE_MOST));
}
