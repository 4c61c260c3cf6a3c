/** Keeps the best of many without sorting all of them; of equal ones those that came first. */
export function bestOf<Item>(most: number): {
	offer(score: number, item: Item): void;
	best(): Item[];
} {
	let held: { score: number; turn: number; item: Item }[] = [];
	let least = -Infinity;
	let turn = 0;
	const settle = () => {
		held.sort((a, b) => b.score - a.score || a.turn - b.turn);
		held = held.slice(0, most);
		if (held.length === most) least = held.at(-1)?.score ?? -Infinity;
	};
	return {
		offer(score, item) {
			if (most === 0 || score <= least) return;
			held.push({ score, turn: turn++, item });
			if (held.length >= most * 2 + 50) settle();
		},
		best() {
			settle();
			return held.map(({ item }) => item);
		}
	};
}
