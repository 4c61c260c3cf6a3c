/** Counts the items of the lists that are open, as a browser numbers them. */
export class ListCounter {
	readonly #lists: { next: number; type: string; ordered: boolean }[] = [];

	open(name: string, attributes: ReadonlyMap<string, string>): void {
		const start = Number(attributes.get('start') ?? 1);
		this.#lists.push({
			next: Number.isSafeInteger(start) ? start : 1,
			type: attributes.get('type') ?? '1',
			ordered: name === 'ol' && !/list-style(?:-type)?\s*:\s*none/.test(attributes.get('style') ?? '')
		});
	}

	close(): void {
		this.#lists.pop();
	}

	/** What stands in front of the next item; nothing in a list without order. */
	item(attributes: ReadonlyMap<string, string>): { marker?: string } {
		const list = this.#lists[this.#lists.length - 1];
		if (!list?.ordered) return {};
		const value = Number(attributes.get('value') ?? Number.NaN);
		const number = Number.isSafeInteger(value) ? value : list.next;
		list.next = number + 1;
		return { marker: `${numeral(number, list.type)}. ` };
	}
}

function numeral(number: number, type: string): string {
	if (number < 1 || number > 3_999) return String(number);
	if (type === 'a' || type === 'A') {
		if (number > 26) return String(number);
		return String.fromCharCode(type.charCodeAt(0) + number - 1);
	}
	if (type === 'i') return roman(number);
	return type === 'I' ? roman(number).toUpperCase() : String(number);
}

const ROMAN: [value: number, sign: string][] = [
	[1000, 'm'],
	[900, 'cm'],
	[500, 'd'],
	[400, 'cd'],
	[100, 'c'],
	[90, 'xc'],
	[50, 'l'],
	[40, 'xl'],
	[10, 'x'],
	[9, 'ix'],
	[5, 'v'],
	[4, 'iv'],
	[1, 'i']
];

/** 1–3999 in small Roman figures. */
export function roman(number: number): string {
	let rest = number;
	let text = '';
	for (const [value, sign] of ROMAN) {
		while (rest >= value) {
			text += sign;
			rest -= value;
		}
	}
	return text;
}
