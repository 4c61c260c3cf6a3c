/** Words that only ask; two questions are not alike because both say 下列哪一项. */
const ASKING =
	/下列|以下|(?:关于|对于)(?=.{2,30}[，,])|哪[些个一几项家位里儿种份条年月天日届次]*|什么|多少|几(?=[个项家名位条种次届年月天日人类点大])|谁|何时|何地|是否|正确的?是|包括|属于|应填|请问?|判断|选出|_{2,}/gu;
/** Particles that come and go with the turn of a sentence: 由…管理, 是由…管理的. */
const PARTICLE = /[了的由也还都是在被将把]/gu;
const STOP_WORDS = new Set(
	(
		'a an the of to in on at is are was were be been by for with and or that which what who whom when where how ' +
		'many much did does do has have had it its from as following one'
	).split(' ')
);

/** Figures, words of alphabets, runs of ideographs. */
const RUN = /\d+(?:\.\d+)?[%‰]?|[^\P{L}\p{Script=Han}]+|\p{Script=Han}+/gu;

/**
 * What a text is about, in pieces that can be compared: pairs of neighbouring ideographs, words of other
 * scripts without the commonest, whole figures. Words that only ask are left out.
 */
export function termsOf(text: string): Set<string> {
	const terms = new Set<string>();
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/(?<=\d),(?=\d{3})/gu, '')
		.replace(ASKING, ' ')
		.replace(PARTICLE, '');
	for (const [run] of plain.matchAll(RUN)) {
		if (/^\d/u.test(run)) terms.add(run);
		else if (/^\p{Script=Han}/u.test(run)) {
			if (run.length === 1) terms.add(run);
			for (let at = 0; at + 2 <= run.length; at++) terms.add(run.slice(at, at + 2));
		} else if (!STOP_WORDS.has(run)) terms.add(run.length > 3 ? run.replace(/s$/u, '') : run);
	}
	return terms;
}

/** Likeness by pairs of neighbouring characters, 0–1 (Dice). */
export function dice(a: string, b: string): number {
	const left = pairsOf(a);
	const right = pairsOf(b);
	if (left.size + right.size === 0) return a === b ? 1 : 0;
	let shared = 0;
	for (const pair of left) if (right.has(pair)) shared++;
	return (2 * shared) / (left.size + right.size);
}

function pairsOf(text: string): Set<string> {
	const pairs = new Set<string>();
	for (let at = 0; at + 2 <= text.length; at++) pairs.add(text.slice(at, at + 2));
	return pairs;
}
