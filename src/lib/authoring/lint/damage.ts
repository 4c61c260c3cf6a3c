import { inTexts, pointAt, pointTo, unquoted, type Complaint, type ItemRule } from './finding.ts';
import { isDigitCode } from './letters.ts';

const PLACEHOLDER =
	/X{2,}(?![IVL])|×{2,}|○{2,}|〇{3,}|△{2,}|□{2,}|x{3,}|[?？]{3,}|\*{3,}|某某|TODO|TBD|TBC|待补|待填|待定(?!向)|（略）|\{\{|\}\}|lorem ipsum|\[(?:insert|your|name|date|city|company|number)[^\]]*\]/iu;
/** Made-up cases have their 某公司; in a fact it is a gap. */
const SOME_ONE = /某(?![些种个一项])(?=[省市县区州局厅地校院厂村镇]|公司|单位|企业|职工|工会)/u;
const TORN_START =
	/^[，。；：、）”》！？,;:)\]%…]|^\.(?!\d)|^(?:的(?!士)|了(?!解|结|却|不起)|着(?![力眼手重陆装])|们|等(?![级候待于距同价额])|但|并(?![购列网联非轨])|并且|而且|然而|因此|所以|于是|从而|以及|此外|同时[，,]|另外|另一方面|not only\b|but\b|and\b|or\b|because of which\b|whereas\b)/u;
const TORN_END = /[，、；（“《,;([]$/u;
const TORN_WORD_END =
	/(?:[和与及或把被将并而]|以及|并且|由于|因为)[。.？?]?$|(?<=\S\s)(?:the|of|and|or|a|an|to|with)[.?]?$/iu;
/** 其中之一参与, 普及 and their like end in the same letters. */
const WHOLE_WORD_END =
	/(?:参与|普及|涉及|以及其|推及|波及|危及|提及|顾及|赋予|给与|温和|饱和|缓和|总和|共和|调和|中和|祥和|平和|柔和|谦和|兼并|合并|一并|从而|因而|然而|即将|主将|良将|抑或|中将|上将|少将)[。.？?]?$/u;
const SPACED = /(?:[\u4e00-\u9fff] ){2}[\u4e00-\u9fff]|(?:(?<![A-Za-z])[A-Za-z] ){3,}[A-Za-z](?![A-Za-z])/u;
const BROKEN_WORD = /[a-z]{2}- [a-z]{2}|[a-z]-$|\uFFFD|[[\p{Cc}\p{Cf}]--[\t\n\r]]/v;
/** An English sentence that opens within a word or after its beginning. */
const LOWER_START =
	/^(?!(?:what|which|who|whose|whom|when|where|why|how|the|a|an|in|on|at|of|by|for|from|is|are|was|were|do|does|did|to|if|as|with|after|before|during|under|between|one|all|it|true|select|choose|name|e|i|p|m)\b)[a-z]{2,}\b/u;
const MARKUP =
	/\*\*|~~|[_^]\{|\\(?:frac|text|times|mathrm)|\$[^$\s][^$]*\$(?=\D|$)|^#{1,6}\s|\]\(|`|<\/?[a-z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);|\|\s*-{2,}|^\s*[-*+] |^>\s/iu;
const FURNITURE =
	/（(?:来源|本报记者|本刊记者|记者|通讯员|摄影|摄|作者)[：:\s][^）]*）|责任编辑|责编[：:\s]|（本[刊报][^）]*）|本报讯|（完）|摄影报道|上接第|下转第|[-—]\s?\d{1,3}\s?[-—]$|第\s?\d+\s?页\s*(?:共|\/)|准印证|内部资料|扫描二维码|□|continued (?:on|from) page|page \d+ of \d+|all rights reserved|©|\b(?:photo|reported|edited) by:? [A-Z]|\(Source:/iu;

/** What the printer, the reader or the writer's haste left in a stem or option. */
export const DAMAGE_RULES: readonly ItemRule[] = [
	{
		name: 'placeholder',
		severity: 'error',
		check: inTexts((text, where) => {
			const found = pointAt(where, text, PLACEHOLDER);
			return found.length > 0
				? found
				: pointAt(where, unquoted(text), SOME_ONE).map((one) => ({ ...one, severity: 'warning' as const }));
		})
	},
	{ name: 'unbalanced-marks', severity: 'error', check: inTexts(unbalanced) },
	{
		name: 'truncated',
		severity: 'error',
		check: inTexts((text, where, question) => {
			const isStem = where === 'stem';
			// A stem that an option or a colon completes may end in 由 or “by the”; a statement may not.
			const completes = isStem && question.type !== 'true-false' && question.type !== 'numeric';
			const trimmed = text.replace(/[（(]\s*[）)]$/u, '');
			for (const pattern of [TORN_START, SPACED, BROKEN_WORD]) {
				const match = pattern.exec(text);
				if (match) return [pointTo(where, match)];
			}
			const end = TORN_END.exec(trimmed) ?? (isStem ? null : /[：:]$/u.exec(trimmed));
			if (end) return [pointTo(where, end)];
			const word = completes || WHOLE_WORD_END.test(trimmed) ? null : TORN_WORD_END.exec(trimmed);
			if (word) return [pointTo(where, word)];
			return isStem ? pointAt(where, text, LOWER_START) : [];
		})
	},
	{ name: 'markup', severity: 'error', check: inTexts((text, where) => pointAt(where, text, MARKUP)) },
	{ name: 'furniture', severity: 'error', check: inTexts((text, where) => pointAt(where, text, FURNITURE)) }
];

/** The opening mark that each closing one wants, by code. Brackets of full and half width may be partners. */
const PARTNER = new Map<number, number>();
const OPENERS = new Map<number, number>();
for (const [open = '', shut = '', as = open] of [
	'“”',
	'《》',
	'（）',
	'()（',
	'【】',
	'「」',
	'『』',
	'[]',
	'〈〉'
]) {
	OPENERS.set(open.charCodeAt(0), as.charCodeAt(0));
	PARTNER.set(shut.charCodeAt(0), as.charCodeAt(0));
}
const BRACKET = '（'.charCodeAt(0);
const STRAIGHT = 0x22;

/** The first mark without its partner. 1） and a) need none. */
function unbalanced(text: string, where: string): Complaint[] {
	const open: { mark: number; at: number }[] = [];
	const complain = (at: number): Complaint[] => [
		{ where, range: [at, at + 1], params: { word: text.slice(Math.max(0, at - 8), at + 12) } }
	];
	let straight = 0;
	let last = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Ideographs and letters: nine in ten.
		if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a)) continue;
		if (code === STRAIGHT && !isDigitCode(text.charCodeAt(at - 1))) {
			straight++;
			last = at;
		}
		const mark = OPENERS.get(code);
		if (mark !== undefined) open.push({ mark, at });
		const partner = PARTNER.get(code);
		if (partner === undefined) continue;
		if (open.at(-1)?.mark === partner) open.pop();
		else if (!(
			partner === BRACKET &&
			/(?:^|[\s，；。：、])[\dA-Za-z一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 5), at))
		))
			return complain(at);
	}
	const [left] = open;
	if (left) return complain(left.at);
	return straight % 2 === 1 ? complain(last) : [];
}
