/**
 * SQL for what no person asks for: the update log, settling, jobs, the change feed. People's own
 * questions go through supabase-js with their rights; nothing here may serve one.
 *
 * Parameters are strings, numbers, booleans, null or bytes. JSON goes in as text and is cast in
 * the statement (`$1::text::jsonb`), because drivers disagree on what a bare jsonb parameter is.
 */
export type Parameter = string | number | boolean | null | Uint8Array;

export type Queries = {
	query<Row extends Record<string, unknown>>(
		statement: string,
		parameters?: Parameter[]
	): Promise<Row[]>;
};

export type Database = Queries & {
	/** Runs several statements without parameters, as migrations are; the rows of all of them. */
	execute(script: string): Promise<Record<string, unknown>[]>;
	transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
	/**
	 * Calls back for each `pg_notify` on the channel; the returned function stops it. `restored` is
	 * called when the listening was interrupted and goes on: what was said meanwhile is lost.
	 */
	listen(
		channel: string,
		heard: (payload: string) => void,
		restored?: () => void
	): Promise<() => Promise<void>>;
	close(): Promise<void>;
};
