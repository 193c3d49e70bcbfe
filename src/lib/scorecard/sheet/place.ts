/** A cell by its row and column, from the upper left. */
export type Place = { row: number; column: number };
export type Size = { rows: number; columns: number };

const steps: Record<string, Place> = {
	ArrowUp: { row: -1, column: 0 },
	ArrowDown: { row: 1, column: 0 },
	ArrowLeft: { row: 0, column: -1 },
	ArrowRight: { row: 0, column: 1 }
};

/** Where a key leads, as in a spreadsheet; nowhere at the edge, or when it leads nowhere at all. */
export function moved(
	from: Place,
	{ key, shiftKey }: { key: string; shiftKey: boolean },
	{ rows, columns }: Size
): Place | undefined {
	const step = key === 'Enter' ? steps[shiftKey ? 'ArrowUp' : 'ArrowDown'] : steps[key];
	if (!step) return undefined;
	const to = { row: from.row + step.row, column: from.column + step.column };
	const isInside = to.row >= 0 && to.row < rows && to.column >= 0 && to.column < columns;
	return isInside ? to : undefined;
}

/** The cells of a block copied from a spreadsheet; one cell alone is no block. */
export function readBlock(text: string): string[][] | undefined {
	const rows = text
		.replace(/\r\n?/g, '\n')
		.replace(/\n$/, '')
		.split('\n')
		.map((row) => row.split('\t').map(unquoted));
	return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : undefined;
}

/** Spreadsheets put quotation marks around cells that hold some themselves. */
const unquoted = (cell: string) =>
	/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/**
 * Which cells a block fills from its upper left on, and how many of its cells find no place. Empty
 * ones fill nothing: a reading cannot be taken away.
 */
export function filled(
	block: readonly (readonly string[])[],
	from: Place,
	{ rows, columns }: Size
): { cells: (Place & { typed: string })[]; beyond: number } {
	const cells = block.flatMap((row, down) =>
		row.flatMap((cell, right) =>
			cell.trim() === ''
				? []
				: [{ row: from.row + down, column: from.column + right, typed: cell.trim() }]
		)
	);
	const inside = cells.filter(({ row, column }) => row < rows && column < columns);
	return { cells: inside, beyond: cells.length - inside.length };
}
