import type { Database } from '../schema.ts';

export async function progressOf(db: Database, job: string): Promise<number> {
	const row = await db.selectFrom('progress').select('sequence').where('job', '=', job).executeTakeFirst();
	return row?.sequence ?? 0;
}

export async function writeProgress(db: Database, job: string, sequence: number): Promise<void> {
	await db
		.insertInto('progress')
		.values({ job, sequence })
		.onConflict((conflict) => conflict.column('job').doUpdateSet({ sequence }))
		.execute();
}
