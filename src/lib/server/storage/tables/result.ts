import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ResultRow } from '#lib/wire/results.ts';
import type { Database, Tables } from '../schema.ts';

export async function putResult(db: Database, result: Tables['result']): Promise<void> {
	const { attempt: _, member: __, ...rest } = result;
	await db
		.insertInto('result')
		.values(result)
		.onConflict((conflict) => conflict.columns(['attempt', 'member']).doUpdateSet(rest))
		.execute();
}

/** Attempts at one course that were marked without its key. */
export async function attemptsMarkedByDevice(
	db: Database,
	organisation: string,
	course: string
): Promise<{ attempt: string; member: string }[]> {
	return db
		.selectFrom('result')
		.select(['attempt', 'member'])
		.where('organisation', '=', organisation)
		.where('course', '=', course)
		.where('markedBy', '=', 'device')
		.execute();
}

export interface ResultFilter {
	organisation: string;
	search?: string | undefined;
	course?: string | undefined;
	passed?: 'yes' | 'no' | undefined;
	order: 'when' | 'name' | 'title' | 'score' | 'time';
	direction: 'up' | 'down';
}

export async function countResults(db: Database, filter: ResultFilter): Promise<number> {
	const row = await db
		.selectFrom('result')
		.innerJoin('person', 'person.id', 'result.member')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where((eb) => matches(eb, filter))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function listResults(
	db: Database,
	filter: ResultFilter,
	window: { limit: number; offset: number }
): Promise<ResultRow[]> {
	const direction = filter.direction === 'up' ? 'asc' : 'desc';
	const rows = await db
		.selectFrom('result')
		.innerJoin('person', 'person.id', 'result.member')
		.select([
			'result.attempt',
			'result.member',
			'person.name',
			'result.title',
			'result.course',
			'result.startedAt',
			'result.handedInAt',
			'result.durationMs',
			'result.scoreHundredths',
			'result.fullHundredths',
			'result.right',
			'result.questions',
			'result.ungraded',
			'result.passed',
			'result.markedBy',
			'result.clockSuspect'
		])
		.where((eb) => matches(eb, filter))
		.orderBy(ORDERS[filter.order], direction)
		.orderBy('result.attempt', direction)
		.limit(window.limit)
		.offset(window.offset)
		.execute();
	return rows.map((row) => ({
		...row,
		passed: row.passed === 1,
		clockSuspect: row.clockSuspect === 1,
		markedBy: row.markedBy === 'server' ? 'server' : 'device'
	}));
}

/** The courses with results, by title; where a title changed, the newest. */
export async function coursesWithResults(
	db: Database,
	organisation: string
): Promise<{ course: string; title: string }[]> {
	const rows = await db
		.selectFrom('result')
		.select(['course', 'title', (eb) => eb.fn.max('startedAt').as('last')])
		.where('organisation', '=', organisation)
		.groupBy(['course', 'title'])
		.orderBy('last')
		.execute();
	return [...new Map(rows.map(({ course, title }) => [course, { course, title }])).values()];
}

const ORDERS = {
	when: 'result.startedAt',
	name: 'person.name',
	title: 'result.title',
	score: 'result.scoreHundredths',
	time: 'result.durationMs'
} as const;

type Joined = Pick<Tables, 'result' | 'person'>;

function matches(
	eb: ExpressionBuilder<Joined, 'result' | 'person'>,
	filter: ResultFilter
): Expression<SqlBool> {
	const { search, course, passed } = filter;
	const conditions: Expression<SqlBool>[] = [eb('result.organisation', '=', filter.organisation)];
	if (course) conditions.push(eb('result.course', '=', course));
	if (passed) conditions.push(eb('result.passed', '=', passed === 'yes' ? 1 : 0));
	for (const word of (search ?? '').trim().toLowerCase().split(/\s+/)) {
		if (!word) continue;
		conditions.push(eb.or([contains(eb, 'person.name', word), contains(eb, 'result.title', word)]));
	}
	return eb.and(conditions);
}

/** Without LIKE, which would need its wildcards escaped differently on the two databases. */
function contains(
	eb: ExpressionBuilder<Joined, 'result' | 'person'>,
	column: 'person.name' | 'result.title',
	word: string
): Expression<SqlBool> {
	return eb(
		eb.fn<string>('replace', [eb.fn<string>('lower', [column]), eb.val(word), eb.val('')]),
		'!=',
		eb.fn<string>('lower', [column])
	);
}
