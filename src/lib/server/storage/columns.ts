import type { ColumnDataType } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

/** What each kind of value is stored as: the one place where the two databases differ in columns. */
export function columnsFor(kind: DatabaseKind) {
	return kind === 'sqlite'
		? ({
				text: 'text',
				/** Counts, sequences and instants: 64 bits. */
				integer: 'integer',
				real: 'real',
				/** 0 or 1. */
				flag: 'integer',
				/** Text that is parsed by a schema when it is read. */
				json: 'text',
				bytes: 'blob',
				/** As the account library stores them. */
				accountDate: 'date',
				accountFlag: 'integer'
			} satisfies Columns)
		: ({
				text: 'text',
				integer: 'bigint',
				real: 'double precision',
				flag: 'smallint',
				json: 'text',
				bytes: 'bytea',
				accountDate: 'timestamptz',
				accountFlag: 'boolean'
			} satisfies Columns);
}

type Columns = Record<
	'text' | 'integer' | 'real' | 'flag' | 'json' | 'bytes' | 'accountDate' | 'accountFlag',
	ColumnDataType
>;
