import { expect, test } from 'vitest';
import { guessLayout, problemOf, shapeOf } from './layout.ts';

const guess = (rows: string[]) =>
	guessLayout(
		rows.map((row, at) => ({ line: at + 1, cells: row.split(';') })),
		(name) => ['fleet uptime', 'cash runway'].includes(name.trim().toLowerCase())
	);

test.each([
	[['Metric;Week;Value', 'Fleet uptime;2026-W47;98'], 'metric period value', 'reading rows'],
	[['When;How much;KPI', '16/11/2026;98;Uptme'], 'period value metric', 'reading rows'],
	[
		['Region;Metric;Date;Reading;Comment', 'North;Fleet uptime;46342;98;fine'],
		'none metric period value none',
		'reading rows'
	],
	[
		['Metric;Owner;2026-W46;2026-W47', 'Fleet uptime;Ada;98;99'],
		'metric none value value',
		'metric rows'
	],
	[['Metric;46335;46342', 'Fleet uptime;98;99'], 'metric value value', 'metric rows'],
	[
		['Week;Fleet uptime;Cash runway', '2026-W46;98;12', '2026-W47;99;'],
		'period value value',
		'period rows'
	],
	[['Week;Uptme;Runway', '2026-W46;98;12'], 'period value value', 'period rows']
])('%j is %s', (rows, roles, shape) => {
	const layout = guess(rows);
	expect(layout).toEqual({ roles: roles.split(' '), isHeaded: true });
	expect(shapeOf(layout.roles)).toBe(shape);
	expect(problemOf(layout)).toBeUndefined();
});

test('a first row that is a reading is no heading', () => {
	expect(guess(['Fleet uptime;2026-W46;98', 'Fleet uptime;2026-W47;99'])).toEqual({
		roles: ['metric', 'period', 'value'],
		isHeaded: false
	});
});

test('what cannot be read is asked for', () => {
	expect(problemOf(guess(['Colour;Size', 'red;big']))).toContain('which column holds the readings');
	const isHeaded = true;
	expect(problemOf({ roles: ['metric', 'metric', 'value'], isHeaded })).toContain(
		'Only one column'
	);
	expect(problemOf({ roles: ['value', 'none'], isHeaded })).toContain('names the metric');
	expect(problemOf({ roles: ['metric', 'period', 'value', 'value'], isHeaded })).toContain(
		'only one column can hold the reading'
	);
	expect(problemOf({ roles: ['metric', 'value'], isHeaded: false })).toContain('first row');
});
