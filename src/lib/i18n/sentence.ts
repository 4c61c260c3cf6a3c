import type common from './locales/zh-CN/common.json';
import type sentences from './locales/zh-CN/sentence.json';
import type { Translate } from './translate.ts';

/**
 * What a domain answers instead of doing something, or warns of. Its `type` must have a sentence of its
 * own: a new refusal without one does not compile where it is to be said.
 */
export interface Sayable {
	type: Exclude<keyof typeof sentences, `format-${string}`>;
	questionType?: QuestionTypeWord;
	/** What a file that is no text looks like. */
	format?: FormatWord;
	/** Seconds. */
	retryAfter?: number;
}

type AfterType<Key> = Key extends `type-${infer Type}` ? Type : never;
type QuestionTypeWord = AfterType<keyof typeof common>;
type AfterFormat<Key> = Key extends `format-${infer Format}` ? Format : never;
type FormatWord = AfterFormat<keyof typeof sentences>;

/** The one map from refusals and warnings to words; their fields fill the blanks of the sentence. */
export function sentenceOf(t: Translate, said: Sayable): string {
	const blanks = Object.fromEntries(
		Object.entries(said).map(([field, value]) => [field, sayField(t, field, value)])
	);
	if (said.questionType) blanks.questionType = t(`type-${said.questionType}`);
	if (said.format) blanks.format = t(`sentence:format-${said.format}`);
	if (said.retryAfter !== undefined) blanks.wait = sayWait(t, said.retryAfter);
	return t(`sentence:${said.type}`, { replace: blanks });
}

function sayField(t: Translate, field: string, value: unknown): string {
	if (/^(bytes|most)$/.test(field)) return sayBytes(Number(value));
	return Array.isArray(value) ? value.map(String).join(t('listComma')) : String(value);
}

/** Rounded up, so that trying again afterwards does help. */
function sayWait(t: Translate, seconds: number): string {
	return seconds < 60
		? t('seconds', { count: Math.ceil(seconds) })
		: t('minutes', { count: Math.ceil(seconds / 60) });
}

/** 1 MB is 1,000,000 bytes, as phones count it; two figures are enough. */
export function sayBytes(bytes: number): string {
	const steps = ['B', 'KB', 'MB', 'GB'];
	let amount = bytes;
	let step = 0;
	while (amount >= 999.5 && step < steps.length - 1) {
		amount /= 1000;
		step += 1;
	}
	return `${step > 0 && amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${steps[step] ?? ''}`;
}
