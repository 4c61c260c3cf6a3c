import * as v from 'valibot';
import type { Language } from './language.ts';
import commonEn from './locales/en/common.json';
import shareEn from './locales/en/share.json';
import common from './locales/zh-CN/common.json';
import share from './locales/zh-CN/share.json';

const KEYS = [
	'brand',
	'titleEnd',
	'toToday',
	'tryAgain',
	'type-single-choice',
	'type-multiple-choice',
	'type-true-false',
	'type-fill-in',
	'type-numeric',
	'type-ordering',
	'type-matching',
	'type-short-answer',
	'judgedTrue',
	'judgedFalse',
	'yourAnswer',
	'yourNumber',
	'yourNumberIn',
	'blankNumber',
	'pickOne',
	'matchOptions',
	'setFrom',
	'setAt',
	'setSteps',
	'setCheck',
	'setWaitingBefore',
	'setWaitingAfter',
	'setWaitingEnd',
	'setNoScript',
	'setPickPlace',
	'setMissing',
	'setMissingText',
	'setWithdrawn',
	'setWithdrawnText',
	'setTrouble',
	'setTroubleText',
	'setKept',
	'setKeeping',
	'setNotKept'
] as const satisfies (keyof typeof common | keyof typeof share)[];
/** Takes these out of all there are. */
const SetWordsSchema = v.object(v.entriesFromList(KEYS, v.string()));
export type SetWords = v.InferOutput<typeof SetWordsSchema>;

/** The words of a shared set's page, up to its result. */
export function setWords(language: Language): SetWords {
	return v.parse(SetWordsSchema, language === 'en' ? { ...commonEn, ...shareEn } : { ...common, ...share });
}
