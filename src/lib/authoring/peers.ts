import type { Fact } from '#lib/document/document.ts';
import { findLists, type List } from '#lib/document/facts/lists.ts';
import { figureOf } from './drafts/figures.ts';
import { indexScopes, type Scope } from './drafts/scope.ts';
import { indexSiblings, type Siblings } from './drafts/siblings.ts';
import type { Place } from './place.ts';

/** Finds facts of the same kind and form near a fact, so that a document of any length costs its length. */
export interface Peers {
	/** Others of the same form, those of the same article first, then the nearest; from other sentences only. */
	like(fact: Fact): Fact[];
	/** The certain lists of a sentence; its facts come one after the other, and it is read once. */
	listsOf(sentence: string): readonly List[];
	/** Items of other lists. */
	siblings: Siblings;
	/** The part of the text that a stem can name around a place. */
	scopeOf(place: Place): Scope | undefined;
}

/** How far to look to either side among facts of the same form. */
const REACH = 16;

export function indexPeers(facts: readonly Fact[]): Peers {
	const shelves = new Map<string, Fact[]>();
	const places = new Map<string, number>();
	for (const fact of facts) {
		const form = formOf(fact);
		if (form === undefined) continue;
		const shelf = shelves.get(form) ?? [];
		places.set(fact.id, shelf.length);
		shelf.push(fact);
		shelves.set(form, shelf);
	}
	let last: { sentence: string; lists: readonly List[] } | undefined;
	return {
		listsOf(sentence) {
			if (last?.sentence !== sentence) last = { sentence, lists: findLists(sentence) };
			return last.lists;
		},
		siblings: indexSiblings(facts),
		scopeOf: indexScopes(),
		like(fact) {
			const at = places.get(fact.id);
			const shelf = shelves.get(formOf(fact) ?? '');
			if (at === undefined || !shelf) return [];
			const from = Math.max(0, at - REACH);
			const near = shelf
				.slice(from, at + REACH + 1)
				.map((peer, i) => ({
					peer,
					far: Math.abs(from + i - at) + (peer.article === fact.article ? 0 : 2 * REACH)
				}))
				.filter(({ peer }) => peer.sentence !== fact.sentence && peer.value !== fact.value)
				.sort((a, b) => a.far - b.far);
			return [...new Map(near.map(({ peer }) => [peer.value, peer])).values()];
		}
	};
}

/** What a distractor must share with the key. */
function formOf(fact: Fact): string | undefined {
	switch (fact.kind) {
		case 'number': {
			const figure = figureOf(fact.value);
			return figure && `number|${figure.before}|${figure.scale}|${figure.after}`;
		}
		case 'title':
			return `title|${titleKind(fact.value)}`;
		case 'term': {
			if (!/[\u4e00-\u9fff]/u.test(fact.sentence)) return `term|${englishKind(fact)}`;
			const kind = termKind(fact);
			return kind && `term|${kind.noun}`;
		}
		case 'date':
			return fact.date === undefined ? undefined : `date|${fact.date.length}`;
		case 'enumeration':
			return 'enumeration';
		case 'name':
			return `name|${isBody(fact.value) ? 'body' : 'person'}`;
		case 'place':
			return fact.kind;
	}
}

/** Whether a name is that of a body and not of a person. */
export function isBody(name: string): boolean {
	return (
		(name.length > 4 && !name.includes('·')) || /(?:[部局厅委会院校社团组]|公司|集团|中心|政府)$/u.test(name)
	);
}

/** What was agreed, who agreed, and words in quotation marks do not stand for each other. */
function englishKind({ value, sentence }: Fact): string {
	if (sentence.includes(`“${value}`) || sentence.includes(`"${value}`)) return 'quoted';
	return /(?:Act|Treaty|Agreement|Convention|Protocol|Programme|Program)$/.test(value) ? 'deed' : 'body';
}

/** 法律 and 文件 have their names by rule; anything else in 《》 is a work. */
export function titleKind(title: string): '法律法规' | '文件' | '作品' {
	const plain = title.replace(/（[^）]*）/gu, '').replace(/[》\s]/gu, '');
	if (/(?:(?<!办)法|条例|法典)$/u.test(plain)) return '法律法规';
	return /(?:办法|意见|规定|决定|决议|方案|规划|纲要|通知|细则|章程|公报|制度|标准|计划|指南|指引|规则|规范|要点|公告|通报|措施|守则|协议|清单|实施意见)$/u.test(
		plain
	)
		? '文件'
		: '作品';
}

const ASKED: Readonly<Record<string, string>> = {
	行动: '哪项行动',
	活动: '哪项活动',
	工程: '哪项工程',
	计划: '哪项计划',
	项目: '哪个项目',
	工作: '哪项工作',
	模式: '哪种模式',
	机制: '哪种机制',
	制度: '哪项制度',
	工作法: '哪种工作法',
	品牌: '哪个品牌',
	平台: '哪个平台',
	理念: '哪种理念',
	竞赛: '哪项竞赛',
	大赛: '哪项大赛',
	论坛: '哪个论坛',
	称号: '哪个称号',
	奖: '哪个奖项',
	格局: '什么样的格局',
	要求: '什么要求',
	目标: '什么目标',
	原则: '什么原则',
	思路: '什么思路',
	方针: '什么方针',
	标准: '什么标准',
	战略: '什么战略',
	主题教育: '哪项主题教育',
	教育: '哪项教育',
	服务: '哪项服务',
	试点: '哪项试点',
	课堂: '哪个课堂',
	栏目: '哪个栏目',
	展览: '哪个展览',
	培训: '哪项培训',
	体系: '哪个体系'
};
const NOUN = Object.keys(ASKED)
	.sort((a, b) => b.length - a.length)
	.join('|');

/** Words between a term and what it is: “法院+工会”劳动争议多元化解机制. */
const OUTER = new RegExp(
	`^(?<lead>的?[\\u4e00-\\u9fff]{0,12}?)(?<noun>${NOUN})(?=[，。；、”）]|$|的(?!是))`,
	'u'
);
/** A noun at the end of the term itself. */
const INNER = new RegExp(`(${NOUN})$`, 'u');
const NO_LEAD =
	/[和与及或等在是为以从向对被把将了着过使让]|开展|参加|举办|组织|推动|推进|加强|深化|做好|获得|授予|提出|的.*的/u;

/**
 * What a quoted term is, by the noun in or behind its quotation marks, and how to ask for it in its
 * place. `outside` is what stands behind the marks and goes with the term.
 */
export function termKind(fact: Fact): { noun: string; asked: string; outside: string } | undefined {
	const at = fact.sentence.indexOf(`“${fact.value}”`);
	if (at < 0) return undefined;
	const behind = fact.sentence.slice(at + fact.value.length + 2);
	if (/以$/u.test(fact.sentence.slice(0, at))) {
		const role = /^为(主题|目标|主线|抓手|载体|理念|口号|宗旨)/u.exec(behind)?.[1];
		if (role) return { noun: `以…为${role}`, asked: '什么', outside: '' };
	}
	const inner = INNER.exec(fact.value)?.[1];
	if (inner) return { noun: inner, asked: ASKED[inner] ?? '', outside: '' };
	const outer = OUTER.exec(behind);
	const { lead = '', noun = '' } = outer?.groups ?? {};
	if (!outer || NO_LEAD.test(lead)) return undefined;
	const which = (ASKED[noun] ?? '').slice(0, -noun.length);
	// “…”主题宣传教育: what is asked for is the theme.
	const asked = lead.startsWith('主题')
		? `什么主题的${lead.slice(2)}${noun}`
		: `${which}${lead.replace(/^的/u, '')}${noun}`;
	return { noun: `”${noun}`, asked, outside: outer[0] };
}
