import type { Document } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';
import { findDuplicatesOf, type NearDuplicate } from '../duplicates.ts';
import { lintQuestion } from '../lint.ts';
import type { Finding } from '../lint/finding.ts';
import { indexPaper } from '../lint/paper-index.ts';
import { indexSources } from '../lint/sources.ts';
import { pairKey } from '../reviews.ts';
import type { DeskItem } from './desk.ts';

/** What was found about one question of the desk. */
export interface Remarks {
	findings: Finding[];
	/** Near-duplicates in this course and in the others. */
	alike: NearDuplicate[];
}

export const noRemarks: ReadonlyMap<string, Remarks> = new Map();

/** Questions of another course. */
export interface OtherQuestions {
	course: string;
	questions: readonly Question[];
}

/** Looks at the questions of a desk one after the other, so that a page can do it between two frames. */
export interface DeskLint {
	/** Takes in what the desk holds now; looks again only at what changed and at what had a remark because of it. */
	take(items: readonly DeskItem[]): void;
	/** Takes in the other courses; all are looked at again. */
	takeOthers(others: readonly OtherQuestions[]): void;
	/** One question's worth of work; false when nothing is left. */
	step(): boolean;
	/** How many are still to be looked at. */
	readonly left: number;
	readonly remarks: ReadonlyMap<string, Remarks>;
	/** What was found until now, as another map than before. */
	soFar(): ReadonlyMap<string, Remarks>;
	/** A wording that is not kept yet: the item's own rules and those between questions. */
	lint(question: Question): Finding[];
}

/** @param course names this course among the others */
export function deskLint(document: Document, course: string): DeskLint {
	const sources = indexSources([document]);
	const paper = indexPaper();
	let others = indexPaper();
	const held = new Map<string, Question>();
	const remarks = new Map<string, Remarks>();
	const toPut: (() => void)[] = [];
	const toLook = new Set<string>();

	const lint = (question: Question) => lintQuestion(question, { paper, sources });
	const look = (question: Question): Remarks => ({
		findings: lint(question),
		alike: [...findDuplicatesOf(question, paper), ...findDuplicatesOf(question, others, course)]
	});
	/** Those with a remark that names a question: it may be gone with it. */
	const lookAgainAt = (id: string) => {
		for (const [other, { findings, alike }] of remarks)
			if (
				findings.some((finding) => finding.params?.other === id || finding.question === id) ||
				alike.some(({ first, second }) => first.id === id || second.id === id)
			)
				toLook.add(other);
	};
	const drop = (id: string) => {
		held.delete(id);
		remarks.delete(id);
		toLook.delete(id);
		paper.remove(id);
		lookAgainAt(id);
	};

	return {
		take(items) {
			const inPlay = new Map(
				items.filter(({ state }) => state !== 'rejected').map((item) => [item.id, item])
			);
			for (const id of [...held.keys()]) if (!inPlay.has(id)) drop(id);
			for (const { id, question } of inPlay.values()) {
				const before = held.get(id);
				if (before === question) continue;
				held.set(id, question);
				if (before) lookAgainAt(id);
				toPut.push(() => {
					if (held.get(id) === question) paper.put(question);
				});
				toLook.add(id);
			}
		},
		takeOthers(given) {
			others = indexPaper();
			const into = others;
			for (const { course: bank, questions } of given)
				for (const question of questions) toPut.push(() => into.put(question, bank));
			for (const id of held.keys()) toLook.add(id);
		},
		step() {
			const put = toPut.pop();
			if (put) {
				put();
				return true;
			}
			const [id] = toLook;
			if (id === undefined) return false;
			toLook.delete(id);
			const question = held.get(id);
			if (!question) return true;
			const found = look(question);
			remarks.set(id, found);
			// An edit may have come near to a question that was looked at before.
			for (const { first, second } of found.alike) {
				const other = first.id === id ? second.id : first.id;
				const known = held.has(other) ? remarks.get(other)?.alike : undefined;
				if (known && !known.some((one) => one.first.id === id || one.second.id === id)) toLook.add(other);
			}
			return true;
		},
		get left() {
			return toLook.size;
		},
		remarks,
		soFar: () => new Map(remarks),
		lint
	};
}

/** Without what a trainer wants both of, and without saying twice that two are alike. */
export function openRemarks(
	remarks: Remarks | undefined,
	id: string,
	keptBoth: ReadonlySet<string>
): Remarks | undefined {
	if (!remarks) return undefined;
	const alike = remarks.alike.filter(
		({ first, second }) => !keptBoth.has(pairKey(id, first.id === id ? second.id : first.id))
	);
	const isSaid = (finding: Finding) => {
		if (finding.rule !== 'duplicate') return false;
		const other = String(finding.question === id ? (finding.params?.other ?? '') : finding.question);
		return (
			keptBoth.has(pairKey(id, other)) ||
			alike.some(({ first, second }) => first.id === other || second.id === other)
		);
	};
	return { alike, findings: remarks.findings.filter((finding) => !isSaid(finding)) };
}

export function hasRemarks(remarks: Remarks | undefined): boolean {
	return remarks !== undefined && remarks.findings.length + remarks.alike.length > 0;
}

/** What can be accepted without a look at each: waiting, checked, and nothing to say about it. */
export function canBulkAccept(item: DeskItem, remarks: Remarks | undefined): boolean {
	return (
		item.state === 'waiting' &&
		!item.flag &&
		item.warnings.length === 0 &&
		remarks !== undefined &&
		!hasRemarks(remarks)
	);
}
