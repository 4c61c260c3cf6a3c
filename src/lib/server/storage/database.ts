import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Database, Tables } from './schema.ts';
import { kyselyDatabase, openSqlite } from './sqlite.ts';

/** The file that holds everything but pictures and secrets. */
export function databasePath(dataDir: string): string {
	return join(dataDir, 'saixue.db');
}

/** Opens the server's database with today's tables; makes the data folder when there is none. */
export async function openDatabase(dataDir: string): Promise<Database> {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	// Readable by the server's user alone; SQLite gives its side files the same rights.
	closeSync(openSync(databasePath(dataDir), 'a', 0o600));
	const file = openSqlite(databasePath(dataDir));
	const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyDatabase(file) }) });
	await migrate(db, 'sqlite');
	return db;
}
