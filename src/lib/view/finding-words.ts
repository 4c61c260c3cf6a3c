import type { Finding } from '#lib/authoring/lint/finding.ts';
import type lint from '#lib/i18n/locales/zh-CN/lint.json';
import type { Translate } from '#lib/i18n/translate.ts';

/** A finding in plain words. */
export function findingSentence(t: Translate, { rule, params }: Finding): string {
	return hasWords(rule) ? t(`lint:${rule}`, { replace: { ...params } }) : rule;
}

/** Every rule has its words: `authoring/lint-words.test.ts` holds the locale files to it. */
function hasWords(rule: string): rule is keyof typeof lint {
	return rule !== '';
}

/** The findings about some of the fields: `options.2` is the third option, `options` concerns them all. */
export function findingsAt(findings: readonly Finding[], ...wheres: readonly string[]): Finding[] {
	return findings.filter(({ where }) => wheres.includes(where));
}
