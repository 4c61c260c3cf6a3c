import { charSet, sentenceHolds } from '../scan.ts';
import type { Mention } from './mention.ts';

const MEANT =
	/(?:^(?:第[一二三四五六七八九十百零]+条\s*|答[：:]\s*)?|[，。；：])(?:[\u4e00-\u9fff]{0,8}所称)?(?:的)?[“「]?(?<term>[\u4e00-\u9fffA-Za-z0-9（）()·、-]{2,24}?)[”」]?[，,]?(?:是指|(?<!联|体|关)系指|指的是|即指|主要是指|通常是指|，指(?![导出标示挥定数责明向令派引南点望控]))(?<gloss>[^。；]{6,160})/u;
const CALLED =
	/“(?<term>[^“”]{2,20})”(?:，)?(?:即|就是|也就是|是指|指的是|，指(?![导出标示挥定数责明向令派引南点望控]))(?<gloss>[^。；]{4,120})/u;
const IS =
	/^(?:第[一二三四五六七八九十百]+条[ \u3000]*|答[：:] ?)?(?<term>“[^“”]{2,16}”|[\u4e00-\u9fff]{2,14})(?:[（(][^（()）]{1,20}[）)])?是(?<gloss>[^，。；？]{2,40}的[\u4e00-\u9fff]{2,16}|[^，。；？]{4,30}(?:组织|机构|机关|制度|活动|行为|过程|方式|文件|疾病|设施|单位|团体|法人|标准|系统|技术|基础|保证|核心|根本|原则|灵魂|主题|纽带|桥梁))(?=[，。；]|$)/u;
/** What 是 follows when it does not say what a thing is. */
const NO_SUBJECT =
	/^(?:这|那|其|它|他|她|我|你|此|该|不|也|都|就|还|又|正|即|但|而|只|总|如|若|既|凡|或|可|特别|尤其|一|二|三|四|五|六|七|今天|今年|目前|当前|当时|关键|目的|问题|结果|原因|同时|因此|所以|于是|首先|其次|最后|大家|有的|许多|每|各|全)|(?:不|也|都|就|还|又|正|只|更|才|既|总|要|说|认为|表示|指出|强调|的|上|中|下|前|后|时|里|们)$/u;

/** Praise and purpose, not what a thing is. */
const MERE = /(?:写照|体现|展现|展示|表现|需要|必然|实践|缩影|部分|一个|一项|见证|结果|行动|举措|表率)$/u;

const LINKS = charSet('是指即');

/** What a sentence says a thing is: 本法所称X，是指Y; “X”即Y; X是…的Y; one between two ；. */
export function findDefinitions(sentence: string): Mention[] {
	if (!sentenceHolds(sentence, LINKS)) return [];
	const found: Mention[] = [];
	let offset = 0;
	for (const part of sentence.split('；')) {
		const definition = definitionIn(part);
		if (definition)
			found.push({ ...definition, start: definition.start + offset, end: definition.end + offset });
		offset += part.length + 1;
	}
	return found;
}

function definitionIn(text: string): Mention | undefined {
	const strong =
		text.includes('指') || text.includes('即') || text.includes('就是')
			? (MEANT.exec(text) ?? CALLED.exec(text))
			: null;
	const match = strong ?? IS.exec(text);
	const { term = '', gloss = '' } = match?.groups ?? {};
	const plain = term.replace(/[“”]/gu, '');
	if (!match || plain === '' || (!strong && (NO_SUBJECT.test(plain) || gloss.length < 8))) return undefined;
	if (!strong && MERE.test(gloss)) return undefined;
	if (strong && /^(?:这|那|其|它|此|该|也|就|所|一|二|三|的)/u.test(plain)) return undefined;
	const start = text.indexOf(plain, match.index);
	return { kind: 'term', value: plain, gloss: gloss.trim(), start, end: start + plain.length };
}
