import type { Article, Fact, Paragraph, Section } from '../document.ts';
import type { Mention } from './mention.ts';

const CUES =
	/首次|首届|首个|第一|累计|总数|总量|共有|共计|目标|原则|要求|必须|应当|不得|核心|关键|主题|宗旨|职责|任务|成立|颁布|施行|通过|创新|历史性|全国|达到|突破|record|total|first|must|goal/u;
const ASIDE = /据了解|据介绍|感受|觉得|认为|深情|笑着|激动|例如|比如/u;

/** 1–3 by what the sentence says of itself, where it stands, and how much the fact can carry. */
export function importanceOf(
	mention: Mention,
	sentence: string,
	place: { article: Article; section: Section; paragraph: Paragraph }
): Fact['importance'] {
	let weight = 2;
	if (CUES.test(sentence)) weight += 0.6;
	if (place.article.sections[0]?.paragraphs[0] === place.paragraph) weight += 0.5;
	if (mention.kind === 'enumeration') weight += 0.5;
	if (mention.kind === 'number' && (mention.number ?? 0) < 10) weight -= 1;
	if (mention.kind === 'number' && /[万亿%]/u.test(mention.value)) weight += 0.5;
	if (mention.kind === 'name' || mention.kind === 'place') weight -= 0.4;
	if (ASIDE.test(sentence)) weight -= 1;
	return weight >= 2.8 ? 3 : weight >= 1.6 ? 2 : 1;
}
