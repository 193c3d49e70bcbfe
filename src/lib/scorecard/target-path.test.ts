import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { rowOf } from './row.ts';
import { standing } from './status.ts';
import { mostSteps, readPath } from './target-path.ts';

const step = (from: string, target: string) => ({ from, target });

test('steps are put in the order of their days, in whatever order they were typed', () => {
	const typed = [step('2027-01-01', '99.5 %'), step('2026-10-01', '98,5')];

	expect(readPath(typed, '%')).toEqual({
		path: [
			{ from: '2026-10-01', target: 98.5 },
			{ from: '2027-01-01', target: 99.5 }
		]
	});
});

test('an emptied line is a step taken away', () => {
	expect(readPath([step('', ''), step('2026-10-01', '3'), step(' ', ' ')])).toEqual({
		path: [{ from: '2026-10-01', target: 3 }]
	});
	expect(readPath([])).toEqual({ path: [] });
});

test.each([
	[step('', '3'), 'day'],
	[step('2026-02-31', '3'), 'day'],
	[step('soon', '3'), 'day'],
	[step('2026-10-01', ''), 'number'],
	[step('2026-10-01', 'high'), 'number'],
	[step('2026-10-01', '1e99'), 'number']
])('%o is refused, and the line is named', (bad, what) => {
	const read = readPath([step('2026-01-01', '1'), bad]);

	expect(read).toMatchObject({ line: 1, problem: expect.stringContaining(what) });
});

test('two targets from one day contradict each other', () => {
	expect(readPath([step('2026-10-01', '3'), step('2026-10-01', '3')])).toMatchObject({ line: 1 });
});

test('more steps than the database keeps are refused', () => {
	const typed = Array.from({ length: mostSteps + 1 }, (_, year) =>
		step(`${2000 + year}-01-01`, '1')
	);

	expect(readPath(typed)).toHaveProperty('problem');
	expect(readPath(typed.slice(1))).toHaveProperty('path');
});

test('a reading is judged by the step of its own period, and the chart shows each step', () => {
	const path = [
		{ from: '2026-11-02', target: 99 },
		{ from: '2026-11-16', target: 99.5 }
	];
	const metric = aMetric({ target: 98, tolerance: null, path });

	expect(standing(98.5, metric, '2026-10-26').status).toBe('on');
	expect(standing(99.2, metric, '2026-11-09').status).toBe('on');
	expect(standing(99.2, metric, '2026-11-16').reason).toContain('99.5%');
	const { targets } = rowOf({ ...metric, since: '2026-01-01' }, [], '2026-11-21');
	expect(targets.map(({ value }) => value)).toEqual([98, 99, 99.5]);
});
