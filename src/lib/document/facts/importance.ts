import type { Article, Fact, Paragraph, Section } from '../document.ts';
import { wordSet } from '../scan.ts';
import type { Mention } from './mention.ts';

/** What a sentence says of its own weight. */
const STRONG = wordSet(
	(
		'首次|首届|首个|首批|第一个|累计|总数|总量|总额|总投资|共有|共计|目标|必须|应当|' +
		'不得|禁止|核心|根本|宗旨|施行|废止|创新高|历史性|突破|record|for the first time|must|shall'
	).split('|')
);
const CUES = wordSet(
	(
		'要求|原则|关键|主题|职责|任务|成立|颁布|通过|全国|全省|全市|达到|' +
		'实现|增长|下降|同比|规定|是指|total|first|goal|target|increase|rose|fell'
	).split('|')
);
/** Told by the way, or felt. */
const ASIDE = wordSet(
	('据了解|据介绍|感受|觉得|认为|深情|笑着|' + '激动|例如|比如|据说|说起|告诉记者').split('|')
);

export interface FactPlace {
	article: Article;
	section: Section;
	paragraph: Paragraph;
}

/**
 * How much a sentence weighs by where it stands (opening of the article, of its section, of its paragraph)
 * and by what it says of itself.
 */
export function weightOf(sentence: string, { article, section, paragraph }: FactPlace): number {
	let weight = 0;
	if (STRONG.isIn(sentence)) weight += 0.5;
	else if (CUES.isIn(sentence)) weight += 0.3;
	if (article.sections[0]?.paragraphs[0] === paragraph) weight += 0.3;
	if (section.paragraphs[0] === paragraph) weight += 0.1;
	if (paragraph.text.startsWith(sentence)) weight += 0.2;
	return ASIDE.isIn(sentence) ? weight - 0.6 : weight;
}

/**
 * 1–3 by the weight of the sentence and how much the fact can carry; what was told before in the article
 * counts less.
 * @param seen what the article has told so far
 */
export function importanceOf(mention: Mention, weight: number, seen: Set<string>): Fact['importance'] {
	const key = `${mention.kind}|${mention.items?.join('|') ?? mention.value}`;
	const total = 2 + weight + carried(mention) - (seen.has(key) ? 1 : 0);
	seen.add(key);
	return total >= 2.6 ? 3 : total >= 1.85 ? 2 : 1;
}

/** How much a fact of this kind and make can carry. */
function carried({
	kind,
	value,
	number,
	unit,
	bound,
	items,
	open,
	gloss,
	announced,
	date,
	office
}: Mention): number {
	if (kind === 'number') {
		const isLimit = bound !== undefined || /^(?:个月|天|日|个工作日|年)$/u.test(unit ?? '');
		const isLarge = /[万亿]|[%倍]|百分之|个百分点/u.test(value);
		return (
			(isLarge ? 0.4 : 0) + (isLimit ? 0.2 : 0) - ((number ?? 100) < 5 && !isLimit && !isLarge ? 0.6 : 0)
		);
	}
	if (kind === 'date') return date === undefined ? -0.6 : date.length === 4 ? -0.5 : 0.1;
	if (kind === 'enumeration') {
		const count = items?.length ?? 0;
		return (count >= 4 ? 0.2 : 0) + (announced !== undefined ? 0.4 : 0) - (open ? 0.1 : 0);
	}
	if (kind === 'term') return gloss === undefined ? -0.3 : 0.6;
	if (kind === 'name') return office === undefined ? -0.3 : -0.1;
	return kind === 'title' ? 0 : -0.2;
}
