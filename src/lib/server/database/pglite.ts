import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Database, Parameter, Queries } from './database.ts';

// Rows read alike on both backends: dates and times stay text, numbers are numbers.
const text = (value: string) => value;
const parsers = { 20: Number, 1082: text, 1083: text, 1114: text, 1184: text, 1700: Number };

/** The embedded database, in process. Its one connection is shared with Supabase Lite. */
export function wrapPglite(pglite: PGlite): Database {
	const on = (connection: PGlite | Transaction): Queries => ({
		query: async <Row extends Record<string, unknown>>(
			statement: string,
			parameters: Parameter[] = []
		) => (await connection.query<Row>(statement, parameters, { parsers })).rows
	});

	return {
		...on(pglite),
		execute: async (script) => {
			const all = await pglite.transaction((transaction) => transaction.exec(script, { parsers }));
			return all.flatMap(({ rows }) => rows as Record<string, unknown>[]);
		},
		transaction: (work) => pglite.transaction((transaction) => work(on(transaction))),
		listen: (channel, heard) => pglite.listen(channel, heard),
		close: () => pglite.close()
	};
}
