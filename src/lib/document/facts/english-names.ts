import type { Mention } from './mention.ts';

const WORD = "[A-Z][a-zA-Z'’.-]*";
const LINK = '(?:of|and|for|the|on|de|von|van|&)';
const PERSON = new RegExp(
	`\\b(?<office>Mr|Ms|Mrs|Dr|Prof|President|Vice-President|Director|Minister|Professor|Chair|Chairman|Chairwoman|Chairperson|Secretary|Secretary-General|Senator|Judge|Governor|Mayor|Prime Minister|Treasurer|Commissioner|Ambassador)\\.? (?<name>[A-Z][a-z’'-]+(?: [A-Z]\\.)?(?: [A-Z][a-z’'-]+){0,2})` +
		`|(?<speaker>[A-Z][a-z]+ (?:[A-Z]\\. )?[A-Z][a-z’'-]+),? (?=said|says|wrote|argued|explained|told|added|announced|(?:was|has been|is) (?:re-)?(?:elected|appointed|named|nominated)|founded|invented|discovered|chaired)`,
	'gu'
);
const BODY_NOUN =
	'University|Institute|Institution|Organization|Organisation|Commission|Council|Committee|Agency|Bank|Union|Federation|Association|Ministry|Department|Authority|Board|Court|Parliament|Congress|Assembly|Foundation|Society|Corporation|Company|Trust|Office|Fund|Bureau|Centre|Center|Programme|Program|Chamber|Inspectorate|Nations';
const BODY = new RegExp(
	`(?<![\\w“"])(?<name>(?:${WORD} (?:${LINK} )?){1,5}(?:${BODY_NOUN})(?: (?:of|for|on) (?:the )?${WORD}(?: (?:and )?${WORD}){0,3})?|(?:${BODY_NOUN}) (?:of|for|on) (?:the )?${WORD}(?: (?:and )?${WORD}){0,3})(?!\\w)`,
	'gu'
);
const TITLE = new RegExp(
	`(?<![\\w“"])(?<name>(?:(?:${WORD}|\\([A-Z][^()]{2,40}\\)) (?:${LINK} )*){1,8}(?:Act|Code|Convention|Charter|Directive|Regulations?|Treaty|Declaration|Protocol|Constitution|Agreement|Ordinance|Covenant)(?:,? (?:of )?(?:1[5-9]|20)\\d\\d)?|(?:Convention|Charter|Declaration|Treaty|Covenant|Constitution) (?:of|on|for) (?:the )?${WORD}(?: (?:(?:of|and|the) )*${WORD}){0,5})(?!\\w)`,
	'gu'
);
const HELD =
	/\b(?:held|took place|take place|takes place|met|meets|signed|launched|opened|founded|founded|convened|born|hosted|headquartered|based) (?:in|at) (?<place>(?:the )?[A-Z][\w’'-]+(?:,? (?:of )?[A-Z][\w’'-]+){0,4})/gu;
/** A capital that only begins the sentence. */
const OPENING =
	/^(?:The|A|An|In|On|At|This|That|These|Those|Each|Every|Any|All|No|Our|Its|Their|When|Where|If|Under|By|For|From|As|And|But)\b ?/u;

/** Persons with an office or a verb of speech, bodies, laws and treaties, and where something was held. */
export function findEnglishNames(sentence: string): Mention[] {
	const found: Mention[] = [];
	const add = (kind: Mention['kind'], name: string, at: number, office?: string) => {
		const cut = OPENING.exec(name)?.[0].length ?? 0;
		const value = name.slice(cut).trim();
		if (!/ /u.test(value) && kind !== 'place' && office === undefined) return;
		if (value.length < 2) return;
		found.push({
			kind,
			value,
			...(office !== undefined && { office }),
			start: at + cut,
			end: at + cut + value.length
		});
	};
	for (const match of sentence.matchAll(TITLE)) add('title', match.groups?.name ?? '', match.index);
	for (const match of sentence.matchAll(PERSON)) {
		const { office, name, speaker } = match.groups ?? {};
		const value = name ?? speaker ?? '';
		add('name', value, match.index + match[0].indexOf(value), office);
	}
	for (const match of sentence.matchAll(HELD)) {
		const value = match.groups?.place ?? '';
		add('place', value, match.index + match[0].lastIndexOf(value));
	}
	for (const match of sentence.matchAll(BODY)) add('name', match.groups?.name ?? '', match.index);
	return found;
}
