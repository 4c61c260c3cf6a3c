import type { Carrier } from './carrier.ts';
import { balanced, isLost } from './referents.ts';

/**
 * A carrier with the clause that follows it in the sentence: 围绕甲 or 以甲为重点 alone says nothing yet.
 * Undefined when no clause follows that could stand there.
 * @param behind what stands in the sentence behind the fact
 */
export function withNextClause(carrier: Carrier, behind: string): Carrier | undefined {
	if (!behind.startsWith(carrier.after)) return undefined;
	const next = /^，(?<next>[^，。；：]{4,30})(?=[，。；！])/u.exec(behind.slice(carrier.after.length))?.groups
		?.next;
	// 围绕甲，以乙为契机: still nothing is done.
	const isTorn = next !== undefined && /^(?:以|按照?|根据|围绕|聚焦|针对|把|将|在|通过|结合)/u.test(next);
	return next === undefined || isTorn || isLost(next) || !balanced(next)
		? undefined
		: { ...carrier, after: `${carrier.after}，${next}` };
}
