import type { Place } from '../place.ts';
import { bare } from './clauses.ts';
import { isDeed, scopeOf, subjectOf } from './subject.ts';

const BODY =
	/^(?<name>[\u4e00-\u9fff]{1,14}?(?:总工会|总会|工会|公司|集团|医院|学校|小学|中学|大学|学院|委员会|政府|法院|检察院|公安局|[\u4e00-\u9fff]局|[\u4e00-\u9fff]厅|街道|协会|银行|图书馆|博物馆|研究院|研究所|服务中心|管理处))(?!会员|工作|系统|组织|干部|改革|建设|主席|报告|法|章程)/u;
const PLACE =
	/^(?:[^全各我本该，“”《》\sA-Za-z\d]{2,5}?(?:省|自治区|市|自治州|州|县|区)){1,3}(?![委长内外级直])/u;

/** Who acts in a text by its title: 海南州总工会 in 海南州总工会“五个抓实”推动…, else the place it tells of. */
export function actorOf({ article }: Place): string | undefined {
	const pieces = article.title
		.split(/——|--|[\s：:]+/u)
		.flatMap((piece) => (piece === '' ? [] : [piece.replace(/^[记访致]/u, '')]));
	for (const piece of pieces) {
		const name = BODY.exec(piece)?.groups?.name;
		if (name !== undefined && name.length >= 4 && !isDeed(name) && !/[的在和与“]/u.test(name)) return name;
	}
	return pieces.map((piece) => PLACE.exec(piece)?.[0]).find((place) => place !== undefined && !isDeed(place));
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
