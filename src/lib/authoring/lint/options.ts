import type { Question } from '#lib/question/question.ts';
import { sameForm } from './figure.ts';
import { isEnglish, type Complaint, type ItemRule } from './finding.ts';
import { kindOf, valueOf } from './kind.ts';
import { intervalOf, meets } from './interval.ts';

const OF_THE_OTHERS =
	/^(?:以上|上述)[^，。]{0,4}(?:都|均|全|皆|各项|选项|答案|所有)|^(?:都|均|全部?)(?:是|对|不是|不对|正确|错误)$|^以上都|^(?:没有|无)正确(?:答案|选项)$|^(?:all|none|both|neither|any) of (?:the|these|them)\b|^(?:all|none) (?:are|is) (?:correct|right|true)|^(?:a combination|some) of the above/iu;
const COMBINATION =
	/^(?:[Bb]oth |[Oo]nly |仅|只有)?[A-H](?:\s*(?:[、，,&和与及+]|and|or)\s*[A-H])+\s*(?:都|均|only|are)?(?:对|是|正确|correct|right)?[。.]?$|^(?:仅|只有)?[①-⑩](?:[、，和与]?[①-⑩])+$|^(?:[Oo]nly )?(?:I{1,3}|IV|V)(?:\s*(?:,|and|&)\s*(?:I{1,3}|IV|V))+(?: only)?$|^(?:[（(]\d[）)][、，和与]?){2,}$/u;

/** What is wrong with the options as a set. */
export const OPTION_RULES: readonly ItemRule[] = [
	{ name: 'duplicate-option', severity: 'error', check: duplicateOptions },
	{ name: 'overlapping-option', severity: 'error', check: overlappingOptions },
	{ name: 'unit-type', severity: 'error', check: mixedOptions },
	{
		name: 'all-of-the-above',
		severity: 'error',
		check: (question) =>
			optionsOf(question).flatMap((text, at) =>
				OF_THE_OTHERS.test(text) ? [{ where: `options.${at}`, params: { option: text } }] : []
			)
	},
	{
		name: 'k-type',
		severity: 'error',
		check: (question) =>
			optionsOf(question).flatMap((text, at) =>
				COMBINATION.test(text) ? [{ where: `options.${at}`, params: { option: text } }] : []
			)
	},
	{ name: 'length-cue', severity: 'warning', isGraveAtTimes: true, check: lengthCue },
	{ name: 'grammar-cue', severity: 'error', check: grammarCue },
	{
		name: 'order',
		severity: 'warning',
		check: unordered
	},
	{
		name: 'nothing-to-choose',
		severity: 'warning',
		check: (question) =>
			question.type === 'multiple-choice' && question.key.length === question.options.length
				? [{ where: 'key' }]
				: []
	},
	{
		name: 'single-key',
		severity: 'warning',
		check: (question) =>
			question.type === 'multiple-choice' && question.key.length === 1 ? [{ where: 'key' }] : []
	}
];

function optionsOf(question: Question): readonly string[] {
	return question.type === 'single-choice' || question.type === 'multiple-choice' ? question.options : [];
}

/** Figures and dates are looked for in their order; where one option has no value there is none. */
function unordered(question: Question): Complaint[] {
	if (question.type !== 'single-choice') return [];
	let isOrdered = true;
	let last: number | undefined;
	for (const option of question.options) {
		const value = valueOf(option);
		if (value === undefined) return [];
		if (last !== undefined && value < last) isOrdered = false;
		last = value;
	}
	return isOrdered ? [] : [{ where: 'options' }];
}

/** 1.5亿元 and 15000万元 are one option, 20% and 百分之二十 too; two premises alike cannot be told apart. */
function duplicateOptions(question: Question): Complaint[] {
	const lists: [name: string, texts: readonly string[]][] = [];
	if ('options' in question) lists.push(['options', question.options]);
	if ('premises' in question) lists.push(['premises', question.premises]);
	return lists.flatMap(([name, texts]) => {
		const seen = new Map<string, number>();
		return texts.flatMap((text, at) => {
			const form = sameForm(text);
			const first = seen.get(form);
			seen.set(form, first ?? at);
			return first === undefined
				? []
				: [{ where: `${name}.${at}`, params: { option: text, other: texts[first] ?? '' } }];
		});
	});
}

/**
 * Ranges that share values: whoever is right with one may be right with the other. 10人以上 beside 25人以上
 * is the habit of laws, whose thresholds are asked so: a warning.
 */
function overlappingOptions(question: Question): Complaint[] {
	if (question.type !== 'single-choice') return [];
	const intervals = question.options.map(intervalOf);
	// 超过1亿人 beside 超过2亿人 all the way down: figures that are all given so, and one is.
	const sameWay =
		intervals.every((one) => one?.to === Infinity) || intervals.every((one) => one?.from === -Infinity);
	if (sameWay) return [];
	for (const [at, text] of question.options.entries()) {
		for (let before = 0; before < at; before++) {
			const [one, two] = [intervals[before], intervals[at]];
			const other = question.options[before] ?? '';
			const meet = one !== undefined && two !== undefined && one.unit === two.unit && meets(one, two);
			if (!meet && !isPartOf(text, other) && !isPartOf(other, text)) continue;
			// Twice the same is another rule's business.
			if (sameForm(text) === sameForm(other)) continue;
			const isThreshold = !meet || (one.isOpen && two.isOpen && (one.from === two.from || one.to === two.to));
			return [
				{
					where: `options.${at}`,
					params: { option: text, other },
					severity: isThreshold ? 'warning' : 'error'
				}
			];
		}
	}
	return [];
}

/** 东馆 beside 东馆和西馆: whoever takes the larger has the smaller, too. */
function isPartOf(part: string, whole: string): boolean {
	return (
		part.length >= 2 &&
		whole.length > part.length &&
		whole.includes(part) &&
		!/[、，,]/u.test(part) &&
		whole
			.split(/[、，和与及]|, | and /u)
			.slice(0, 8)
			.some((piece, _, pieces) => pieces.length > 1 && piece.trim() === part)
	);
}

/** Figures of several units, or a name among figures: one can be left out at a glance. */
function mixedOptions(question: Question): Complaint[] {
	if (!('options' in question)) return [];
	// Statements to choose from may well begin with a figure.
	const kinds = question.options.map(kindOf);
	const counts = new Map<string, number>();
	for (const { kind } of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	if (counts.size > 1) {
		const typed = [...counts].filter(([kind]) => kind !== 'text').sort((a, b) => b[1] - a[1]);
		const [most] = typed;
		const isTyped =
			most && (most[1] >= 2 || (most[1] * 2 >= kinds.length && question.type === 'single-choice'));
		const isTitle = most && most[0] === 'title';
		if (isTyped && (!isTitle || question.type === 'single-choice')) {
			const odd = kinds.findIndex(({ kind }) => kind !== most[0]);
			return [{ where: `options.${odd}`, params: { option: question.options[odd] ?? '' } }];
		}
		return typed.some(([kind]) => kind === 'title') && question.type === 'single-choice'
			? [{ where: 'options', params: { option: '《》' } }]
			: [];
	}
	const units = new Set(kinds.map(({ unit }) => unit));
	return units.size > 1 ? [{ where: 'options', params: { option: [...units].join(' / ') } }] : [];
}

/** Above a quarter longer than any other option a key gives itself away; above 60 % plainly so. */
function lengthCue(question: Question): Complaint[] {
	const least = isEnglish(question) ? 14 : 4;
	if (question.type === 'multiple-choice') {
		const isKey = (at: number) => question.key.includes(at);
		const shortest = Math.min(...question.options.filter((_, at) => isKey(at)).map((text) => text.length));
		const longest = Math.max(0, ...question.options.filter((_, at) => !isKey(at)).map((text) => text.length));
		return longest > 0 && shortest - longest >= least && shortest > longest * 1.6
			? [{ where: 'options', params: { length: shortest, longest } }]
			: [];
	}
	if (question.type !== 'single-choice') return [];
	const length = question.options[question.key]?.length ?? 0;
	const longest = Math.max(
		...question.options.filter((_, at) => at !== question.key).map((text) => text.length)
	);
	if (length - longest < least || length <= longest * 1.25) return [];
	return [
		{
			where: `options.${question.key}`,
			params: { length, longest },
			severity: length > longest * 1.6 ? 'error' : 'warning'
		}
	];
}

const HOW_MANY: Readonly<Record<string, number>> = {
	两: 2,
	二: 2,
	三: 3,
	四: 4,
	五: 5,
	two: 2,
	three: 3,
	four: 4,
	five: 5
};

/** What the stem's grammar lets stand, only the key does. */
function grammarCue(question: Question): Complaint[] {
	if (question.type !== 'single-choice') return [];
	const fits = (fit: (text: string) => boolean, word: string): Complaint[] => {
		const fitting = question.options.map(fit);
		const isCue = fitting[question.key] === true && fitting.filter(Boolean).length === 1;
		return isCue ? [{ where: `options.${question.key}`, params: { word } }] : [];
	};
	const { stem } = question;
	const asked =
		/哪(?<zh>[两二三四五])[个项家位名种条类]|\b(?:which|what) (?<en>two|three|four|five)\b/iu.exec(
			stem
		)?.groups;
	const many = HOW_MANY[(asked?.zh ?? asked?.en ?? '').toLowerCase()];
	if (many !== undefined) {
		const found = fits(
			(text) => text.split(/[、，和与及]|, (?:and )?| and /u).length === many,
			asked?.zh ?? asked?.en ?? ''
		);
		if (found.length > 0) return found;
	}
	if (!isEnglish(question)) return fits((text) => /[。.]$/u.test(text), '。');
	const article = /\b(?<article>an?)(?:\s*_{2,}|\s*[:：]?)\s*[.?]?$/iu
		.exec(stem.trim())
		?.groups?.article?.toLowerCase();
	if (article !== undefined) {
		const found = fits((text) => opensWithVowel(text) === (article === 'an'), article);
		if (found.length > 0) return found;
	}
	const verb =
		/^(?:which|what|who)(?: [a-z]+)? (?<verb>are|were|is|was)\b|\b(?<last>are|were|is|was)\s*(?:_{2,})?[.:?]?$/iu.exec(
			stem.trim()
		)?.groups;
	const word = (verb?.verb ?? verb?.last ?? '').toLowerCase();
	if (word === '') return fits((text) => text.split(' ').length > 3 && /[a-z]{4}\.$/u.test(text), '.');
	const isPlural = word === 'are' || word === 'were';
	return fits((text) => /\band\b|(?<!s|u|i)s$/iu.test(text.trim()) === isPlural, word);
}

function opensWithVowel(text: string): boolean {
	return (
		/^(?:hour|honest|heir|honou?r)/iu.test(text) ||
		(/^[aeiou]/iu.test(text) && !/^(?:uni|eu|one\b|once\b|us[aei])/iu.test(text))
	);
}
