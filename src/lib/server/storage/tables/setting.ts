import type { Database } from '../schema.ts';

/** `epoch` names this database: a restored backup gets another one, so that devices push again. */
export type SettingKey = 'epoch' | 'setup-token';

export async function readSetting(db: Database, key: SettingKey): Promise<string | undefined> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
	return row?.value;
}

export async function writeSetting(db: Database, key: SettingKey, value: string): Promise<void> {
	await db
		.insertInto('setting')
		.values({ key, value })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
		.execute();
}

/** Writes it only when there is none; gives the one that stands then. */
export async function settingOrNew(db: Database, key: SettingKey, value: string): Promise<string> {
	await db
		.insertInto('setting')
		.values({ key, value })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.execute();
	return (await readSetting(db, key)) ?? value;
}

/** Whether it was there with this very value: of two who ask at once, one takes it. */
export async function takeSetting(db: Database, key: SettingKey, value: string): Promise<boolean> {
	const taken = await db
		.deleteFrom('setting')
		.where('key', '=', key)
		.where('value', '=', value)
		.returning('key')
		.executeTakeFirst();
	return taken !== undefined;
}
