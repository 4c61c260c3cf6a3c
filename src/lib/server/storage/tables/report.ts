import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { StoredEvent } from '#lib/log/event.ts';
import type { ReportAnswer } from '#lib/wire/reports.ts';
import type { Database, Tables } from '../schema.ts';
import { eventFromRow } from './event.ts';

/** Reports in the log after a sequence, in order. */
export async function eventsReportedAfter(
	db: Database,
	sequence: number,
	limit: number
): Promise<StoredEvent[]> {
	const rows = await db
		.selectFrom('event')
		.selectAll()
		// The words of the partial index, so that it is used.
		.where(sql<SqlBool>`"kind" = 'question-reported'`)
		.where('sequence', '>', sequence)
		.orderBy('sequence')
		.limit(limit)
		.execute();
	return rows.map(eventFromRow);
}

export async function insertReports(db: Database, reports: readonly Tables['report'][]): Promise<void> {
	if (reports.length === 0) return;
	await db
		.insertInto('report')
		.values(reports)
		.onConflict((conflict) => conflict.column('event').doNothing())
		.execute();
}

/** Whose reports, on which courses. */
export interface ReportFilter {
	organisation: string;
	state: 'open' | 'handled';
	course?: string | undefined;
	/** The courses that come with the app: everybody's. */
	builtIn: readonly string[];
}

/** The questions reported, the one reported last first. */
export async function questionsReported(
	db: Database,
	filter: ReportFilter,
	window: { limit: number; offset: number }
): Promise<{ course: string; question: string }[]> {
	const rows = await reports(db, filter)
		.select(['report.course', 'report.question', (eb) => eb.fn.max('report.reportedAt').as('last')])
		.groupBy(['report.course', 'report.question'])
		.orderBy('last', 'desc')
		.orderBy('report.course')
		.orderBy('report.question')
		.limit(window.limit)
		.offset(window.offset)
		.execute();
	return rows.map(({ course, question }) => ({ course, question }));
}

export async function countQuestionsReported(db: Database, filter: ReportFilter): Promise<number> {
	const row = await db
		.selectFrom(
			reports(db, filter)
				.select(['report.course', 'report.question'])
				.groupBy(['report.course', 'report.question'])
				.as('asked')
		)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export interface ReportFound {
	report: string;
	member: string;
	name: string;
	course: string;
	question: string;
	reason: string;
	text: string;
	reportedAt: number;
	handledAt: number | null;
	handledBy: string | null;
	note: string | null;
}

/** All that was said about some questions, newest first. */
export async function reportsOn(
	db: Database,
	filter: ReportFilter,
	questions: readonly { course: string; question: string }[],
	most: number
): Promise<ReportFound[]> {
	if (questions.length === 0) return [];
	return reports(db, filter)
		.leftJoin('person as handler', 'handler.id', 'reportAnswer.handledBy')
		.select([
			'report.event as report',
			'report.member',
			'person.name',
			'report.course',
			'report.question',
			'report.reason',
			'report.text',
			'report.reportedAt',
			'reportAnswer.handledAt',
			'handler.name as handledBy',
			'reportAnswer.note'
		])
		.where((eb) =>
			eb.or(
				questions.map(({ course, question }) =>
					eb.and([eb('report.course', '=', course), eb('report.question', '=', question)])
				)
			)
		)
		.orderBy('report.reportedAt', 'desc')
		.orderBy('report.event', 'desc')
		.limit(most)
		.execute();
}

/** The courses with reports, in both states. */
export async function coursesReported(
	db: Database,
	filter: Omit<ReportFilter, 'state' | 'course'>
): Promise<string[]> {
	const rows = await db
		.selectFrom('report')
		.select('report.course')
		.where((eb) => concerns(eb, filter))
		.groupBy('report.course')
		.orderBy('report.course')
		.execute();
	return rows.map(({ course }) => course);
}

/** Those among the ids that the organisation's trainers may answer. */
export async function reportsConcerning(
	db: Database,
	filter: Omit<ReportFilter, 'state' | 'course'>,
	ids: readonly string[]
): Promise<string[]> {
	const rows = await db
		.selectFrom('report')
		.select('report.event')
		.where('report.event', 'in', ids)
		.where((eb) => concerns(eb, filter))
		.execute();
	return rows.map(({ event }) => event);
}

/** The last answer holds. */
export async function putReportAnswers(
	db: Database,
	answers: readonly Tables['reportAnswer'][]
): Promise<void> {
	await db
		.insertInto('reportAnswer')
		.values(answers)
		.onConflict((conflict) =>
			conflict.columns(['report', 'organisation']).doUpdateSet((eb) => ({
				handledBy: eb.ref('excluded.handledBy'),
				handledAt: eb.ref('excluded.handledAt'),
				note: eb.ref('excluded.note')
			}))
		)
		.execute();
}

/** What was answered to one member, newest first. */
export async function answersTo(db: Database, member: string, most: number): Promise<ReportAnswer[]> {
	return db
		.selectFrom('report')
		.innerJoin('reportAnswer', 'reportAnswer.report', 'report.event')
		.select(['report.event as report', 'reportAnswer.handledAt', 'reportAnswer.note'])
		.where('report.member', '=', member)
		.orderBy('reportAnswer.handledAt', 'desc')
		.orderBy('report.event')
		.limit(most)
		.execute();
}

function reports(db: Database, filter: ReportFilter) {
	return db
		.selectFrom('report')
		.innerJoin('person', 'person.id', 'report.member')
		.leftJoin('reportAnswer', (join) =>
			join
				.onRef('reportAnswer.report', '=', 'report.event')
				.on('reportAnswer.organisation', '=', filter.organisation)
		)
		.where((eb) => concerns(eb, filter))
		.where('reportAnswer.report', filter.state === 'open' ? 'is' : 'is not', null)
		.$if(filter.course !== undefined, (query) => query.where('report.course', '=', filter.course ?? ''));
}

/**
 * Reported within the organisation, or by a member before they belonged to any; and about a course that it
 * published once or that comes with the app: what people import for themselves is nobody's business.
 */
function concerns(
	eb: ExpressionBuilder<Pick<Tables, 'report' | 'membership' | 'offer'>, 'report'>,
	{ organisation, builtIn }: Pick<ReportFilter, 'organisation' | 'builtIn'>
): Expression<SqlBool> {
	const isMember = eb.exists(
		eb
			.selectFrom('membership')
			.select('membership.member')
			.where('membership.organisation', '=', organisation)
			.whereRef('membership.member', '=', 'report.member')
	);
	const isOffered = eb.exists(
		eb
			.selectFrom('offer')
			.select('offer.publication')
			.where('offer.organisation', '=', organisation)
			.whereRef('offer.publication', '=', 'report.course')
	);
	return eb.and([
		eb.or([
			eb('report.organisation', '=', organisation),
			eb.and([eb('report.organisation', 'is', null), isMember])
		]),
		builtIn.length > 0 ? eb.or([isOffered, eb('report.course', 'in', builtIn)]) : isOffered
	]);
}
