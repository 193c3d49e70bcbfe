import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { periodsKept, rowOf, urgencyOf } from './row.ts';
import { chartOf, storyOf } from './story.ts';

const today = '2026-11-19';
const listed = { ...aMetric(), since: '2026-01-05' };

test('a row has a year of periods, with gaps where nothing was read', () => {
	const row = rowOf(
		listed,
		[
			{ period: '2026-11-02', value: 99.1 },
			{ period: '2026-11-16', value: 99.2 }
		],
		today
	);
	expect(row.points).toHaveLength(periodsKept);
	expect(row.points.slice(-3).map(({ value }) => value)).toEqual([99.1, null, 99.2]);
	expect(row.newest).toEqual({ period: '2026-11-16', value: 99.2 });
});

test('what is late says so, and ranks with what is off track', () => {
	const late = rowOf(listed, [{ period: '2026-10-26', value: 99.1 }], today);
	expect(late.standing).toEqual({
		status: 'none',
		word: 'Late',
		reason: 'Its reading is late. Before: 99.1% meets min 99.0%.'
	});
	expect(urgencyOf(late)).toBe(0);
	expect(rowOf({ ...listed, since: '2026-11-17' }, [], today).isLate).toBe(false);
});

test('a month is read by months', () => {
	const monthly = { ...listed, ...aMetric({ cadence: 'month' }) };
	const row = rowOf(monthly, [{ period: '2026-10-01', value: 98 }], today);
	expect(row.asked).toEqual({ period: '2026-10-01', value: 98, before: null });
	expect(row.isLate).toBe(false);
	expect(storyOf(row)).toBe('Fleet uptime: 98.0% in October 2026, target min 99.0%, off track');
});

test('a chart leaves out the current period while it is not read, and keeps the target that counts', () => {
	const path = [{ from: '2026-11-09', target: 99.5 }];
	const row = rowOf(
		{ ...listed, path },
		[
			{ period: '2026-11-02', value: 99.1 },
			{ period: '2026-11-09', value: 99.2 }
		],
		today
	);
	const chart = chartOf(row, 2);
	expect(chart.points.map(({ value }) => value)).toEqual([99.1, 99.2]);
	expect(chart.targets).toEqual([
		{ value: 99, from: 0 },
		{ value: 99.5, from: 1 }
	]);
});

test('the week that is over is asked for while its reading lacks, then the current one', () => {
	const on = (period: string, value: number) => ({ period, value });
	const without = rowOf(listed, [on('2026-11-02', 99)], today);
	expect(without.asked).toEqual({ period: '2026-11-09', value: null, before: 99 });
	const within = rowOf(listed, [on('2026-11-02', 99), on('2026-11-09', 98)], today);
	expect(within.asked).toEqual({ period: '2026-11-16', value: null, before: 98 });
	expect(rowOf({ ...listed, since: '2026-11-17' }, [], today).asked.period).toBe('2026-11-16');
});
