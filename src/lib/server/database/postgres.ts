import postgres from 'postgres';
import type { Database, Parameter, Queries } from './database.ts';

type Rows = Record<string, unknown>[];

/** A pool on a PostgreSQL server. Throws on the first query when it cannot be reached. */
export function openPostgres(url: string, options: { connections?: number } = {}): Database {
	const sql = postgres(url, {
		max: options.connections ?? 10,
		connect_timeout: 10,
		onnotice: () => {},
		connection: { TimeZone: 'UTC' },
		// Rows read alike on both backends: dates and times stay text, big integers are numbers.
		types: {
			text_times: {
				to: 1184,
				from: [1082, 1083, 1114, 1184],
				serialize: String,
				parse: (text: string) => text
			},
			number: { to: 20, from: [20, 1700], serialize: String, parse: Number }
		}
	});

	const on = (connection: postgres.Sql | postgres.TransactionSql): Queries => ({
		query: async <Row extends Record<string, unknown>>(
			statement: string,
			parameters: Parameter[] = []
		) => [...(await connection.unsafe<Row[]>(statement, parameters, { prepare: true }))]
	});

	return {
		...on(sql),
		execute: async (script) => {
			const all: unknown = await sql.begin((transaction) => transaction.unsafe(script).simple());
			// One list of rows for each statement; or, of a single one, its rows.
			return (all as (Rows | Rows[number])[]).flat();
		},
		transaction: async <Result>(work: (queries: Queries) => Promise<Result>) => {
			let result: { value: Result } | undefined;
			await sql.begin(async (transaction) => {
				result = { value: await work(on(transaction)) };
			});
			if (!result) throw new Error('The transaction ended without a result');
			return result.value;
		},
		listen: async (channel, heard, restored) => {
			let hasBegun = false;
			const listening = await sql.listen(channel, heard, () => {
				if (hasBegun) restored?.();
				hasBegun = true;
			});
			return () => listening.unlisten();
		},
		close: () => sql.end({ timeout: 5 })
	};
}
