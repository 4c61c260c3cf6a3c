import type { Place } from '../place.ts';
import { bare } from './clauses.ts';
import { isDeed, scopeOf, subjectOf } from './subject.ts';

const BODY =
	/^(?<name>[\u4e00-\u9fff]{1,14}?(?:总工会|总会|工会|公司|集团|医院|学校|小学|中学|大学|学院|委员会|政府|法院|检察院|公安局|[\u4e00-\u9fff]局|[\u4e00-\u9fff]厅|街道|协会|银行|图书馆|博物馆|研究院|研究所|服务中心|管理处))(?!会员|工作|系统|组织|干部|改革|建设|主席|报告|法|章程)/u;
/** An organisation by its end. */
const IS_BODY =
	/(?:总工会|总会|工会|公司|集团|医院|学校|大学|学院|委员会|政府|法院|检察院|局|厅|协会|银行|图书馆|博物馆|中心|街道)$/u;

/**
 * Who acts in a text: the body its title opens with (海南州总工会“五个抓实”推动…), else the subject of its first
 * sentence; a place is nobody.
 */
export function actorOf({ article }: Place): string | undefined {
	const pieces = article.title
		.split(/——|--|[\s：:]+/u)
		.flatMap((piece) => (piece === '' ? [] : [piece.replace(/^[记访致]/u, '')]));
	for (const piece of pieces) {
		const name = BODY.exec(piece)?.groups?.name;
		if (name !== undefined && name.length >= 4 && !isDeed(name) && !/[的在和与“]/u.test(name)) return name;
	}
	return actorAtFirst(article);
}

/** 全省各级工会 of a text that begins 活动开展以来，全省各级工会…. */
function actorAtFirst({ sections }: Place['article']): string | undefined {
	const paragraph = sections
		.flatMap(({ paragraphs }) => paragraphs.slice(0, 2))
		.slice(0, 2)
		.find(({ kind, text }) => kind === undefined && text.length >= 30);
	const opening = paragraph?.text.slice(0, 160).split('。')[0] ?? '';
	return opening
		.split(/[，；]/u)
		.map((clause) => subjectOf(bare(clause)))
		.find((name) => name !== undefined && name.length >= 4 && IS_BODY.test(name) && !/[和与、“]/u.test(name));
}

/** Whether a stretch says who acts: a subject somewhere in it, or something that opens it and is no deed. */
export function hasActor(words: string): boolean {
	const clauses = words.split(/[，；]/u);
	return (
		!isDeed(bare(clauses[0] ?? '')) ||
		// 以甲为主的劳动者, 由办公室: who it is stands behind.
		/^(?:以[^，]*的|由|为期)/u.test(words) ||
		clauses.some((clause) => subjectOf(bare(clause)) !== undefined || scopeOf(bare(clause)) !== undefined)
	);
}
