import { shapeOf, type Layout } from './layout.ts';
import type { Line } from '#lib/import/table.ts';

/** A reading as the table has it: three texts, and where they stand. */
export type Cell = {
	line: number;
	/** The heading of the column the reading stands in. */
	column: string;
	metric: string;
	period: string;
	value: string;
};

/** Every cell that can hold a reading, row by row, whatever the shape of the table. */
export function* cellsOf(lines: readonly Line[], { roles, isHeaded }: Layout): Generator<Cell> {
	const shape = shapeOf(roles);
	if (!shape) return;
	const [metric, period] = [roles.indexOf('metric'), roles.indexOf('period')];
	const values = roles.flatMap((role, at) => (role === 'value' ? [at] : []));
	const heading = isHeaded ? lines[0]?.cells : undefined;
	for (const { line, cells } of isHeaded ? lines.slice(1) : lines) {
		const at = (column: number) => cells[column]?.trim() ?? '';
		for (const column of values) {
			const name = heading?.[column]?.trim() ?? '';
			yield {
				line,
				column: name || `Column ${column + 1}`,
				metric: shape === 'period rows' ? name : at(metric),
				period: shape === 'metric rows' ? name : at(period),
				value: at(column)
			};
		}
	}
}
