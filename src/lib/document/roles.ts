import { countScripts, displayWidth, endsSentence } from './characters.ts';
import { isField } from './fields.ts';
import { isByline, isName } from './people.ts';

const MAY_BE_CAPTION = /^[（(]?[图左右上下FPT]|摄影?[）)]?$/;

/** Pictures: “…… 张三 摄”, 图为……, （图1 ……）. */
export function isCaption(text: string): boolean {
	if (text.length > 160 || !MAY_BE_CAPTION.test(text)) return false;
	if (/[ \t。）)][^ \t。，]{0,12}(?:[ \t]?[/／]?[ \t]?)摄(?:影)?[）)]?$/.test(text)) return true;
	if (/^(?:图为|左图|右图|上图|下图|[（(]?图 ?[0-9一二三四五六七八九十]{1,3}[ \t：:、.])/.test(text))
		return true;
	return /^(?:Figure|Fig\.|Photo|Table) ?[0-9]{0,3}[.:]/.test(text) && text.length < 140;
}

const SOURCES =
	/^[（(](?:来源|原载|据|转自|摘自|载|本报|新华社|人民网|记者|通讯员|作者|供稿|撰稿|编辑|文[/／]|图[/／]|责任编辑|整理|此文|本文)/;
const OFFICES =
	/(?:部|室|处|科|办|办公室|委|委员会|总工会|工会|中心|公司|局|厅|院|社|团委|支部|党委|学校|报|网|联合会|协会|站|组)$/;

/** A bracket of its own that says who wrote it, who speaks, when it passed, where it stood. */
export function isAttribution(text: string): boolean {
	if (text.length > 160) return false;
	const first = text[0];
	const last = text[text.length - 1];
	if ((first === '（' || first === '(') && (last === '）' || last === ')')) {
		const inner = text.slice(1, -1);
		if (/[（(]/.test(inner) && !/[）)]/.test(inner)) return false;
		return !endsSentence(inner) || text.length < 60;
	}
	if (/^(?:来源|供稿|撰稿|责任编辑|责编|编辑|校对|作者单位|通讯员|记者)[：:]/.test(text))
		return text.length <= 40;
	return isByline(text) || isDocumentNumber(text);
}

/** （组织部） or （来源：……） at the end of a paragraph: where it begins, or −1. */
export function trailingSourceAt(text: string): number {
	const last = text[text.length - 1];
	if (last !== '）' && last !== ')') return -1;
	const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
	if (open <= 0 || text.length - open > 48) return -1;
	if (!'。！？…”!?.'.includes(text.slice(0, open).trimEnd().slice(-1))) return -1;
	const bracket = text.slice(open);
	if (SOURCES.test(bracket)) return open;
	const inner = bracket.slice(1, -1);
	return inner.length <= 24 && inner.split(/[、，, /]/).every((name) => OFFICES.test(name) || isName(name))
		? open
		: -1;
}

/** 总工发〔2023〕12号 */
export function isDocumentNumber(text: string): boolean {
	return text.length <= 40 && text.endsWith('号') && /[〔［[（(]\d{4}[〕］\]）)] ?\d{1,4} ?号$/.test(text);
}

/** A date alone: 2023年5月6日, 二〇二三年五月, (2023年2月13日), 6 May 2023. */
export function isDateLine(text: string): boolean {
	if (text.length > 40 || !'年月日）)0123456789'.includes(text[text.length - 1] ?? ' ')) return false;
	const inner = text.replace(/^[（(]|[）)]$/g, '').replace(/[ \t]/g, '');
	if (
		/^[0-9〇○零一二三四五六七八九十]{4}年(?:[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?)?$/.test(
			inner
		)
	)
		return true;
	if (/^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/.test(inner)) return true;
	return /^(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},?)? \d{4}$/.test(
		text
	);
}

/** 同志们：, 各位代表、同志们：, Dear colleagues, */
export function isSalutation(text: string): boolean {
	if (text.length > 40) return false;
	if (/^(?:Dear|Ladies|Distinguished) /.test(text)) return /[,:]$/.test(text);
	return (
		/[：:]$/.test(text) &&
		/(?:同志|代表|委员|朋友|来宾|嘉宾|领导|先生|女士|同事|老师|同学|职工)们?[：:]$/.test(text)
	);
}

/** —— in front of a short line under a title. */
export function isSubtitle(text: string): boolean {
	return (
		/^(?:——|－－|──|--|—|–– ?)/.test(text) &&
		text.length <= 60 &&
		!/[。；，;,]$/.test(text) &&
		!/[。].{2}/.test(text)
	);
}

/** ——2023年1月9日在……上: a subtitle that only says when and where. */
export function isOccasion(text: string): boolean {
	return /^(?:——|－－|──|--|—) ?[（(]?[0-9〇○零一二三四五六七八九十]{4} ?年/.test(text) && text.length <= 80;
}

const DISPATCH =
	/^(?:（?(?:本报|本刊|本网|本台|我刊)(?:综合)?讯|[^，。]{0,16}(?:消息|日讯|日电)[（(\s]|新华社[^，。]{1,12}电|中新社[^，。]{1,12}电|[（(](?:记者|通讯员|本报记者|本刊记者)[^）)]{2,30}[）)])/;
const ENGLISH_DISPATCH =
	/^[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w .,]{1,20})?(?: \([A-Za-z]{2,12}\))? ?[—–] ?[A-Z“"]/;

/** 本报讯（记者 …）, 新华社…电, MILLFORD —: so a piece of news begins. */
export function isDispatch(text: string): boolean {
	const head = text.slice(0, 60);
	return DISPATCH.test(head) || ENGLISH_DISPATCH.test(head);
}

const PAPER =
	/(?:通知|报告|讲话|意见|条例|办法|规定|规则|细则|方案|纪要|总结|决定|决议|公告|通告|公报|通报|请示|批复|函|要点|规划|计划|规程|守则|章程|手册|指南|问答|制度|致辞|发言|倡议书|公约|说明|要求|标准|预案|纲要|白皮书)(?:[（(][^）)]{1,14}[）)])?$/;

/** Whether a title ends in what the paper is: after “的通知” nothing more of it comes. */
export function isTitleWhole(text: string): boolean {
	return PAPER.test(text);
}

/** Whether the words could be a title or a heading: short, no stop at the end, more than a number or a mark. */
export function isTitleLike(text: string, most = 60): boolean {
	if (text.length < 2 || text.length > most || displayWidth(text) > most * 2) return false;
	if (/[。，、；：,;:．…]$/.test(text) || (/[.]$/.test(text) && endsSentence(text))) return false;
	if (
		/[。；].{3}/.test(text) ||
		text.includes('\t') ||
		/^(?:附件|附表|附：|附录：|抄送|主送|联系人)/.test(text)
	)
		return false;
	const { ideographs, letters } = countScripts(text);
	if (ideographs + letters < 2) return false;
	if (isField(text) || isDateLine(text) || isAttribution(text) || isCaption(text)) return false;
	if (ideographs === 0) return /^[A-Z0-9“"(]/.test(text);
	return true;
}

const NUMBERS = '[0-9〇○零一二三四五六七八九十百]{1,5}';
const ISSUE = new RegExp(
	`^[（(]?(?:[0-9〇○零一二三四五六七八九十]{4}年)?(?:总?第${NUMBERS}期|总第${NUMBERS})|准印证|^ISSN|^CN\\d{2}-|邮发代号|刊号|^Vol\\.? ?\\d+|^Issue (?:No\\.? ?)?\\d+`
);

/** 2023年第2期, 总第88期, 准印证…, Vol. 3: which issue of a periodical this is. */
export function isIssue(text: string): boolean {
	return text.length <= 40 && ISSUE.test(text.replace(/[ \t]/g, ''));
}
