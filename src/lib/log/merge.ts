import type { LoggedEvent } from './event.ts';

/**
 * The union of two logs by id. Commutative, associative and idempotent; where both hold an event, the
 * copy that the server has numbered is kept.
 */
export function mergeLogs(a: readonly LoggedEvent[], b: readonly LoggedEvent[]): LoggedEvent[] {
	const byId = new Map<string, LoggedEvent>();
	for (const event of [...a, ...b]) {
		const held = byId.get(event.id);
		if (!held || (held.sequence === undefined && event.sequence !== undefined)) byId.set(event.id, event);
	}
	return inOrder([...byId.values()]);
}

/** A total order that does not depend on arrival: what one device did stays in its order. */
export function inOrder<E extends LoggedEvent>(events: readonly E[]): E[] {
	return [...events].sort(
		(a, b) => compare(a.device, b.device) || a.deviceSeq - b.deviceSeq || compare(a.id, b.id)
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
