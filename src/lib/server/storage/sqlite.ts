import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * Opens a database file the way all of the server does: an acknowledged write has reached the disk, a
 * writer waits for another one up to five seconds.
 */
export function openSqlite(path: string): DatabaseSync {
	const database = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
	const version = database.prepare('select sqlite_version() as version').get()?.version;
	if (typeof version !== 'string' || !isSafeVersion(version)) {
		database.close();
		throw new Error(
			`SQLite ${String(version)} can corrupt a database in WAL mode; 3.51.3 or later is needed`
		);
	}
	database.exec('pragma journal_mode = wal');
	database.exec('pragma synchronous = full');
	// 16 MB: a page that many commits touch is moved to its place once.
	database.exec('pragma wal_autocheckpoint = 4000');
	database.exec('pragma journal_size_limit = 67108864');
	database.exec('pragma cache_size = -32000');
	return database;
}

/** 3.7.0–3.51.2 can lose a WAL reset when two connections write (sqlite.org, 3.51.3 release notes). */
function isSafeVersion(version: string): boolean {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	return major * 1_000_000 + minor * 1_000 + patch >= 3_051_003;
}

/** What Kysely's SQLite dialect wants of a database. Every transaction takes the write lock at once. */
export function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
	const statements = new Map<string, StatementSync>();
	const prepare = (sql: string): StatementSync => {
		const held = statements.get(sql);
		if (held) return held;
		const statement = database.prepare(sql);
		if (statements.size >= MOST_STATEMENTS) statements.clear();
		statements.set(sql, statement);
		return statement;
	};
	return {
		close: () => database.close(),
		prepare: (sql): SqliteStatement => {
			const statement = prepare(sql === 'begin' ? 'begin immediate' : sql);
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...parameters.map(bindable)),
				run: (parameters) => statement.run(...parameters.map(bindable)),
				iterate: (parameters) => statement.iterate(...parameters.map(bindable))
			};
		}
	};
}
const MOST_STATEMENTS = 500;

function bindable(value: unknown): SQLInputValue {
	if (value === undefined || value === null) return null;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value instanceof Date) return value.toISOString();
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
	if (value instanceof Uint8Array) return value;
	throw new TypeError(`cannot store a value of type ${typeof value}`);
}
