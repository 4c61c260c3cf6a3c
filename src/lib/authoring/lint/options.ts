import type { Question } from '#lib/question/question.ts';
import { readFigure, sameForm } from './figure.ts';
import { isEnglish, type Complaint, type ItemRule } from './finding.ts';

const NO_OPTION_OF_ITS_OWN =
	/^(?:以上|上述)[^，。]{0,4}(?:都|均|全|皆|各项|选项|答案|所有)|^(?:都|均|全部?)(?:是|对|不是|不对|正确|错误)$|^[A-Ha-h](?:[、，,和与及\s]+[A-Ha-h])+(?:都|均|$)|^[①-⑩]{2,}$|^(?:all|none|both) of the|^以上都/iu;
const ORDER_CUE =
	/顺序|先后|依次|次序|排序|排列|从[^，。]{1,12}到|由[^，。]{1,12}[到至]|时间|早到晚|步骤|流程|\b(?:order|sequence|chronolog|earliest|latest|steps?)\w*/iu;

/** What is wrong with the options as a set. */
export const OPTION_RULES: readonly ItemRule[] = [
	{ name: 'duplicate-option', severity: 'error', check: duplicateOptions },
	{ name: 'unit-type', severity: 'error', check: mixedOptions },
	{
		name: 'all-of-the-above',
		severity: 'error',
		check: (question) =>
			optionsOf(question).flatMap((text, at) =>
				NO_OPTION_OF_ITS_OWN.test(text) ? [{ where: `options.${at}`, params: { option: text } }] : []
			)
	},
	{ name: 'length-cue', severity: 'warning', check: lengthCue },
	{
		name: 'order',
		severity: 'warning',
		check(question) {
			if (question.type !== 'single-choice') return [];
			const values = question.options.map(valueOf);
			if (!values.every((value) => value !== undefined)) return [];
			return values.every((value, at) => at === 0 || value >= (values[at - 1] ?? value))
				? []
				: [{ where: 'options' }];
		}
	},
	{
		name: 'order-cue',
		severity: 'error',
		check: (question) =>
			question.type === 'ordering' && !ORDER_CUE.test(question.stem) ? [{ where: 'stem' }] : []
	},
	{
		name: 'nothing-to-choose',
		severity: 'warning',
		check: (question) =>
			question.type === 'multiple-choice' && question.key.length === question.options.length
				? [{ where: 'key' }]
				: []
	}
];

function optionsOf(question: Question): readonly string[] {
	return question.type === 'single-choice' || question.type === 'multiple-choice' ? question.options : [];
}

/** 1.5亿元 and 15000万元 are one option, 20% and 百分之二十 too; 约20% beside 20% is a trick. */
function duplicateOptions(question: Question): Complaint[] {
	const seen = new Map<string, number>();
	const texts = 'options' in question && question.type !== 'matching' ? question.options : [];
	return texts.flatMap((text, at) => {
		const key = sameForm(text);
		const first = seen.get(key);
		if (first === undefined) {
			seen.set(key, at);
			return [];
		}
		return [{ where: `options.${at}`, params: { option: text, other: texts[first] ?? '' } }];
	});
}

/** Figures of several units, or a name among figures: one can be left out at a glance. */
function mixedOptions(question: Question): Complaint[] {
	if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return [];
	const figures = question.options.map(readFigure);
	const known = figures.filter((figure) => figure !== undefined);
	if (known.length >= 2 && known.length < figures.length) {
		const odd = figures.findIndex((figure) => figure === undefined);
		return [{ where: `options.${odd}`, params: { option: question.options[odd] ?? '' } }];
	}
	const units = new Set(known.map((figure) => figure.unit));
	if (known.length === figures.length && units.size > 1)
		return [{ where: 'options', params: { option: [...units].join(' / ') } }];
	const titled = question.options.filter((text) => /^《.*》$/u.test(text)).length;
	return titled > 0 && titled < question.options.length && question.type === 'single-choice'
		? [{ where: 'options', params: { option: '《》' } }]
		: [];
}

/** Above a quarter longer than any other option a key gives itself away; above 60 % plainly so. */
function lengthCue(question: Question): Complaint[] {
	if (question.type !== 'single-choice') return [];
	const length = question.options[question.key]?.length ?? 0;
	const longest = Math.max(
		...question.options.filter((_, at) => at !== question.key).map((text) => text.length)
	);
	const least = isEnglish(question) ? 14 : 4;
	if (length - longest < least || length <= longest * 1.25) return [];
	return [
		{
			where: `options.${question.key}`,
			params: { length, longest },
			severity: length > longest * 1.6 ? 'error' : 'warning'
		}
	];
}

/** The place of a figure or a date among its like. */
function valueOf(text: string): number | undefined {
	const date = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?/u.exec(text.normalize('NFKC'));
	const [, year, month, day] = date ?? [];
	if (year !== undefined || (month !== undefined && day !== undefined)) {
		return Number(year ?? 0) * 10_000 + Number(month ?? 0) * 100 + Number(day ?? 0);
	}
	return readFigure(text)?.value;
}
