/** A stretch of two versions of a sentence: in both, only in the old one, only in the new one. */
export interface Stretch {
	text: string;
	kind: 'same' | 'gone' | 'new';
}

/** Figures and words stay whole; of ideographs and signs each stands for itself. */
const TOKEN = /\d+(?:[.,]\d+)*[%‰]?|[A-Za-z]+(?:['’-][A-Za-z]+)*|\s+|[\s\S]/gu;
/** Longer middles are not compared word by word: the whole of them is old and new. */
const MOST_TOKENS = 600;

/** The old stretches joined are the old sentence, the new ones the new sentence. */
export function wordDifference(was: string, now: string): Stretch[] {
	const a = was.match(TOKEN) ?? [];
	const b = now.match(TOKEN) ?? [];
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
	const middle = middleOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
	const same = (tokens: readonly string[]): Stretch => ({ kind: 'same', text: tokens.join('') });
	return joined([same(a.slice(0, head)), ...middle, same(a.slice(a.length - tail))]);
}

function middleOf(a: readonly string[], b: readonly string[]): Stretch[] {
	const whole: Stretch[] = [
		{ kind: 'gone', text: a.join('') },
		{ kind: 'new', text: b.join('') }
	];
	if (a.length === 0 || b.length === 0 || a.length + b.length > MOST_TOKENS) return whole;
	const stretches = alongLongest(a, b);
	// A few letters that happen to agree make a drawing that nobody can read.
	const kept = stretches.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
	return kept * 4 < Math.min(a.join('').length, b.join('').length) ? whole : stretches;
}

/** Along the longest common subsequence of the tokens. */
function alongLongest(a: readonly string[], b: readonly string[]): Stretch[] {
	const width = b.length + 1;
	const lengths = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			lengths[i * width + j] =
				a[i] === b[j]
					? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
					: Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
	const stretches: Stretch[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			stretches.push({ kind: 'same', text: a[i] ?? '' });
			i++;
			j++;
		} else if (
			j >= b.length ||
			(i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
		)
			stretches.push({ kind: 'gone', text: a[i++] ?? '' });
		else stretches.push({ kind: 'new', text: b[j++] ?? '' });
	}
	return stretches;
}

/** Between two stretches that stay, what went first and what came after it. */
function joined(stretches: readonly Stretch[]): Stretch[] {
	const result: Stretch[] = [];
	let gone = '';
	let fresh = '';
	const flush = () => {
		if (gone !== '') result.push({ kind: 'gone', text: gone });
		if (fresh !== '') result.push({ kind: 'new', text: fresh });
		gone = '';
		fresh = '';
	};
	for (const { kind, text } of stretches) {
		if (kind === 'gone') gone += text;
		else if (kind === 'new') fresh += text;
		else if (text !== '') {
			flush();
			const before = result.at(-1);
			if (before?.kind === 'same') before.text += text;
			else result.push({ kind: 'same', text });
		}
	}
	flush();
	return result;
}
