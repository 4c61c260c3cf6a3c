import { shuffled, type Random } from '#lib/base/random.ts';
import type { Paragraph, Section } from '#lib/document/document.ts';
import { readMark } from '#lib/document/numerals.ts';
import { squeeze } from '../lint/finding.ts';
import { dice } from '../lint/likeness.ts';
import { plainHeading, type Place } from '../place.ts';
import { explain, type Draft } from './draft.ts';
import { frameAlways, quoteInside, titleFor } from './frame.ts';
import { ENGLISH, phrasesFor } from './phrases.ts';
import { balanced, isLost, withoutMark } from './referents.ts';
import { ownTopic } from './scope.ts';

/** A list over paragraphs that a colon announces: 第六条 下列事项应当…： （一）…； （二）…。 */
export interface Announced {
	/** The paragraph with the colon. */
	lead: Paragraph;
	/** Without their marks and closing punctuation. */
	items: string[];
}

/** Every announced list of a section, in order. */
export function announcedIn({ paragraphs }: Section): Announced[] {
	const found: Announced[] = [];
	let open: Announced | undefined;
	for (const paragraph of paragraphs) {
		const item = open && itemOf(paragraph, open.items.length + 1);
		if (open && item !== undefined) {
			open.items.push(item);
			continue;
		}
		open = /[：:]$/u.test(paragraph.text) ? { lead: paragraph, items: [] } : undefined;
		if (open) found.push(open);
	}
	return found.filter(({ items }) => items.length >= 2);
}

function itemOf({ text, kind }: Paragraph, number: number): string | undefined {
	const mark = readMark(text);
	const letter = /^[(（]?(?<letter>[a-h])[)）.] /u.exec(text);
	const isNext =
		mark !== undefined
			? mark.kind !== 'clause' && mark.kind !== 'lead' && mark.number === number
			: letter?.groups?.letter === 'abcdefgh'[number - 1] || (kind === 'list-item' && letter === null);
	if (!isNext) return undefined;
	return text
		.slice(mark?.end ?? letter?.[0].length ?? 0)
		.replace(/^[-*•●]\s*/u, '')
		.replace(/[；;。.，,]\s*(?:and|or)?$/u, '')
		.trim();
}

/** Items that may be shown: a catch-all such as 其他… is none. */
const isShown = (item: string) =>
	item.length >= 3 && item.length <= 40 && balanced(item) && !/其他|其它|前款|本条|上述|[：:]/u.test(item);

/**
 * What belongs to an announced list, told from the items of the lists beside it, or all of it.
 * @param beside the lists before and behind it in its text
 */
export function draftAnnounced(
	place: Place,
	{ lead, items }: Announced,
	beside: readonly Announced[],
	random: Random
): Draft | undefined {
	if (place.document.language === 'en') return draftEnglish(place, { lead, items });
	const asked = askedBy(lead.text);
	const frame = frameOf(place, lead.text);
	if (asked === undefined || frame === undefined || items.length > 12) return undefined;
	const phrases = phrasesFor('zh');
	const explanation = explain(
		place,
		phrases.contains(
			items,
			items.some((item) => /其他|其它/u.test(item))
		)
	);
	const right = items.filter(isShown).slice(0, 4);
	const wrong: string[] = [];
	const kin = beside.filter((other) => kindOf(other.lead.text) === kindOf(lead.text));
	for (const item of shuffled(kin.flatMap((other) => other.items).filter(isShown), random)) {
		const plain = squeeze(item);
		const clashes = [...items, ...wrong].some((own) => isNear(squeeze(own), plain));
		if (!clashes && !squeeze(asked).includes(plain) && wrong.length < 3) wrong.push(item);
	}
	if (right.length >= 2 && wrong.length >= 2) {
		const options = shuffled([...right, ...wrong.slice(0, right.length > 3 ? 2 : 3)], random);
		return {
			type: 'multiple-choice',
			stem: `${frame}${asked.replace('◯', '下列哪些')}？`,
			options,
			key: options.flatMap((option, at) => (right.includes(option) ? [at] : [])),
			explanation,
			difficulty: 3
		};
	}
	const length = items.reduce((sum, item) => sum + item.length, 0);
	if (items.length > 6 || length > 240 || !items.every(balanced)) return undefined;
	return {
		type: 'short-answer',
		stem: `${frame}${asked.replace('◯', '哪些')}？`,
		key: phrases.modelAnswer(items),
		explanation,
		difficulty: 4
	};
}

export const COUNTS = ['', '', 'two', 'three', 'four', 'five', 'six'];

/** The council shall: (a) …; (b) …. – the points that complete the sentence. */
function draftEnglish(place: Place, { lead, items }: Announced): Draft | undefined {
	const opening = lead.text.replace(/:$/u, '').trim();
	const count = COUNTS[items.length];
	const isClear = items.every((item) => item.length >= 8 && item.length <= 120 && balanced(item));
	const stands =
		/^[A-Z][^.?!]{12,120}$/u.test(opening) &&
		!/^(?:It|They|This|These|Those|He|She|We|You)\b|\bfollowing$/u.test(opening);
	if (!count || !isClear || !stands) return undefined;
	const title = place.article.title.replace(/[“”"]/gu, '’');
	const frame = title === '' ? 'Which' : `According to “${title}”, which`;
	return {
		type: 'short-answer',
		stem: `${frame} ${count} points complete the sentence “${opening} …”?`,
		key: ENGLISH.modelAnswer(items),
		explanation:
			`${ENGLISH.contains(items, false)} ${ENGLISH.place(title, plainHeading(place.section.heading).replace(/[“”"]/gu, '’'))}`.trim(),
		difficulty: 3
	};
}

const KINDS = [
	['职责', '职权', '任务', '权利', '义务', '工作', '职能'],
	['事项', '内容', '事务'],
	['行为', '情形'],
	['人员', '职工', '组织'],
	['条件', '要求', '标准'],
	['材料', '文件', '资料']
];

/** What a list is of, as the announcement calls it: duties are not told from persons but from duties. */
function kindOf(lead: string): string {
	const noun =
		/(?:下列|以下)[几各]?[项个类]?(?<noun>[\u4e00-\u9fff]{2})/u.exec(lead)?.groups?.noun ??
		/(?<noun>[\u4e00-\u9fff]{2})(?:包括|包含|有|分为)?[：:]?$/u.exec(lead)?.groups?.noun ??
		'';
	return KINDS.find((nouns) => nouns.includes(noun))?.[0] ?? noun;
}

const isNear = (a: string, b: string) => a.includes(b) || b.includes(a) || dice(a, b) >= 0.5;

/** The announcement as a question with ◯ for the question word; undefined where none can be made. */
function askedBy(text: string): string | undefined {
	const lead = withoutMark(text)
		.replace(/[：:]$/u, '')
		.trim();
	if (
		lead.length < 5 ||
		lead.length > 70 ||
		isLost(lead.replace(/^(?:下列|以下)/u, '')) ||
		/[。？！]/u.test(lead)
	)
		return undefined;
	const announced = lead.match(/下列|以下|如下/gu) ?? [];
	if (announced.length > 1 || /规定(?:[办执处]理|执行|确定|如下)|如下/u.test(lead)) return undefined;
	if (announced.length === 1) {
		const plain = lead.replace(/(?<=(?:下列|以下)[^，]{2,8})之一(?=的|$)/u, '');
		const after = plain.split(/下列|以下/u)[1] ?? '';
		if (/^(?:规定|办法|标准|比例|[几数\d])/u.test(after)) return undefined;
		return plain.replace(/(?:下列|以下)[几各]?[项个]?/u, '◯');
	}
	if (/(?:包括|包含|分为|分别是|分别为)$/u.test(lead)) return `${lead}◯内容`;
	const isNoun =
		/^[^，、]{4,20}的(?:权利|义务|职责|职权|任务|条件|程序|范围|内容|材料|原则|标准|要求|职能|主要任务|基本条件)$/u.test(
			lead
		);
	return isNoun ? `${lead}包括◯内容` : undefined;
}

/** 据《…条例》第六条， */
function frameOf(place: Place, lead: string): string | undefined {
	const title = titleFor(place);
	const clause = /^第[一二三四五六七八九十百零\d]{1,7}条/u.exec(lead)?.[0];
	if (title !== undefined && clause !== undefined) return `据《${title}》${clause}，`;
	const topic = ownTopic(place);
	return title !== undefined && topic !== undefined && !/^第/u.test(place.section.heading)
		? `据《${title}》“${quoteInside(topic)}”部分，`
		: frameAlways(place);
}
