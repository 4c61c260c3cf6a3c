import { parse } from '#lib/base/parse.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import type { Millis } from '#lib/base/time.ts';
import type { StoredEvent } from '#lib/log/event.ts';
import { QuestionReportedSchema } from '#lib/study/events.ts';
import type { ReportAnswer, ReportedQuestion, ReportRow, ReportsResponse } from '#lib/wire/reports.ts';
import { leads } from '../accounts/organisations.ts';
import type { BankShelf } from '../publications/bank-shelf.ts';
import type { Database, Tables } from '../storage/schema.ts';
import { roleOf } from '../storage/tables/membership.ts';
import { progressOf, writeProgress } from '../storage/tables/progress.ts';
import {
	answersTo,
	countQuestionsReported,
	coursesReported,
	eventsReportedAfter,
	insertReports,
	putReportAnswers,
	questionsReported,
	reportsConcerning,
	reportsOn,
	type ReportFound
} from '../storage/tables/report.ts';

const QUESTIONS_PER_PAGE = 20;
const MOST_REPORTS_PER_PAGE = 500;
const MOST_ANSWERS = 500;
const JOB = 'reports';
const EVENTS_AT_ONCE = 500;

interface Doors {
	db: Database;
	banks: BankShelf;
}

/** 纠错: what the organisation's members say is wrong; for its trainers and administrators. */
export async function readReports(
	{ db, banks }: Doors,
	asker: string,
	wish: { organisation: string; state: 'open' | 'handled'; course?: string | undefined; page: number }
): Promise<Result<ReportsResponse, { type: 'NotAllowed' }>> {
	if (!leads(await roleOf(db, wish.organisation, asker))) return refuse({ type: 'NotAllowed' });
	await takeInReports(db);
	const builtIn = [...(await banks.builtIn()).keys()];
	const filter = { ...wish, builtIn };
	const shown = await questionsReported(db, filter, {
		limit: QUESTIONS_PER_PAGE,
		offset: wish.page * QUESTIONS_PER_PAGE
	});
	const found = await reportsOn(db, filter, shown, MOST_REPORTS_PER_PAGE);
	const courses = await coursesReported(db, filter);
	const bankOf = (course: string) => banks.find(wish.organisation, course);
	return ok({
		questions: await Promise.all(
			shown.map(async ({ course, question }): Promise<ReportedQuestion> => {
				const bank = await bankOf(course);
				return {
					course,
					title: bank?.title ?? '',
					question,
					item: bank?.questions.find(({ id }) => id === question) ?? null,
					reports: found.filter((one) => one.course === course && one.question === question).map(rowOf)
				};
			})
		),
		total: await countQuestionsReported(db, filter),
		pageSize: QUESTIONS_PER_PAGE,
		courses: await Promise.all(
			courses.map(async (course) => ({ course, title: (await bankOf(course))?.title ?? '' }))
		)
	});
}

/** Gives how many reports this is the answer to; the last answer to a report holds. */
export async function handleReports(
	{ db, banks }: Doors,
	asker: string,
	answer: { organisation: string; reports: readonly string[]; note: string },
	now: Millis
): Promise<Result<number, { type: 'NotAllowed' } | { type: 'NoSuchReport' }>> {
	const { organisation, note } = answer;
	if (!leads(await roleOf(db, organisation, asker))) return refuse({ type: 'NotAllowed' });
	await takeInReports(db);
	const builtIn = [...(await banks.builtIn()).keys()];
	const ids = await reportsConcerning(db, { organisation, builtIn }, [...new Set(answer.reports)]);
	// The one in the address has to be theirs; of the others, those that are.
	if (!answer.reports[0] || !ids.includes(answer.reports[0])) return refuse({ type: 'NoSuchReport' });
	await putReportAnswers(
		db,
		ids.map((report) => ({ report, organisation, handledBy: asker, handledAt: now, note }))
	);
	return ok(ids.length);
}

/** What became of one's own reports, newest first. */
export async function readReportAnswers(db: Database, member: string): Promise<ReportAnswer[]> {
	return answersTo(db, member, MOST_ANSWERS);
}

/** Brings the table up to date with the log when somebody looks: reports are few, and nobody waits for them. */
async function takeInReports(db: Database): Promise<void> {
	for (;;) {
		const events = await eventsReportedAfter(db, await progressOf(db, JOB), EVENTS_AT_ONCE);
		const last = events.at(-1);
		if (!last) return;
		await db.transaction().execute(async (tx) => {
			await insertReports(tx, events.flatMap(reportFrom));
			await writeProgress(tx, JOB, last.sequence);
		});
	}
}

function reportFrom(event: StoredEvent): Tables['report'][] {
	const body = parse(QuestionReportedSchema, event.body);
	if (!body.ok) return [];
	return [
		{
			event: event.id,
			member: event.member,
			organisation: event.organisation ?? null,
			...body.value,
			// A phone's clock may be years ahead.
			reportedAt: Math.min(Math.round(event.at + (event.offset ?? 0)), event.receivedAt)
		}
	];
}

function rowOf({ course: _, question: __, handledAt, handledBy, note, ...row }: ReportFound): ReportRow {
	const reason = parse(QuestionReportedSchema.entries.reason, row.reason);
	return {
		...row,
		reason: reason.ok ? reason.value : 'other',
		...(handledAt !== null && { handled: { at: handledAt, by: handledBy ?? '', note: note ?? '' } })
	};
}
