import type { Store } from './store.ts';

/** Follows a query outside any component; gives the way to stop. */
export function watch<Value>(
	store: Store,
	query: (store: Store) => Promise<Value>,
	next: (value: Value) => void
): () => void {
	let retry: ReturnType<typeof setTimeout> | undefined;
	let stop = () => {};
	const follow = () => {
		const subscription = store.db
			.liveQuery(() => query(store))
			.subscribe({
				next,
				error: () => void (retry = setTimeout(follow, RETRY_MS))
			});
		stop = () => subscription.unsubscribe();
	};
	follow();
	return () => {
		clearTimeout(retry);
		stop();
	};
}
/** The database can go away for a moment (a phone that wakes up); then it is asked again. */
const RETRY_MS = 1_000;
