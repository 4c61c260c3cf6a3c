import { shuffled } from '#lib/base/random.ts';
import { termKind, titleKind } from '../peers.ts';
import { carrierOf } from './carrier.ts';
import { chooseDistractors, mixOptions } from './choices.ts';
import { explain, type Desk, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';
import { isDelicate } from './referents.ts';
import { endsInObject, endsInVerb } from './verbs.ts';

/** Longer than this nobody hits a name letter by letter. */
const MOST_BLANK = 6;

/** A document, law or work named in 《》: which of several, or its name to be filled in. */
export function draftTitle(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const carrier = carrierOf(fact, place);
	// Beside another title it is one of a list, and the others would be right as well.
	// 结合学习《…》: beside what, the rest of the sentence would have to say.
	if (!carrier || isListed(carrier) || hasOther(fact.sentence, fact.value) || /^结合/u.test(carrier.before))
		return undefined;
	const kind = titleKind(fact.value);
	const asked = { 文件: '哪份文件', 法律法规: '哪部法律法规', 作品: '哪部作品' }[kind];
	if (isDuty(carrier) || !isTelling(carrier)) return undefined;
	const stem = `${carrier.frame}${carrier.before}${asked}${carrier.after}？`;
	const phrases = phrasesFor('zh');
	const isChoice = kind !== '作品' && !isDelicate(fact, place);
	const known = isChoice ? peers.like(fact).map((peer) => peer.value) : [];
	const others = chooseDistractors(fact.value, known, stem);
	if (others.length >= 2) {
		return {
			type: 'single-choice',
			stem,
			...mixOptions(fact.value, others, random),
			explanation: explain(place, phrases.answerIs(fact.value)),
			difficulty: 3
		};
	}
	const inner = fact.value.slice(1, -1);
	if (inner.length > 16 || (inner.length < 4 && kind !== '法律法规')) return undefined;
	if (!isTelling({ before: withoutCommon(carrier.before), after: withoutCommon(carrier.after) }))
		return undefined;
	if (inner.length > MOST_BLANK)
		return {
			type: 'short-answer',
			stem,
			key: fact.value,
			explanation: explain(place, phrases.fillIs(fact.value)),
			difficulty: 4
		};
	return {
		type: 'fill-in',
		stem: `${carrier.frame}${carrier.before}《____》${carrier.after}。`,
		blanks: 1,
		key: [[inner]],
		explanation: explain(place, phrases.fillIs(fact.value)),
		difficulty: 4
	};
}

/** A quoted name of an activity, a programme or a theme: which of several of its kind. */
export function draftTerm(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const kind = termKind(fact);
	if (
		!kind ||
		/、|[两三四五六七八九十](?:[个种项大]|位一体)|^[一二两三四五六七八九十].{1,2}$/u.test(fact.value)
	)
		return undefined;
	if (isDelicate(fact, place) && /^”?(?:格局|要求|目标|原则|思路|方针|标准|战略|理念)$/u.test(kind.noun))
		return undefined;
	if (isSlip(desk)) return undefined;
	const shown = `“${fact.value}”${kind.outside}`;
	const carrier = carrierOf(fact, place, shown);
	if (!carrier || isListed(carrier) || !isTelling(carrier) || isVague(carrier)) return undefined;
	// 开展借阅推广“春季送书行动”: 哪项行动 stands behind a noun by a 的 only.
	const isInner = kind.outside === '' && !kind.noun.startsWith('以');
	const isBehindNoun = isInner && !endsInVerb(carrier.before);
	const isInOrder = !isBehindNoun || endsInObject(carrier.before);
	const stem = `${carrier.frame}${carrier.before}${isBehindNoun ? '的' : ''}${kind.asked}${carrier.after}？`;
	// A short name behind a noun reads best as a gap.
	// 职工交友联谊示范活动: what is named so closely leaves other activities no chance.
	const isClose = kind.outside.length >= 8;
	const isGap = isClose || (isBehindNoun && fact.value.length <= MOST_BLANK);
	const others = chooseDistractors(
		`“${fact.value}”`,
		// A scrap such as “大支持” passes for no name.
		peers
			.like(fact)
			.flatMap(({ value }) =>
				value.length >= Math.min(4, fact.value.length) && isOfTerm(value) === isOfTerm(fact.value)
					? [`“${value}”`]
					: []
			),
		stem
	);
	const phrases = phrasesFor('zh');
	if (others.length >= 2 && isInOrder && !isGap) {
		return {
			type: 'single-choice',
			stem,
			...mixOptions(`“${fact.value}”`, others, random),
			explanation: explain(place, phrases.answerIs(fact.value)),
			difficulty: 3
		};
	}
	if (fact.value.length > 10 || /[·—\s]/u.test(fact.value) || carrier.before === '') return undefined;
	if (fact.value.length > MOST_BLANK)
		return isInOrder
			? {
					type: 'short-answer',
					stem,
					key: `“${fact.value}”`,
					explanation: explain(place, phrases.fillIs(`“${fact.value}”`)),
					difficulty: 4
				}
			: undefined;
	return {
		type: 'fill-in',
		stem: `${carrier.frame}${carrier.before}“____”${kind.outside}${carrier.after}。`,
		blanks: 1,
		key: [[fact.value]],
		explanation: explain(place, phrases.fillIs(`“${fact.value}”`)),
		difficulty: 4
	};
}

/** Whether the text nearly always writes the name with another letter: whoever knows it would be marked wrong. */
function isSlip({ fact, place: { article }, peers }: Desk): boolean {
	const { value } = fact;
	const near = peers
		.like(fact)
		.filter(
			(peer) =>
				value.length >= 5 &&
				peer.value.length === value.length &&
				[...value].filter((letter, at) => letter !== peer.value[at]).length === 1
		);
	if (near.length === 0) return false;
	const text = article.sections
		.flatMap(({ heading, paragraphs }) => [article.title, heading, ...paragraphs.map((one) => one.text)])
		.join('');
	const timesIn = (name: string) => text.split(name).length - 1;
	return near.some((peer) => timesIn(peer.value) > timesIn(value));
}

/** 安全生产月 is no name for an activity that lasts otherwise. */
const isOfTerm = (name: string) => /[月周日节]$/u.test(name);

/** Cities that pass for each other as the place of a meeting. */
const CITIES =
	'北京 上海 天津 重庆 广州 深圳 杭州 南京 苏州 武汉 成都 西安 郑州 长沙 合肥 南昌 福州 厦门 济南 青岛 沈阳 大连 长春 哈尔滨 石家庄 太原 昆明 贵阳 南宁 海口 三亚 兰州 西宁 银川 拉萨 乌鲁木齐'.split(
		' '
	);

/** Where it was held. */
export function draftPlace(desk: Desk): Draft | undefined {
	const { fact, place, peers, random } = desk;
	const carrier = carrierOf(fact, place, `在${fact.value}`);
	if (!carrier || !isTelling(carrier)) return undefined;
	const stem = `${carrier.frame}${carrier.before}在哪里${carrier.after}？`;
	// A national meeting is held in the capital: nobody needs to have read it.
	if (fact.value === '北京' && /中央|全国|中华|中国|全总/u.test(stem)) return undefined;
	const isCity = CITIES.includes(fact.value);
	// 福建省…在福州: cities of other provinces would be told at a glance.
	if (isCity && /[\u4e00-\u9fff]{2}(?:省|自治区)/u.test(carrier.before + carrier.after)) return undefined;
	const known = peers.like(fact).flatMap(({ value }) => (CITIES.includes(value) === isCity ? [value] : []));
	const cities = isCity ? shuffled(CITIES, random).filter((city) => !fact.sentence.includes(city)) : [];
	const others = chooseDistractors(fact.value, [...known, ...cities], stem);
	if (others.length < 2) return undefined;
	return {
		type: 'single-choice',
		stem,
		...mixOptions(fact.value, others, random),
		explanation: explain(place, phrasesFor('zh').answerIs(fact.value)),
		difficulty: 2
	};
}

/** What is said of every law and every plan. */
function withoutCommon(text: string): string {
	return text.replace(
		/新(?:修改|修订|颁布|出台)的|以习近平新时代中国特色社会主义思想为指导|(?:修改|修订|颁布|出台|公布|发布|实施|施行|学习|宣传|贯彻|落实)+/gu,
		''
	);
}

/** One of several side by side: the others would be right as well. */
function isListed({ before, after }: { before: string; after: string }): boolean {
	return (
		/[、和及与”》]$|”[^，]{0,4}[和与及][^，]{0,6}$/u.test(before) || /^(?:[、和及与“《]|以及|等)/u.test(after)
	);
}

/** 深入贯彻落实《…》 may be said of any law. */
function isDuty({ before, after }: { before: string; after: string }): boolean {
	return (
		/(?:^|[，,；：])(?:要|应|应当|必须)?(?:深入|认真|全面|切实|严格|扎实|积极|大力|坚决|持续|抓好)*(?:学习|宣传|贯彻|落实|执行|实施|遵守|按照|根据|依据|遵照)+$/u.test(
			before
		) && /^(?:[，；。]|等|要求|精神|规定|$)/u.test(after)
	);
}

/** Whether the stretch says enough besides the answer to have only one. */
function isTelling({ before, after }: { before: string; after: string }): boolean {
	return before.length + after.length >= 14;
}

/** 推进哪项工作，… has many answers unless a good deal follows. */
function isVague({ before, after }: { before: string; after: string }): boolean {
	return before.length <= 6 && /^[，。]/u.test(after) && before.length + after.length < 20;
}

function hasOther(sentence: string, title: string): boolean {
	return (sentence.match(/《[^》]*》/gu) ?? []).some(
		(other) => other !== title && titleKind(other) === titleKind(title)
	);
}
