import { seededRandom } from '#lib/base/random.ts';
import type { Article, Section } from '#lib/document/document.ts';
import { splitSentences } from '#lib/document/sentences.ts';
import { announcedIn, draftAnnounced, type Announced } from './drafts/announced.ts';
import { draftAnswer } from './drafts/answers.ts';
import type { Draft } from './drafts/draft.ts';
import { leadsFrom, partsOf } from './drafts/points-found.ts';
import { draftParts, draftPoints } from './drafts/points.ts';
import { draftCasts, draftRole, rolesIn, type Cast } from './drafts/roles.ts';
import { chargesIn, draftCharge, draftDefinition, draftSteps, type Charge } from './drafts/statements.ts';
import type { Peers } from './peers.ts';
import type { Place } from './place.ts';

/** Takes a draft with the sentence that proves it. */
type Offer = (draft: Draft, sentence: string, place: Place) => void;

/** How many charges, parts or lists to either side lend their items. */
const NEAR = 12;

/** What whole sentences and sections say: who is charged, what a term means, which points there are. */
export function draftStatements(places: ReadonlyMap<string, Place>, peers: Peers, offer: Offer): void {
	const found: Found = { casts: [], charges: [], lists: [] };
	let section: Section | undefined;
	for (const place of places.values()) {
		if (place.section !== section) readSection(place, places, offer, found);
		section = place.section;
		if (place.paragraph.kind === 'caption' || place.paragraph.kind === 'attribution') continue;
		for (const sentence of splitSentences(place.paragraph.text).map((one) => one.trim()))
			readSentence(sentence, place, offer, found);
	}
	draftCharges(found.charges, offer);
	draftRoles(found.casts, peers, offer);
	draftLists(found.lists, offer);
}

/** What asks for its like elsewhere in the document before it can be drafted. */
interface Found {
	casts: Cast[];
	charges: { sentence: string; place: Place; charge: Charge }[];
	lists: { place: Place; list: Announced }[];
}

function readSection(place: Place, places: ReadonlyMap<string, Place>, offer: Offer, { lists }: Found): void {
	const { article, section } = place;
	const answer = draftAnswer(place);
	if (answer) offer(answer, place.paragraph.text, place);
	for (const list of announcedIn(section)) {
		const there = places.get(list.lead.id);
		if (there) lists.push({ place: there, list });
	}
	if (place.document.language !== 'zh') return;
	const leads = leadsFrom(section);
	const first = leads && places.get(leads.first.id);
	const points = first && draftPoints(first, leads, seededRandom(leads.items.join()));
	if (points) offer(points, leads.sentence, first);
	draftLayout(article, place, offer);
}

/** The parts of the article, asked for at its first section, and those of a section. */
function draftLayout(article: Article, place: Place, offer: Offer): void {
	const sentence = openingSentence(article, place);
	const whole =
		article.sections.find(({ paragraphs }) => paragraphs.length > 0) === place.section &&
		draftParts(place, partsOf(article), 'article');
	if (whole) offer(whole, sentence, place);
	const part = place.section.level > 0 && draftParts(place, partsOf(article, place.section), 'section');
	if (part) offer(part, sentence, place);
}

/** The first sentence under the first heading: a line that names the author proves nothing. */
function openingSentence(article: Article, { section, paragraph }: Place): string {
	const at = article.sections.indexOf(section);
	const below = article.sections
		.slice(at)
		.find(({ level, paragraphs }) => level > 0 && paragraphs.length > 0);
	const first =
		below?.paragraphs.find(({ kind, text }) => kind === undefined && !/^[（(□]/u.test(text)) ?? paragraph;
	return splitSentences(first.text)[0]?.trim() ?? first.text;
}

function readSentence(sentence: string, place: Place, offer: Offer, { casts, charges }: Found): void {
	const drafts = [
		/指|means|refers/u.test(sentence) && draftDefinition(sentence, place),
		sentence.includes('先') && draftSteps(sentence, place, seededRandom(sentence))
	];
	for (const draft of drafts) if (draft) offer(draft, sentence, place);
	for (const charge of chargesIn(sentence)) charges.push({ sentence, place, charge });
	if (place.document.language !== 'zh') return;
	for (const role of rolesIn(sentence)) casts.push({ role, sentence, place });
}

function draftCharges(charges: Found['charges'], offer: Offer): void {
	charges.forEach(({ sentence, place, charge }, at) => {
		const others = charges
			.slice(Math.max(0, at - NEAR), at + NEAR)
			.map((other) => other.charge.who)
			.filter((other) => other !== charge.who);
		const random = seededRandom(`${charge.who}|${sentence}`);
		const draft = draftCharge(sentence, place, { charge, others: [...new Set(others)], random });
		if (draft) offer(draft, sentence, place);
	});
}

/** Which part is given to what; where one text does so several times for one part, which deed goes with which. */
function draftRoles(casts: readonly Cast[], peers: Peers, offer: Offer): void {
	const matched = new Set<Cast>();
	const groups = new Map<string, Cast[]>();
	for (const cast of casts) {
		if (cast.role.form !== '以') continue;
		const key = `${cast.place.article.id}|${cast.role.as}`;
		const group = groups.get(key);
		if (group) group.push(cast);
		else groups.set(key, [cast]);
	}
	for (const group of groups.values()) {
		const [first] = group;
		const draft = first && draftCasts(group, seededRandom(`${first.role.shown}|${first.sentence}`));
		if (!draft) continue;
		for (const cast of group) matched.add(cast);
		offer(draft, first.sentence, first.place);
	}
	const told = new Set<string>();
	casts.forEach((cast, at) => {
		const said = `${cast.role.what}|${cast.role.as}`;
		if (matched.has(cast) || told.has(said)) return;
		const others = casts.slice(Math.max(0, at - 2 * NEAR), at + 2 * NEAR).filter((other) => other !== cast);
		const draft = draftRole(cast, others, peers, seededRandom(`${cast.role.shown}|${cast.sentence}`));
		if (!draft) return;
		told.add(said);
		offer(draft, cast.sentence, cast.place);
	});
}

function draftLists(lists: Found['lists'], offer: Offer): void {
	lists.forEach(({ place, list }, at) => {
		const beside = lists
			.slice(Math.max(0, at - NEAR / 2), at + NEAR / 2)
			.filter((other) => other.list !== list && other.place.article === place.article);
		const random = seededRandom(`${list.lead.text}|${list.items.join()}`);
		const draft = draftAnnounced(
			place,
			list,
			beside.map((other) => other.list),
			random
		);
		if (draft) offer(draft, list.lead.text, place);
	});
}
