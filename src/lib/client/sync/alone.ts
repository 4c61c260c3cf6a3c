/**
 * Lets one tab of an account do a piece of work at a time, where the browser has locks (not on plain
 * http). Never held for longer than the work, and not trusted: a frozen tab keeps its lock, so after a
 * while the work is done without. Doing it twice does no harm.
 */
export function aloneAmongTabs(name: string, now: () => number) {
	let refusedSince: number | undefined;
	return async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
		const locks = 'locks' in navigator ? navigator.locks : undefined;
		if (!locks || (refusedSince !== undefined && now() - refusedSince > PATIENCE_MS)) {
			refusedSince = undefined;
			return work();
		}
		return locks.request(name, { ifAvailable: true }, async (lock) => {
			if (!lock) {
				refusedSince ??= now();
				return undefined;
			}
			refusedSince = undefined;
			return work();
		});
	};
}
const PATIENCE_MS = 15_000;
