import { readNumber } from '../number.ts';
import { readPeriod } from './period-words.ts';
import type { Line } from '#lib/import/table.ts';

/** What a column holds. Its heading says the rest: a metric, or a period. */
export type Role = 'metric' | 'period' | 'value' | 'none';

/** What each column holds, and whether the first row is a heading. */
export type Layout = { roles: Role[]; isHeaded: boolean };

/**
 * How a table is laid out: a reading a row; a metric a row, with a column for each period; or a
 * period a row, with a column for each metric.
 */
export type Shape = 'reading rows' | 'metric rows' | 'period rows';

export function shapeOf(roles: readonly Role[]): Shape | undefined {
	const has = (role: Role) => roles.includes(role);
	if (!has('value')) return undefined;
	if (has('metric')) return has('period') ? 'reading rows' : 'metric rows';
	return has('period') ? 'period rows' : undefined;
}

/** What has to be said before the rows can be read; nothing when they can. */
export function problemOf({ roles, isHeaded }: Layout): string | undefined {
	const times = (role: Role) => roles.filter((one) => one === role).length;
	if (times('value') === 0) return 'Say which column holds the readings.';
	if (times('metric') > 1) return 'Only one column can name the metric.';
	if (times('period') > 1) return 'Only one column can hold the period.';
	const shape = shapeOf(roles);
	if (!shape) return 'Say which column names the metric, or which one holds the period.';
	if (shape === 'reading rows' && times('value') > 1)
		return 'With metric and period in each row, only one column can hold the reading.';
	if (shape !== 'reading rows' && !isHeaded)
		return 'The first row has to name the columns, or nobody can tell what they hold.';
	return undefined;
}

/** In a wide table only one column names its rows: the one that did so before lets go. */
export function chooseRole(layout: Layout, column: number, role: Role): Layout {
	const roles = layout.roles.map((before, at): Role => {
		if (at === column) return role;
		return before === role && role !== 'value' && role !== 'none' ? 'none' : before;
	});
	return { ...layout, roles };
}

const names = {
	metric: /metric|measure|indicator|kpi|name|what/i,
	period: /period|date|day|week|month|quarter|when/i,
	value: /value|reading|actual|result|number|amount|count/i
};

/**
 * What the columns seem to hold.
 *
 * @param lines the first ones are enough
 * @param isMetric whether the team has a metric of this name
 */
export function guessLayout(lines: readonly Line[], isMetric: (name: string) => boolean): Layout {
	const [first, ...rest] = lines;
	const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
	const heading = Array.from({ length: width }, (_, at) => first?.cells[at]?.trim() ?? '');
	if (first && isReading(first.cells)) return { roles: rolesOf(lines, width), isHeaded: false };

	const below = rest.slice(0, 50);
	const holds = (at: number, test: (cell: string) => boolean) => {
		const filled = below.flatMap(({ cells }) => cells[at]?.trim() || []);
		return filled.length > 0 && filled.filter(test).length >= filled.length / 2;
	};
	const columns = heading.map((name, at) => ({
		at,
		isPeriodNamed: isPeriod(name),
		isMetricNamed: isMetric(name),
		holdsPeriods: holds(at, isPeriod) && !isPeriod(name),
		holdsMetrics: holds(at, isMetric),
		holdsNumbers: holds(at, (cell) => readNumber(cell) !== undefined),
		name
	}));
	const find = (...tests: ((column: (typeof columns)[number]) => boolean)[]) =>
		tests.map((test) => columns.find(test)).find((column) => column !== undefined)?.at;
	const put = (metric?: number, period?: number, value?: (at: number) => boolean) =>
		columns.map(({ at }): Role => {
			if (at === metric) return 'metric';
			if (at === period) return 'period';
			return value?.(at) ? 'value' : 'none';
		});

	const isText = (column: (typeof columns)[number]) =>
		!column.holdsNumbers && !column.holdsPeriods && !column.isPeriodNamed;
	if (columns.some(({ isPeriodNamed }) => isPeriodNamed)) {
		const metric = find(
			({ holdsMetrics }) => holdsMetrics,
			(column) => isText(column) && names.metric.test(column.name),
			isText
		);
		return { roles: put(metric, undefined, (at) => isPeriod(heading[at] ?? '')), isHeaded: true };
	}
	const period = find(
		({ holdsPeriods, name }) => holdsPeriods && names.period.test(name),
		({ holdsPeriods }) => holdsPeriods,
		({ name }) => names.period.test(name)
	);
	const isOther = (column: (typeof columns)[number]) => column.at !== period;
	const metric = columns.some(({ isMetricNamed }) => isMetricNamed)
		? undefined
		: find(
				({ holdsMetrics }) => holdsMetrics,
				(column) => isOther(column) && isText(column) && names.metric.test(column.name)
			);
	if (metric === undefined)
		return {
			roles: put(undefined, period, (at) => {
				const column = columns[at];
				return column !== undefined && (column.isMetricNamed || column.holdsNumbers);
			}),
			isHeaded: true
		};
	const value = find(
		(column) => isOther(column) && column.at !== metric && names.value.test(column.name),
		(column) => isOther(column) && column.at !== metric && column.holdsNumbers,
		(column) => isOther(column) && column.at !== metric
	);
	return { roles: put(metric, period, (at) => at === value), isHeaded: true };
}

const isPeriod = (cell: string) => readPeriod(cell) !== undefined;
/** A bare number can be a reading as well as a day. */
const isWrittenPeriod = (cell: string) => isPeriod(cell) && !/^\d+$/.test(cell.trim());

/** True when a first row is no heading: a metric, a period and a number stand there. */
function isReading(cells: readonly string[]): boolean {
	const period = cells.findIndex(isWrittenPeriod);
	const number = cells.findLastIndex((cell) => readNumber(cell) !== undefined);
	const filled = cells.filter((cell) => cell.trim() !== '').length;
	return filled === 3 && period >= 0 && number >= 0 && number !== period;
}

function rolesOf(lines: readonly Line[], width: number): Role[] {
	const cells = lines[0]?.cells ?? [];
	const period = cells.findIndex(isWrittenPeriod);
	const value = cells.findLastIndex((cell, at) => at !== period && readNumber(cell) !== undefined);
	const metric = cells.findIndex((cell, at) => at !== period && at !== value && cell.trim() !== '');
	return Array.from({ length: width }, (_, at) =>
		at === metric ? 'metric' : at === period ? 'period' : at === value ? 'value' : 'none'
	);
}
