import type { Document, Section } from '#lib/document/document.ts';
import { readMark } from '#lib/document/numerals.ts';
import { oncePer, plainHeading, type Place } from '../place.ts';
import { balanced } from './referents.ts';
import { hasSubject } from './subject.ts';

/** '' when the stretch needs no frame; undefined when it needs one and there is none. */
export function frameFor(whole: string, place: Place, asksDate: boolean): string | undefined {
	const isDated = asksDate || /\d{4}年|[一二][〇零一二三四五六七八九]{3}年/u.test(whole);
	const opening = whole.replace(/^(?:[^，]*[年月日底初]，)+/u, '');
	if (BARE.test(opening)) return frameWithPart(place);
	const isNamed = hasSubject(opening) && !/全[省市县州区]|省总|市总|县总|州总|我[省市县州区]/u.test(whole);
	return isDated && isNamed ? '' : frameAlways(place);
}

/** A subject that only its text names in full: 公司, 学校, 全园. */
const BARE =
	/^(?:公司|学校|学院|医院|企业|集团|协会|银行|机关|我校|我院|全[校园院厂镇村])(?!法|化|号|长|部|区|级)/u;

/** Which company or school it is may stand in the heading only. */
export function frameWithPart(place: Place): string | undefined {
	const frame = frameAlways(place);
	const topic = topicOf(place.section.heading);
	const isNumbered = plainHeading(place.section.heading).length < place.section.heading.length - 1;
	return frame === undefined || topic === undefined || isNumbered || !frame.startsWith('据')
		? frame
		: `${frame.slice(0, -1)}“${quoteInside(topic)}”部分，`;
}

/** 据《…》， or the heading; undefined when the text has neither. */
export function frameAlways(place: Place): string | undefined {
	return frameOfSection(place) ?? leadFrame(place);
}

const frameOfSection = oncePer(({ section }) => section, readFrame);

function readFrame(place: Place): string | undefined {
	const title = titleFor(place);
	if (title !== undefined) return `据《${title}》，`;
	const heading = topicOf(place.section.heading);
	return heading === undefined ? undefined : frameAbout(heading);
}

function frameAbout(topic: string): string {
	return topic.startsWith('在') ? `关于“${quoteInside(topic)}”，` : `在“${quoteInside(topic)}”方面，`;
}

/** What a paragraph with a numeral opens with, where nothing above it has a name: 二要加强理论武装。 */
function leadFrame({ paragraph, section }: Place): string | undefined {
	if (section.heading !== '') return undefined;
	const mark = readMark(paragraph.text);
	const lead = mark && /^[^，。；：！？]*(?=。)/u.exec(paragraph.text.slice(mark.end))?.[0].trim();
	return lead !== undefined && lead.length >= 4 && lead.length <= 24 && balanced(lead)
		? frameAbout(lead)
		: undefined;
}

/** A heading as what the text under it is about; undefined when it is a sentence or too long to name. */
export function topicOf(printed: string): string | undefined {
	const heading = plainHeading(printed);
	const isNumbered = heading.length < printed.length - 1;
	if (/[。！？]/u.test(heading) || (!isNumbered && heading.includes('，'))) return undefined;
	const topics = [heading, heading.split('，')[0] ?? ''];
	return topics.find((topic) => topic.length >= 4 && topic.length <= 24 && balanced(topic));
}

/** The same of a section, whose neighbours ask for it, too. */
export function topicOfSection(section: Section): string | undefined {
	let known = topics.get(section);
	if (!known) {
		known = { topic: topicOf(section.heading) };
		topics.set(section, known);
	}
	return known.topic;
}

const topics = new WeakMap<Section, { topic: string | undefined }>();

/** Quotation marks one level further in. */
export function quoteInside(text: string): string {
	return text.replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
}

/** The article's title in a form that fits into a sentence. */
export const titleFor = oncePer(({ article }) => article, readTitle);

function readTitle(place: Place): string | undefined {
	return fitTitle(place.article.title) ?? (isNamed(place) ? fitTitle(place.document.title) : undefined);
}

function fitTitle(title: string): string | undefined {
	const plain = title.replace(/\.(?:txt|md|docx?|pdf|html?)$/iu, '').trim();
	// The plain words behind the dash say more than the motto in front of it.
	const subtitle = plain.split('——').at(-1) ?? '';
	const words = plain.split(/——|\s+/u).reduce((a, b) => (b.length > a.length ? b : a), '');
	const pieces = [
		...(plain.length <= 24 ? [plain] : []),
		subtitle,
		...(words.length >= 12 ? [words] : []),
		plain
	];
	return pieces
		.find(
			(piece) =>
				piece.length >= 6 && piece.length <= 40 && /[\u4e00-\u9fff]{4}/u.test(piece) && balanced(piece)
		)
		?.replace(/《/gu, '〈')
		.replace(/》/gu, '〉')
		.replace(/[。，：；\s]+$/u, '');
}

const isNamed = oncePer(
	({ document }) => document,
	({ document }) => isNameOfItsOwn(document)
);

/** Not one article's title, not the first words of the text, not what a machine calls a file. */
function isNameOfItsOwn({ title, articles }: Document): boolean {
	const words = title.replace(/[。，：；…\s]+$/u, '');
	return (
		!/^(?:新建|未命名|无标题|文本文档|扫描|复件|副本|下载)/u.test(title) &&
		articles.every((article) => {
			const opening = article.sections[0]?.paragraphs[0]?.text ?? '';
			return article.title !== title && !opening.startsWith(words);
		})
	);
}
