import type { Block } from './draft.ts';
import type { Role } from './outline.ts';
import { isDateLine, isTitleLike } from './roles.ts';

const ANNEX_ALONE = /^附(?:件|表|录)\s?[0-9一二三四五六七八九十]{0,3}[：:]?$/;
const ANNEX_NAMED = /^附(?:件|表|录)\s?[0-9一二三四五六七八九十]{1,3}(?:[：:]|\s)\s*(?=[\u4e00-\u9fff“《])/;
/** Schedule, Annex B, Appendix 2: they stand beside the numbered parts, not under the last of them. */
const ENGLISH_ANNEX =
	/^(?:Schedule|Annex|Appendix|Attachment|SCHEDULE|ANNEX|APPENDIX)(?: (?:[A-Z]|\d{1,2}))?(?:[:.] | [–—-] |$)/;

export function isEnglishAnnex(text: string): boolean {
	return text.length <= 80 && ENGLISH_ANNEX.test(text);
}

/** 附件1 on a line of its own. */
export function isAnnexMark(text: string): boolean {
	return text.length <= 8 && ANNEX_ALONE.test(text);
}

/** A paper behind the notice that sends it: 附件1 over its title or in front of it. */
export function markAnnexes(blocks: readonly Block[], roles: Role[]): void {
	blocks.forEach((block, at) => {
		if (at < 3 || roles[at] === 'title' || block.kind !== undefined) return;
		const next = blocks[at + 1];
		if (next && isAnnexMark(block.text) && isTitleLike(next.text) && !next.mark && isText(roles[at + 1])) {
			roles[at] = 'kicker';
			roles[at + 1] = 'title';
			return;
		}
		const name = ANNEX_NAMED.exec(block.text)?.[0];
		if (name !== undefined && isTitleLike(block.text.slice(name.length)) && isClosed(blocks, roles, at))
			roles[at] = 'title';
	});
}

function isText(role: Role | undefined): boolean {
	return role === 'body' || role === 'heading' || role === 'title';
}

/** What stood before has been signed, or ends with its page; in the middle of a notice annexes are only listed. */
function isClosed(blocks: readonly Block[], roles: readonly Role[], at: number): boolean {
	const before = blocks[at - 1];
	if (!before || /^附/.test(before.text) || /^附/.test(blocks[at + 1]?.text ?? '')) return false;
	return isDateLine(before.text) || roles[at - 1] === 'table' || (blocks[at]?.lines[0]?.newPage ?? false);
}
