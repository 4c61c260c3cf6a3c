import { countScripts, endsSentence, isDigit } from './characters.ts';
import type { Line } from './lines.ts';
import { isAttribution, isDateLine, isIssue } from './roles.ts';

const IMPRINT =
	/^(?:本刊)?(?:主\s?办|承\s?办|协\s?办|主\s?管|编委|编委会|本刊编委会|编辑委员会|主\s?编|副主编|执行主编|责任编辑|责编|本期编辑|编\s?辑|编辑部门|编辑部|校\s?对|美编|印\s?刷|印\s?数|出版日期|发\s?行|发送|分送|报|送|准印证号?|地\s?址|编辑部地址|邮\s?箱|投稿邮箱|电子邮箱|电\s?话|联系电话|传\s?真|邮\s?编|邮政编码|网\s?址|抄\s?送|主\s?送|定\s?价|内部资料|Editor|Editors|Published by|Printed by|Address|Tel|Phone|E-?mail|Fax)(?:[（(][^）)]{1,6}[）)])?(?:$|[ \t：:，、])/;

/** Words of a masthead or an imprint: who edits, where it is printed, how to reach them. */
export function isMasthead(text: string): boolean {
	if (text.length > 60) return false;
	if (endsSentence(text)) return IMPRINT.test(text) && /^.{1,10}[：:]/.test(text);
	return (
		isIssue(text) ||
		IMPRINT.test(text) ||
		isContact(text) ||
		/(?:主办|出版|编印|印发|内部资料\s?免费交流)$/.test(text)
	);
}

/** An address of the net or a number of the telephone, and nothing else. */
function isContact(text: string): boolean {
	if (/^\S+@\S+\.\S+$/.test(text) || /^(?:https?:\/\/|www\.)\S+$/.test(text)) return true;
	let digits = 0;
	for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) digits++;
	return digits >= 6 && /^[0-9()（）\s\-—、,/+]+$/.test(text) && !isDateLine(text);
}

/** Imprints stand at either end of a text; elsewhere two such lines close together are one. */
export function addImprint(lines: readonly Line[], found: Set<number>): void {
	const hits: number[] = [];
	lines.forEach((line, at) => {
		if (!found.has(at) && line.heading === undefined && isMasthead(line.text)) hits.push(at);
	});
	hits.forEach((at, i) => {
		const near = at - (hits[i - 1] ?? -9) <= 4 || (hits[i + 1] ?? Infinity) - at <= 4;
		const atEnd = at < 12 || at >= lines.length - 12;
		const printed = /\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?印发$/.test(lines[at]?.text ?? '');
		if (!near && !printed && !(atEnd && isContact(lines[at]?.text ?? ''))) return;
		found.add(at);
		const next = lines[at + 1];
		// “地址” on one line has its words on the next.
		if (
			next &&
			(hits[i + 1] ?? Infinity) - at <= 4 &&
			next.text.length <= 40 &&
			isBareLabel(lines[at]?.text ?? '')
		) {
			if (!endsSentence(next.text) && !isAttribution(next.text)) found.add(at + 1);
		}
	});
}

function isBareLabel(text: string): boolean {
	return text.length <= 10 && IMPRINT.test(text) && countScripts(text).ideographs <= 8;
}
