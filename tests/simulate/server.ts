import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { ok, refuse } from '#lib/base/result.ts';
import { millis } from '#lib/base/time.ts';
import type { StoredEvent } from '#lib/log/event.ts';
import { createEventStore } from '#lib/server/ingest/event-store.ts';
import { createVerify, pull } from '#lib/server/pull.ts';
import { migrate } from '#lib/server/storage/migrate.ts';
import type { Tables } from '#lib/server/storage/schema.ts';
import { kyselyDatabase } from '#lib/server/storage/sqlite.ts';
import { eventsAfter } from '#lib/server/storage/tables/event.ts';
import type { PushResponse } from '#lib/wire/push.ts';
import type { PendingCall } from './actor.ts';

const TABLES = ['event', 'device', 'deviceAhead', 'conflict'] as const;
type Rows = Record<string, SQLOutputValue>[];

export interface Backup {
	tables: Map<string, Rows>;
}

/**
 * The server's own code (event store, pull, verify) over one SQLite database in memory, which every seed
 * uses anew.
 */
export class SimulatedServer {
	readonly #file: DatabaseSync;
	readonly #db: Kysely<Tables>;
	#store: ReturnType<typeof createEventStore>;
	#verify: ReturnType<typeof createVerify>;
	epoch = 'epoch-1';
	now = millis(0);

	static async open(): Promise<SimulatedServer> {
		const file = new DatabaseSync(':memory:');
		const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyDatabase(file) }) });
		await migrate(db, 'sqlite');
		return new SimulatedServer(file, db);
	}

	private constructor(file: DatabaseSync, db: Kysely<Tables>) {
		this.#file = file;
		this.#db = db;
		this.#store = createEventStore(file, this.epoch);
		this.#verify = createVerify({ db, epoch: this.epoch });
	}

	/** An empty server for the next seed. */
	begin(): void {
		for (const table of TABLES) this.#file.exec(`delete from "${table}"`);
		this.#start('epoch-1');
	}

	/** What the server makes of one request of a member's. */
	async handle(call: PendingCall, member: string): Promise<unknown> {
		if (call.name === 'push') return ok(this.push(call.argument, member));
		if (call.name === 'pull') {
			const cursor = typeof call.argument === 'string' ? call.argument : undefined;
			return ok(await pull({ db: this.#db, epoch: this.epoch }, member, cursor, this.now));
		}
		if (call.name === 'verify') return ok(await this.#verify(member));
		const person = { id: member, userName: member, name: member, memberships: [] };
		return ok({ person, serverNow: this.now });
	}

	push(body: unknown, member: string): PushResponse {
		// Over the line and back: what JSON does not carry must not arrive.
		const { device, events } = JSON.parse(JSON.stringify(body));
		const [answer] = this.#store.write([{ member, organisations: [], device, events }], this.now);
		if (!answer) throw new Error('a push without an answer');
		return answer;
	}

	eventsOf(member: string): Promise<StoredEvent[]> {
		return eventsAfter(this.#db, member, 0, 1_000_000);
	}

	backUp(): Backup {
		return {
			tables: new Map(TABLES.map((table) => [table, this.#file.prepare(`select * from "${table}"`).all()]))
		};
	}

	/** @param epoch another one, as `restore` gives; the same: somebody copied the file back by hand */
	restore({ tables }: Backup, epoch: string): void {
		for (const [table, rows] of tables) {
			this.#file.exec(`delete from "${table}"`);
			for (const row of rows) {
				const names = Object.keys(row);
				const insert = this.#file.prepare(
					`insert into "${table}" (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`
				);
				insert.run(...Object.values(row));
			}
		}
		this.#start(epoch);
	}

	/** A restart: nothing is remembered but what lies in the database. */
	#start(epoch: string): void {
		this.epoch = epoch;
		this.#store = createEventStore(this.#file, epoch);
		this.#verify = createVerify({ db: this.#db, epoch });
	}
}

/** What stands between a page and the server may answer in its place. */
export const REFUSALS = {
	tooLarge: refuse({ status: 413, type: 'TooLarge', detail: {} }),
	tooMany: refuse({ status: 429, type: 'TooManyRequests', retryAfterMs: 1_000, detail: {} }),
	unavailable: refuse({ status: 503, type: 'Status', detail: {} })
} as const;
