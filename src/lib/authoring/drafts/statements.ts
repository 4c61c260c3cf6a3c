import { shuffled, type Random } from '#lib/base/random.ts';
import { clausesOf } from '#lib/document/facts/lists.ts';
import type { Fact } from '#lib/document/document.ts';
import type { Place } from '../place.ts';
import { carrierOf } from './carrier.ts';
import { frameAlways } from './frame.ts';
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
	const { term = '', meaning: said = '' } = (isEnglish ? DEFINED_ENGLISH : DEFINED).exec(plain)?.groups ?? {};
	// 等额选举是指…；差额选举是指…: the second is another term.
	const meaning = said.split(/；(?=[^；]*(?:是指|，指))/u)[0] ?? '';
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
	/由(?<who>[\u4e00-\u9fff]{2,18}?)(?<deed>负责|牵头|主管|归口管理|审批|批准|审核|任命|组织实施|承担|保管|登记)/gu;
const OFFICE =
	/(?:部|局|厅|委|办|科|处|室|中心|会|组|公司|单位|部门|人|者|馆|院|校|政府|长|主任|书记|员|经理)$/u;

/** Who is charged with what: 由…负责. */
export interface Charge {
	who: string;
	deed: string;
}

/** Every charge a sentence gives. */
export function chargesIn(sentence: string): Charge[] {
	if (!sentence.includes('由')) return [];
	return [...sentence.matchAll(BY)].flatMap(({ groups: { who = '', deed = '' } = {} }) =>
		OFFICE.test(who) && !/[、和及与或其该本各有]|相关|所在/u.test(who) ? [{ who, deed }] : []
	);
}

/** @param others who else the document charges with something */
export function draftCharge(
	sentence: string,
	place: Place,
	{ charge, others, random }: { charge: Charge; others: readonly string[]; random: Random }
): Draft | undefined {
	const { who, deed } = charge;
	const shown = `由${who}${deed}`;
	// The charges before it in the sentence are questions of their own.
	const clause = clausesOf(sentence).find(({ text }) => text.indexOf(shown) >= 4)?.text;
	const fact: Fact = {
		id: '',
		kind: 'name',
		value: who,
		sentence: (clause ?? sentence).replace(/^答[：:]\s*/u, ''),
		paragraph: place.paragraph.id,
		article: place.article.id,
		importance: 2
	};
	const carrier = carrierOf(fact, place, shown);
	if (!carrier || (carrier.before + carrier.after).length < 5 || /^的/u.test(carrier.after)) return undefined;
	const asked = (words: string) => `${carrier.frame}${carrier.before}由${words}${deed}${carrier.after}`;
	const alike = others.filter((other) => other.at(-1) === who.at(-1));
	const wrong = chooseDistractors(who, alike.length >= 2 ? alike : others, asked(''));
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

const STEP = /^(?:首先|先|其次|再次|再|然后|随后|接着|最后)(?=[\u4e00-\u9fff])/u;
const PROCEDURE = /应当?|流程|程序|步骤|顺序|时，/u;

/** Steps of a procedure that a sentence puts one after the other: 先…，然后…，再…，最后…. */
export function draftSteps(sentence: string, place: Place, random: Random): Draft | undefined {
	if (!/最后|然后|再次/u.test(sentence) || !PROCEDURE.test(sentence)) return undefined;
	const clauses = withoutMark(sentence)
		.replace(/[。！]$/u, '')
		.split(/[，；]/u);
	const at = clauses.findIndex((clause) => /首先|先(?!进|后|行|锋|生)/u.test(clause));
	const first = /^(?<lead>.*?)(?:首先|先)(?<step>[^先]{4,})$/u.exec(clauses[at] ?? '')?.groups;
	const rest = clauses.slice(at + 1);
	const frame = frameAlways(place);
	if (!first || rest.length < 2 || !rest.every((clause) => STEP.test(clause)) || frame === undefined)
		return undefined;
	const steps = [first.step ?? '', ...rest.map((clause) => clause.replace(STEP, ''))];
	const lead = [...clauses.slice(0, at), first.lead ?? ''].join('，').replace(/(?:应当?|要|必须)$/u, '');
	const isClear = steps.every((step) => step.length >= 3 && step.length <= 30 && balanced(step));
	if (!isClear || new Set(steps).size !== steps.length || lead.length < 4 || lead.length > 50 || isLost(lead))
		return undefined;
	const options = shuffled(steps, random);
	return {
		type: 'ordering',
		stem: `${frame}${lead}应当怎样做？请把下列步骤按先后顺序排列。`,
		options,
		key: steps.map((step) => options.indexOf(step)),
		explanation: explain(place, phrasesFor('zh').contains(steps, false)),
		difficulty: 3
	};
}
