import { isBody } from '../peers.ts';
import { carrierOf } from './carrier.ts';
import { chooseDistractors, mixOptions } from './choices.ts';
import { splitClauses } from './clauses.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { frameAlways } from './frame.ts';
import { phrasesFor } from './phrases.ts';
import type { Place } from '../place.ts';
import { balanced, isLost, withoutMark } from './referents.ts';

const OFFICE =
	/(?:^|[，；。])(?<office>[^，；。\d“《]{4,34}(?:主席|书记|部长|主任|省长|市长|县长|州长|区长|镇长|院长|校长|局长|厅长|处长|科长|馆长|会长|理事长|董事长|总经理|秘书长|组长|司长|队长|总工程师|负责人|巡视员|研究员|教授|博士))$/u;
const DOES =
	'出席|主持|作了?|致|宣读|介绍|带队|率队|率|全程|参加|通报|宣布|发布|讲解|讲授|汇报|代表|调研|陪同|慰问|走访|看望|接收|授奖|揭牌|颁奖|授课|向|为|对|就';
const DEED = new RegExp(
	`^(?:同志)?(?<deed>(?:一行)?(?:[在来到赴][^，。；]{1,16}?)?(?:${DOES})[^，。；]{2,28})`,
	'u'
);

/** Who did it: a person by deed or by office and deed, a body by what it issued, held or awarded. */
export function draftName(desk: Desk): Draft | undefined {
	const { fact, place, random } = desk;
	const asked = isBody(fact.value) ? askedOfBody(desk) : (askedByDeed(desk) ?? askedByOffice(desk));
	if (asked === undefined) return undefined;
	const others = chooseDistractors(fact.value, otherNames(desk), asked + fact.sentence);
	if (others.length < 2) return undefined;
	return {
		type: 'single-choice',
		stem: asked,
		...mixOptions(fact.value, others, random),
		explanation: explain(place, phrasesFor('zh').answerIs(fact.value)),
		difficulty: 2
	};
}

function askedByDeed({ fact, place }: Desk): string | undefined {
	const shown = fact.sentence.includes(`${fact.value}同志`) ? `${fact.value}同志` : fact.value;
	const carrier = carrierOf(fact, place, shown);
	if (!carrier || !/(?:^|[，：])$/u.test(carrier.before)) return undefined;
	if (carrier.before.length + carrier.after.length < 14 || /[指强]/u.test(carrier.after)) return undefined;
	const does = /^(?:同志)?(?:在|出席|主持|作|当选|带队|率|代表|获|荣获)/u.test(carrier.after);
	return does ? `${carrier.frame}${carrier.before}谁${carrier.after}？` : undefined;
}

/** 主持会议并作总结讲话的图书馆馆长是谁？ */
function askedByOffice({ fact, place }: Desk): string | undefined {
	const sentence = withoutMark(fact.sentence);
	const at = sentence.indexOf(fact.value);
	const office = OFFICE.exec(sentence.slice(0, Math.max(0, at)))?.groups?.office;
	const deed = DEED.exec(sentence.slice(at + fact.value.length))?.groups?.deed;
	const frame = frameAlways(place);
	if (office === undefined || deed === undefined || frame === undefined) return undefined;
	const full = withMeeting(
		deed.replace(/^一行/u, '率队'),
		toldBefore(place, sentence) + sentence.slice(0, at)
	);
	if (full === undefined) return undefined;
	const words = `${full}的${office}`;
	const isNoDeed = /总书记|国家主席|[指强]|表示|认为|说$|陪同调研$|参加活动$|等(?:分别|参加|陪同)/u.test(
		words
	);
	return isNoDeed || isLost(words) || !balanced(words) || words.length > 76
		? undefined
		: `${frame}${words}是谁？`;
}

/** The title, and what the paragraph and the one before it tell in front of a sentence. */
function toldBefore({ article, section, paragraph }: Place, sentence: string): string {
	const at = section.paragraphs.indexOf(paragraph);
	const own = paragraph.text.slice(0, Math.max(0, paragraph.text.indexOf(sentence.slice(0, 12))));
	return `${article.title.slice(0, 80)}。${section.paragraphs[at - 1]?.text.slice(-400) ?? ''}${own.slice(-400)}`;
}

const MEETING =
	/(?:召开|举行|举办)(?:了)?(?<name>[^，。；]{4,40}(?:会议|会|仪式|活动|培训班|讲座|大赛))(?=[，。；])/gu;

/** 主持会议, and 主持 alone, is 主持 of the meeting told of before; nothing where none has been. */
function withMeeting(deed: string, before: string): string | undefined {
	const found = /^(?<verb>出席|主持|参加)(?:会议|活动|仪式)?(?=并|$)/u.exec(deed);
	const { verb = '' } = found?.groups ?? {};
	if (!found) return deed;
	const named = [...before.matchAll(MEETING)].at(-1)?.groups?.name;
	return named === undefined || !balanced(named) || isLost(named)
		? undefined
		: verb + named + deed.slice(found[0].length);
}

/** 哪个单位授予…称号？ of a body whose act has an object that only one can have done it to. */
function askedOfBody({ fact, place }: Desk): string | undefined {
	const sentence = withoutMark(fact.sentence);
	const at = sentence.indexOf(fact.value);
	const frame = frameAlways(place);
	if (at < 0 || sentence.indexOf(fact.value, at + 1) >= 0 || frame === undefined) return undefined;
	const clause = splitClauses(sentence).find(({ text, start }) => at >= start && at < start + text.length);
	if (!clause || !/^(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|由)?$/u.test(sentence.slice(clause.start, at)))
		return undefined;
	const after = sentence.slice(at + fact.value.length, clause.start + clause.text.length);
	const act =
		/^(?:近日|日前|正式|首次|先后|已)?(?<verb>印发|发布|颁布|主办|出台|授予|命名|制定|公布)了?(?<what>.{8,50})$/u.exec(
			after
		)?.groups;
	const { verb = '', what = '' } = act ?? {};
	if (what === '' || !balanced(what) || isLost(what) || what.startsWith('的')) return undefined;
	return /^《[^》]*》$/u.test(what)
		? `${frame}${what}由哪个单位${verb}？`
		: `${frame}哪个单位${verb}${what}？`;
}

/** A head of state is nobody's wrong answer. */
function otherNames({ fact, peers }: Desk): string[] {
	return peers
		.like(fact)
		.map((peer) => peer.value)
		.filter((name) => name !== '习近平');
}
