import * as v from 'valibot';
import { SourceSchema } from '#lib/question/common.ts';
import { QuestionSchema, type Question } from '#lib/question/question.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/**
 * A reviewed question that the document, compiled anew, no longer gives. `change` is missing while its
 * sentence still stands as it was.
 */
export const CarriedSchema = v.object({
	/** As it was drafted, under the id it was reviewed with. */
	draft: QuestionSchema,
	/** Where it is proved now; missing when its sentence went. */
	source: v.optional(SourceSchema),
	change: v.optional(v.picklist(['changed', 'gone'])),
	/** The sentence that it was reviewed against. */
	was: v.optional(v.string())
});
export type Carried = v.InferOutput<typeof CarriedSchema>;

/** One thing that a trainer did at the review desk. */
export const ReviewActSchema = v.variant('type', [
	v.object({ type: v.literal('accepted'), questions: v.array(id) }),
	v.object({ type: v.literal('rejected'), questions: v.array(id) }),
	/** The whole question as it is to be asked, under its draft's id. */
	v.object({ type: v.literal('edited'), question: QuestionSchema }),
	/** Two that ask nearly the same and are both wanted. */
	v.object({ type: v.literal('kept-both'), questions: v.tuple([id, id]) }),
	/** Takes one of the acts above back. */
	v.object({ type: v.literal('undone'), act: id }),
	/** The document was imported again, corrected: `carried` says of everything reviewed that went, where it is. */
	v.object({
		type: v.literal('replaced'),
		document: id,
		carried: v.array(CarriedSchema),
		/** Drafts that came out the same from a sentence that is not. */
		changed: v.array(v.object({ question: id, was: v.string(), now: v.string() })),
		/** Drafts that were not there before. */
		fresh: v.array(id)
	})
]);
export type ReviewAct = v.InferOutput<typeof ReviewActSchema>;

/** An act in the log of one course. `seq` counts 1, 2, 3 … in the order in which they were stored. */
export interface Reviewed {
	id: string;
	seq: number;
	act: ReviewAct;
}

export interface Decision {
	state: 'accepted' | 'edited' | 'rejected';
	/** What was written at the desk, whatever was decided afterwards. */
	edited?: Question;
}

/** Why a reviewed question is to be looked at again. `now` is missing when its sentence went. */
export interface Flag {
	was: string;
	now?: string;
}

/** What all acts of a course come to. */
export interface Reviews {
	/** By question; who is not in it waits. */
	decisions: ReadonlyMap<string, Decision>;
	carried: ReadonlyMap<string, Carried>;
	flags: ReadonlyMap<string, Flag>;
	/** New with the last import of the document, and not decided yet. */
	fresh: ReadonlySet<string>;
	/** Pairs of questions, as `pairKey` names them. */
	keptBoth: ReadonlySet<string>;
	/** The act that undoing would take back. */
	last?: Reviewed;
}

export const noReviews: Reviews = {
	decisions: new Map(),
	carried: new Map(),
	flags: new Map(),
	fresh: new Set(),
	keptBoth: new Set()
};

/** The same for any order of the acts and however often each is given. */
export function foldReviews(acts: readonly Reviewed[]): Reviews {
	const undone = new Set(acts.flatMap(({ act }) => (act.type === 'undone' ? [act.act] : [])));
	const decisions = new Map<string, Decision>();
	const keptBoth = new Set<string>();
	let carried = new Map<string, Carried>();
	let flags = new Map<string, Flag>();
	let fresh = new Set<string>();
	let last: Reviewed | undefined;

	const decide = (question: string, decision: Decision) => {
		const edited = decision.edited ?? decisions.get(question)?.edited;
		decisions.set(question, { ...decision, ...(edited && { edited }) });
		flags.delete(question);
		fresh.delete(question);
	};
	for (const reviewed of inOrder(acts)) {
		const { act } = reviewed;
		if (act.type === 'undone' || (act.type !== 'replaced' && undone.has(reviewed.id))) continue;
		// What came before another import is not taken back: its questions may be gone.
		last = act.type === 'replaced' ? undefined : reviewed;
		switch (act.type) {
			case 'accepted':
				for (const one of act.questions)
					decide(one, { state: decisions.get(one)?.edited ? 'edited' : 'accepted' });
				break;
			case 'rejected':
				for (const one of act.questions) decide(one, { state: 'rejected' });
				break;
			case 'edited':
				decide(act.question.id, { state: 'edited', edited: act.question });
				break;
			case 'kept-both':
				keptBoth.add(pairKey(...act.questions));
				break;
			case 'replaced':
				carried = new Map(act.carried.map((one) => [one.draft.id, one]));
				flags = flagsOf(act);
				fresh = new Set(act.fresh);
		}
	}
	return { decisions, carried, flags, fresh, keptBoth, ...(last && { last }) };
}

function flagsOf({ carried, changed }: Extract<ReviewAct, { type: 'replaced' }>): Map<string, Flag> {
	const flags = new Map<string, Flag>();
	for (const { question, was, now } of changed) flags.set(question, { was, now });
	for (const { draft, change, was = '', source } of carried)
		if (change) flags.set(draft.id, { was, ...(source?.sentence !== undefined && { now: source.sentence }) });
	return flags;
}

/** Once each, as they were stored; the id decides where two logs were put together. */
function inOrder(acts: readonly Reviewed[]): Reviewed[] {
	const byId = new Map(acts.map((reviewed) => [reviewed.id, reviewed]));
	return [...byId.values()].sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export function pairKey(a: string, b: string): string {
	return a < b ? `${a}|${b}` : `${b}|${a}`;
}
