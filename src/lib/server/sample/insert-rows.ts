import type { Queries } from '../database/database.ts';

/** An object becomes JSON in its column. */
type Value = string | number | boolean | null | object;
export type Row = Record<string, Value>;

/** Inserts rows of one shape in one statement. Table and column names are ours, never typed in. */
export async function insertRows(
	queries: Queries,
	table: string,
	rows: readonly Row[]
): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}).join(', ');
	if (!columns) return;
	await queries.query(
		`insert into ${table} (${columns})
		select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
		[JSON.stringify(rows)]
	);
}
