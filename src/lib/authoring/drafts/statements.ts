import type { Random } from '#lib/base/random.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { carrierOf, frameAlways } from './carrier.ts';
import { chooseDistractors, mixOptions } from './choices.ts';
import { explain, type Draft } from './draft.ts';
import { phrasesFor } from './phrases.ts';
import { balanced, isLost, withoutMark } from './referents.ts';

const DEFINED =
	/^(?:本[\u4e00-\u9fff]{1,4}(?:中)?所称的?)?“?(?<term>[\u4e00-\u9fffA-Za-z·]{2,16})”?(?:[，,]?是指|[，,]指(?![出示导挥定明引]))[：:]?(?<meaning>[^。]{8,100})。?$/u;
const DEFINED_ENGLISH = /^[“"](?<term>[^“”"]{3,40})[”"] (?:means|refers to) (?<meaning>.{10,200})\.$/u;

/** A definition, asked for in one's own words; the model answer is the text's. */
export function draftDefinition(sentence: string, place: Place): Draft | undefined {
	const isEnglish = place.document.language === 'en';
	const plain = withoutMark(sentence.replace(/^第[一二三四五六七八九十百\d]+条\s*/u, ''));
	const { term = '', meaning = '' } = (isEnglish ? DEFINED_ENGLISH : DEFINED).exec(plain)?.groups ?? {};
	if (term === '' || !balanced(meaning) || isLost(term) || isLost(meaning) || /^[这那其该它]/u.test(term))
		return undefined;
	const phrases = phrasesFor(place.document.language);
	const frame = isEnglish ? '' : frameAlways(place);
	if (frame === undefined) return undefined;
	return {
		type: 'short-answer',
		stem: `${frame}${phrases.whatIs(term)}`,
		key: meaning,
		explanation: explain(place, phrases.stands(term)),
		difficulty: 3
	};
}

const BY =
	/由(?<who>[\u4e00-\u9fff]{2,18}?)(?<deed>负责|牵头|主管|归口管理|审批|批准|审核|组织实施|承担|保管|登记)/u;
const OFFICE = /(?:部|局|厅|委|办|科|处|室|中心|会|组|公司|单位|部门|人|者|馆|院|校|政府|长|主任|书记|员)$/u;

/** Who is charged with what in a sentence: 由…负责. */
export function whoIsCharged(sentence: string): { who: string; deed: string } | undefined {
	const { who = '', deed = '' } = BY.exec(sentence)?.groups ?? {};
	return OFFICE.test(who) && !/[、和及与或其该本各有]|相关|所在/u.test(who) ? { who, deed } : undefined;
}

/** @param others who else the document charges with something */
export function draftCharge(
	sentence: string,
	place: Place,
	{ others, random }: { others: readonly string[]; random: Random }
): Draft | undefined {
	const charge = whoIsCharged(sentence);
	if (!charge) return undefined;
	const { who, deed } = charge;
	const fact: Fact = {
		id: '',
		kind: 'name',
		value: who,
		sentence,
		paragraph: place.paragraph.id,
		article: place.article.id,
		importance: 2
	};
	const carrier = carrierOf(fact, place, `由${who}${deed}`);
	if (!carrier || (carrier.before + carrier.after).length < 8 || /^的/u.test(carrier.after)) return undefined;
	const asked = (words: string) => `${carrier.frame}${carrier.before}由${words}${deed}${carrier.after}`;
	const wrong = chooseDistractors(who, others, asked(''));
	const phrases = phrasesFor('zh');
	if (wrong.length >= 2)
		return {
			type: 'single-choice',
			stem: `${asked('谁')}？`,
			...mixOptions(who, wrong, random),
			explanation: explain(place, phrases.answerIs(who)),
			difficulty: 3
		};
	return who.length <= 12
		? {
				type: 'fill-in',
				stem: `${asked('____')}。`,
				blanks: 1,
				key: [[who]],
				explanation: explain(place, phrases.fillIs(who)),
				difficulty: 4
			}
		: undefined;
}
