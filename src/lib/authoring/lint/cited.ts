import type { Question } from '#lib/question/question.ts';
import { readNumeral } from '#lib/document/facts/numeral.ts';
import { readFigure, sameForm } from './figure.ts';
import { squeeze, type Complaint, type ItemRule, type LintContext } from './finding.ts';
import { compose, isDigitCode, POINT } from './letters.ts';
import { dice, termsOf, type Term } from './likeness.ts';
import type { SourceSentence } from './sources.ts';

const AMONG_NOT =
	/不属于|不包括|不包含|没有提到|未提到|未包括|不在其列|不在其中|哪[一些]?[项个]不是|除[^，。]{1,20}[之以]?外|\b(?:not|except)\b/iu;

/** What is wrong between a question and the text that proves it. */
export const CITED_RULES: readonly ItemRule[] = [
	{ name: 'open-list', severity: 'error', check: openList },
	{ name: 'sensitive', severity: 'error', check: sensitive },
	{ name: 'approximation', severity: 'error', check: approximation },
	{ name: 'source-conflict', severity: 'error', check: sourceConflict },
	{ name: 'key-also-true', severity: 'error', check: keyAlsoTrue }
];

function citedSentence({ source }: Question): string {
	return source?.sentence ?? source?.facts?.join('；') ?? '';
}

/** “Which is not among them” has no answer where the source breaks its list off with 等. */
function openList(question: Question): Complaint[] {
	if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return [];
	return AMONG_NOT.test(question.stem) && isOpenList(citedSentence(question)) ? [{ where: 'stem' }] : [];
}

/** 甲、乙、丙等3家 is closed again by its count. */
function isOpenList(sentence: string): boolean {
	if (/\b(?:such as|including|e\.g\.|for example)\b|, (?:etc|and so on|among others)\b/iu.test(sentence))
		return true;
	for (const match of sentence.matchAll(
		/(?<list>[^，。；：]*、[^。；]{1,40}?)(?<![平同高中初上下对优均])等(?![级候于待同距价])(?<count>\d+|[两二三四五六七八九十]+)?/gu
	)) {
		const count = match.groups?.count;
		const items = (match.groups?.list ?? '').split(/[、和]/u).length;
		if (count === undefined || readNumeral(count) !== items) return true;
	}
	return false;
}

const SPEECH =
	/(?:指出|强调|要求|表示|指示|批示|讲话|讲到|写道|提出|说)(?=[，：:“]|要|，)|总书记|主席(?:指出|强调)|主义思想|\b(?:said|says|stated|stressed|declared|noted|emphasi[sz]ed|remarked|warned|announced) (?:that|:|,|“|")/iu;
const LAW =
	/两个确立|两个维护|四个意识|四个自信|宪法|党章|《[^》]*(?:法|条例|办法|规定|章程|决议|决定|公报|宣言|细则|准则)》[^，。]{0,8}(?:规定|指出|明确|要求|提出|写明|载明|强调|写入)|第[一二三四五六七八九十百零〇\d]{1,5}条|(?:决议|公报|法律|章程|条例)(?:规定|指出|提出|明确|要求|强调|写明)|\b(?:Article|Section) \d+|\b(?:[Tt]he|[Tt]his) (?:[A-Z]\w+ )*(?:Act|Law|Constitution|Charter|Resolution|Convention|Code)\b[^.]{0,20}\b(?:provides|states|requires|says|stipulates|declares|prohibits)/u;
const BLANK = /_{2,}|（\s*）|\(\s*\)|……/u;
/** A blank inside what somebody is quoted with: the wrong options put other words into a mouth. */
const BLANK_IN_WORDS =
	/(?:指出|强调|要求|表示|指示|讲到|写道|提出|说|规定|明确)[^“”]{0,12}“[^”]*(?:_{2,}|（\s*）|\(\s*\)|……)[^”]*”|\b(?:said|says|stated|stressed|declared|provides|states)\b[^“”"]{0,20}["“][^"”]*_{2,}/u;

/** Words of a law, a resolution or a person turned into something false. */
function sensitive(question: Question): Complaint[] {
	const { stem } = question;
	if (question.type === 'true-false') {
		if (question.key) return [];
		const match = LAW.exec(stem) ?? SPEECH.exec(stem);
		if (match)
			return [
				{ where: 'stem', range: [match.index, match.index + match[0].length], params: { word: match[0] } }
			];
		return alteredQuotation(question);
	}
	if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return [];
	const match = BLANK.test(stem) ? BLANK_IN_WORDS.exec(stem) : null;
	return match
		? [{ where: 'stem', range: [match.index, match.index + match[0].length], params: { word: match[0] } }]
		: [];
}

/** A quotation in a false statement that the cited sentence has nearly, but not quite so. */
function alteredQuotation({ stem, source }: Question): Complaint[] {
	const quoted = [...(source?.sentence ?? '').matchAll(/“([^”]{6,})”/gu)].map(([, words = '']) =>
		squeeze(words)
	);
	for (const match of stem.matchAll(/“([^”]{6,})”/gu)) {
		const words = squeeze(match[1] ?? '');
		if (quoted.some((one) => one !== words && !one.includes(words) && dice(one, words) >= 0.5))
			return [
				{ where: 'stem', range: [match.index, match.index + match[0].length], params: { word: match[0] } }
			];
	}
	return [];
}

const ROUGH_BEFORE =
	/(?:约|大约|近|超过?|逾|多达|不足|不到|将近|接近|突破|\b(?:about|around|nearly|almost|over|more than|some|roughly|approximately|up to|at least))\s*$/iu;
const ROUGH_WORD =
	/约|近(?!年|日|期|代|来)|超|逾|余|多(?!少)|不足|不到|以[上下]|不[低高少多]于|最[低高少多]|[上下]限|至[少多]|接近|突破|大概|\b(?:about|around|nearly|almost|over|more than|roughly|approximately|at least|some)\b/iu;

/** 约1500 in the source and 1500 in the key: whoever knows it better is wrong. */
function approximation(question: Question): Complaint[] {
	const figures = exactFigures(question);
	const sentence = figures.length === 0 ? '' : compose(citedSentence(question));
	if (sentence === '' || ROUGH_WORD.test(compose(question.stem))) return [];
	for (const { text, where } of figures) {
		const digits = /\d[\d,.]*\d|\d/u.exec(compose(text))?.[0];
		if (digits === undefined || ROUGH_WORD.test(text)) continue;
		const stands = standsAt(sentence, digits);
		if (stands.length > 0 && stands.every((at) => isRoughAt(sentence, at, digits.length)))
			return [{ where, params: { figure: digits } }];
	}
	return [];
}

/** Where a figure stands by itself: 500 not in 1500, 500.5 or 5000. */
function standsAt(sentence: string, digits: string): number[] {
	const found: number[] = [];
	for (let at = sentence.indexOf(digits); at >= 0;) {
		const end = at + digits.length;
		const before = sentence.charCodeAt(at - 1);
		const isPart =
			isDigitCode(before) ||
			before === POINT ||
			isDigitCode(sentence.charCodeAt(end)) ||
			(sentence.charCodeAt(end) === POINT && isDigitCode(sentence.charCodeAt(end + 1)));
		if (!isPart) found.push(at);
		at = sentence.indexOf(digits, isPart ? at + 1 : end);
	}
	return found;
}

function isRoughAt(sentence: string, at: number, length: number): boolean {
	return (
		ROUGH_BEFORE.test(sentence.slice(Math.max(0, at - 12), at)) ||
		/^[百千万亿]*(?:余|多(?!少)|来(?=[个人名家])|几(?=[个人名家]))|^[百千万亿]*[^\d，。、；]{1,3}(?:以上|左右|上下)/u.test(
			sentence.slice(at + length, at + length + 8)
		)
	);
}

/** The figures a question holds to be exactly right. */
function exactFigures(question: Question): { text: string; where: string }[] {
	switch (question.type) {
		case 'single-choice': {
			const text = question.options[question.key] ?? '';
			const figure = readFigure(text);
			// When every option says 约, so does the answer.
			return figure && !figure.isRough ? [{ text, where: `options.${question.key}` }] : [];
		}
		case 'numeric':
			return question.key.tolerance ? [] : [{ text: String(question.key.value), where: 'key' }];
		case 'fill-in':
			return question.key.flatMap((accepted, at) =>
				accepted.some((text) => ROUGH_WORD.test(text))
					? []
					: [{ text: accepted[0] ?? '', where: `key.${at}` }]
			);
		case 'true-false':
			return [...compose(question.stem).matchAll(/\d[\d,.]*\d|\d/gu)].map(([text]) => ({
				text,
				where: 'stem'
			}));
		default:
			return [];
	}
}

/** A figure or a count on which the document itself is not of one mind. */
function sourceConflict(question: Question, { sources }: LintContext): Complaint[] {
	const warnings = sources?.citedBy(question)?.warnings ?? [];
	if (warnings.length === 0) return [];
	const sentence = squeeze(citedSentence(question));
	const said = squeeze([question.stem, ...keyWords(question)].join(' '));
	for (const warning of warnings) {
		if (warning.type === 'Unbalanced') continue;
		if (warning.type === 'Misprint') {
			const shown = 'options' in question ? question.options : [];
			const answer = question.type === 'short-answer' ? question.key : '';
			if (said.includes(warning.written) || [...shown, answer].some((text) => text.includes(warning.written)))
				return [{ where: 'key', params: { sentence: warning.where.slice(0, 60) } }];
			continue;
		}
		const where = squeeze(warning.where);
		const isThere = sentence.length >= 6 && (where.includes(sentence) || sentence.includes(where));
		const values =
			warning.type === 'TwoValues'
				? warning.values
				: warning.type === 'PartsDoNotSum'
					? [String(warning.total), String(warning.sum)]
					: [];
		const asksIt =
			warning.type === 'TwoValues'
				? (isThere || alikeMeasure(warning.measure, question)) &&
					values.some((value) => said.includes(squeeze(value)))
				: warning.type === 'CountMismatch'
					? isThere &&
						(question.type === 'multiple-choice' ||
							question.type === 'ordering' ||
							namesCount(said, warning.announced, warning.found))
					: isThere && /\d/u.test(keyWords(question).join(''));
		if (asksIt) return [{ where: 'key', params: { sentence: warning.where.slice(0, 60) } }];
	}
	return [];
}

function alikeMeasure(measure: string, question: Question): boolean {
	const terms = termsOf(measure.replace('…', ' '));
	const stem = termsOf(question.stem);
	let shared = 0;
	for (const term of terms) if (stem.has(term)) shared++;
	return terms.size > 0 && shared / terms.size >= 0.5;
}

function namesCount(said: string, ...counts: readonly number[]): boolean {
	return counts.some((count) =>
		new RegExp(
			`(?<!\\d)${count}(?!\\d)|[${'〇一二三四五六七八九十'[count] ?? '◯'}](?=[个项条点强])`,
			'u'
		).test(said)
	);
}

function keyWords(question: Question): string[] {
	switch (question.type) {
		case 'single-choice':
			return [question.options[question.key] ?? ''];
		case 'multiple-choice':
			return question.key.map((at) => question.options[at] ?? '');
		case 'fill-in':
			return question.key.map(([first]) => first ?? '');
		case 'numeric':
			return [`${question.key.value}${question.key.unit ?? ''}`];
		default:
			return [];
	}
}

/** 哪家单位, 哪个乡: the kind of the answer, which a statement leaves out. */
const ASKED_KIND =
	/(?<=哪[一几]?[个家项位座种条件份类级]?|什么)(?:单位|机构|部门|企业|公司|城市|地方|荣誉|称号|工作|行动|活动|方面|[乡镇县市省州村区])/gu;
/** From here on a sentence speaks of what the stem asks. */
const SAME_MATTER = 0.8;
const MOST_SENTENCES = 40;

/**
 * A wrong option that the document says is right (DRAFTING §2): in another sentence that speaks of all the
 * stem names, or side by side with the key in the cited one.
 */
function keyAlsoTrue(question: Question, { sources }: LintContext): Complaint[] {
	if (question.type !== 'single-choice') return [];
	const cited = sources?.citedBy(question);
	if (!cited || AMONG_NOT.test(question.stem)) return [];
	const key = question.options[question.key] ?? '';
	const keyForm = sameForm(key);
	const sentence = compose(question.source?.sentence ?? '');
	const printed = compose(key);
	// Figures stand side by side as values of different things.
	const mayBeBeside = sentence.includes(printed) && !readFigure(printed);
	let asked: ReadonlySet<Term> | undefined;
	for (const [at, option] of question.options.entries()) {
		if (at === question.key || option.length < 2) continue;
		const complaint = [{ where: `options.${at}`, params: { option } }];
		if (mayBeBeside && isBeside(sentence, printed, compose(option))) {
			if (sameForm(option) !== keyForm) return complaint;
			continue;
		}
		const told = cited.stating(option);
		if (told.length === 0) continue;
		asked ??= termsOf(question.stem.replace(ASKED_KIND, ' '));
		if (asked.size < 4 || sameForm(option) === keyForm) continue;
		if (isTrueElsewhere(question, { told, asked, key: squeeze(key), option: squeeze(option) }))
			return complaint;
	}
	return [];
}

/** Whether another sentence that states the option, but not the key, speaks of all that is asked. */
function isTrueElsewhere(
	{ source }: Question,
	{
		told,
		asked,
		key,
		option
	}: { told: readonly SourceSentence[]; asked: ReadonlySet<Term>; key: string; option: string }
): boolean {
	return told
		.slice(0, MOST_SENTENCES)
		.some(
			({ text, plain, terms }) =>
				text !== source?.sentence &&
				!plain.includes(key) &&
				!insideFigure(plain, option) &&
				covers(terms(), asked)
		);
}

const JOINTS = ['、', '和', '与', '及', '以及', ' and ', ', '];

/** 甲、乙: both are named alike. */
function isBeside(sentence: string, key: string, option: string): boolean {
	return (
		sentence.includes(option) &&
		JOINTS.some((joint) => sentence.includes(key + joint + option) || sentence.includes(option + joint + key))
	);
}

function insideFigure(plain: string, option: string): boolean {
	return /^\d/u.test(option) && /[\d.]/u.test(plain[plain.indexOf(option) - 1] ?? '');
}

function covers(terms: ReadonlySet<Term>, asked: ReadonlySet<Term>): boolean {
	let shared = 0;
	for (const term of asked) if (terms.has(term)) shared++;
	return shared >= asked.size * SAME_MATTER;
}
