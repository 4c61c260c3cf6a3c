import type { Bank } from '#lib/question/question.ts';
import { foldAttempt, type Attempt } from '#lib/quiz/attempt.ts';
import { claimedResult, markAttempt } from '#lib/quiz/result.ts';
import type { StoredEvent } from '#lib/log/event.ts';
import { logFailure } from '../log.ts';
import type { BankShelf } from '../publications/bank-shelf.ts';
import type { Database, Tables } from '../storage/schema.ts';
import { attemptsTouchedAfter, eventsOfAttempt } from '../storage/tables/event.ts';
import { progressOf, writeProgress } from '../storage/tables/progress.ts';
import { attemptsMarkedByDevice, putResult } from '../storage/tables/result.ts';

const JOB = 'results';
const EVENTS_AT_ONCE = 2_000;
/** 500 questions, each answered ten times; more is nobody's sitting. */
const MOST_EVENTS = 5_000;
/** Answers come in bursts; an attempt is marked once for a burst. */
const PAUSE_MS = 300;
const AFTER_FAILURE_MS = 10_000;

/**
 * Keeps the results in step with the log: received first, marked later. What it makes can be thrown away
 * and made again from the log.
 */
export function startProjection(db: Database, banks: BankShelf) {
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	let isWanted = false;
	let isClosed = false;

	async function run(): Promise<void> {
		try {
			while (isWanted && !isClosed) {
				isWanted = false;
				while (!isClosed && (await markSome(db, banks)));
			}
		} catch (error) {
			logFailure('results-not-marked', error);
			wakeIn(AFTER_FAILURE_MS);
		}
	}

	function wakeIn(ms: number): void {
		isWanted = true;
		if (isClosed || timer) return;
		timer = setTimeout(() => {
			timer = undefined;
			running ??= run().finally(() => {
				running = undefined;
				if (isWanted) wakeIn(PAUSE_MS);
			});
		}, ms);
	}

	wakeIn(0);
	return {
		/** Something new is in the log. */
		wake: () => wakeIn(PAUSE_MS),
		/** The server has the key of a course now: what devices marked themselves is marked again. */
		async markAgain(organisation: string, course: string): Promise<void> {
			banks.forget(organisation, course);
			for (const { attempt, member } of await attemptsMarkedByDevice(db, organisation, course))
				await markOne(db, banks, attempt, member);
		},
		async close(): Promise<void> {
			isClosed = true;
			clearTimeout(timer);
			await running;
		}
	};
}

/** Marks what the next piece of the log touched; false at its end. */
async function markSome(db: Database, banks: BankShelf): Promise<boolean> {
	const since = await progressOf(db, JOB);
	const { attempts, upTo } = await attemptsTouchedAfter(db, since, EVENTS_AT_ONCE);
	if (upTo === since) return false;
	for (const { attempt, member } of attempts) {
		const start = performance.now();
		await markOne(db, banks, attempt, member);
		// Rests as long as it worked: requests go first.
		await new Promise((resolve) => setTimeout(resolve, performance.now() - start));
	}
	await writeProgress(db, JOB, upTo);
	return true;
}

async function markOne(db: Database, banks: BankShelf, id: string, member: string): Promise<void> {
	const events = await eventsOfAttempt(db, id, member, MOST_EVENTS);
	const attempt = foldAttempt(id, events);
	const organisation = attempt && organisationOf(events);
	if (!attempt?.started.shared || organisation === undefined) return;
	const bank = await banks.find(organisation, attempt.started.course);
	await putResult(db, resultOf(attempt, organisation, bank));
}

/** An attempt belongs to the organisation in which it began: the fold, too, goes by the first start. */
function organisationOf(events: readonly StoredEvent[]): string | undefined {
	return events.filter(({ kind }) => kind === 'attempt-started').sort((a, b) => (a.id < b.id ? -1 : 1))[0]
		?.organisation;
}

/** Marked with the key where the server has it; else what the device made of it. */
function resultOf(attempt: Attempt, organisation: string, bank: Bank | undefined): Tables['result'] {
	const { started, startedAt, handedIn } = attempt;
	const marked = bank && markAttempt(attempt, bank);
	const result = marked ?? claimedResult(attempt);
	return {
		attempt: attempt.id,
		member: attempt.member,
		organisation,
		title: started.title,
		course: started.course,
		startedAt,
		handedInAt: handedIn ? startedAt + handedIn.elapsedMs : null,
		durationMs: handedIn?.elapsedMs ?? null,
		scoreHundredths: result?.scoreHundredths ?? 0,
		fullHundredths:
			result?.fullHundredths ?? started.paper.items.reduce((sum, item) => sum + item.points * 100, 0),
		right: result?.right ?? 0,
		questions: started.paper.items.length,
		ungraded: result?.ungraded ?? 0,
		passed: result?.passed ? 1 : 0,
		markedBy: marked ? 'server' : 'device',
		clockSuspect: handedIn?.clockSuspect ? 1 : 0
	};
}
