import type { Finding } from '#lib/authoring/lint/finding.ts';
import type lint from '#lib/i18n/locales/zh-CN/lint.json';
import type { Translate } from '#lib/i18n/translate.ts';

/** A finding in plain words. */
export function findingSentence(t: Translate, { rule, params }: Finding): string {
	if (rule === GIVES_AWAY) return t('review:givesAway', { replace: { ...params } });
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

const GIVES_AWAY = 'gives-away';
const LONGEST_NAME = 24;

/** Names other questions by how they begin, not by their ids, as seen from the question with this id. */
export function named(finding: Finding, id: string, stemOf: (id: string) => string | undefined): Finding {
	if (finding.params?.other === undefined) return finding;
	const isOfOther = finding.question !== id;
	const other = isOfOther ? finding.question : String(finding.params.other);
	const stem = stemOf(other) ?? other;
	return {
		...finding,
		...(isOfOther && { rule: GIVES_AWAY, where: 'stem' }),
		params: {
			...finding.params,
			other: `“${stem.length > LONGEST_NAME ? `${stem.slice(0, LONGEST_NAME)}…` : stem}”`
		}
	};
}
