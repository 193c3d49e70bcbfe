/** A list as the database answers it: its columns, each in the same order; null when it is empty. */
export type Columns<Row> = { [Name in keyof Row]: readonly Row[Name][] | null };

/** The rows that columns of one length are; none when the first column is null. */
export function rowsOf<Row extends object>(columns: Columns<Row>): Row[] {
	const named = Object.entries(columns) as [keyof Row, readonly Row[keyof Row][] | null][];
	const [, first] = named[0] ?? [];
	return Array.from({ length: first?.length ?? 0 }, (_, at) => {
		const row: Partial<Row> = {};
		for (const [name, values] of named) row[name] = values?.[at];
		return row as Row;
	});
}
