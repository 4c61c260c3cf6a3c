import type { DeskItem } from '#lib/authoring/reviews/desk.ts';
import {
	deskLint,
	noRemarks,
	type DeskLint,
	type OtherQuestions,
	type Remarks
} from '#lib/authoring/reviews/findings.ts';
import type { Finding } from '#lib/authoring/lint/finding.ts';
import type { Document } from '#lib/document/document.ts';
import type { Question } from '#lib/question/question.ts';

/** Leaves the page most of each frame. */
const AT_A_TIME_MS = 8;
/** Showing what was found draws the whole desk again. */
const SHOW_EVERY_MS = 400;

/** Looks at a desk's questions between the frames; what was found so far can be read at any time. */
export class DeskChecks {
	readonly #lint: DeskLint;
	#remarks = $state.raw<ReadonlyMap<string, Remarks>>(noRemarks);
	#left = $state.raw(0);
	#running = false;
	#stopped = false;

	/** @param course names this course among the others */
	constructor(document: Document, course: string) {
		this.#lint = deskLint(document, course);
	}

	get remarks(): ReadonlyMap<string, Remarks> {
		return this.#remarks;
	}

	get left(): number {
		return this.#left;
	}

	take(items: readonly DeskItem[]): void {
		this.#lint.take(items);
		void this.#run();
	}

	takeOthers(others: readonly OtherQuestions[]): void {
		this.#lint.takeOthers(others);
		void this.#run();
	}

	lint(question: Question): Finding[] {
		return this.#lint.lint(question);
	}

	stop(): void {
		this.#stopped = true;
	}

	async #run(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		let more = true;
		let shownAt = -Infinity;
		while (more && !this.#stopped) {
			const start = performance.now();
			while ((more = this.#lint.step()) && performance.now() - start < AT_A_TIME_MS);
			if (!more || start - shownAt >= SHOW_EVERY_MS) {
				shownAt = start;
				this.#remarks = this.#lint.soFar();
				this.#left = this.#lint.left;
			}
			await new Promise((resolve) => setTimeout(resolve));
		}
		this.#running = false;
	}
}
