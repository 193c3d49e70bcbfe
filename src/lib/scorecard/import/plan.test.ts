import { expect, test } from 'vitest';
import { guessLayout } from './layout.ts';
import { matcher } from './match.ts';
import { planImport } from './plan.ts';
import type { Counted, Settings } from './settings.ts';
import { readTable } from '#lib/import/table.ts';

const today = '2026-11-21';
const metric = (id: string, name: string, more: Partial<Counted> = {}): Counted => ({
	id,
	name,
	key: id,
	cadence: 'week',
	unit: '%',
	decimals: 1,
	isRemoved: false,
	...more
});
const metrics = [
	metric('uptime', 'Fleet uptime'),
	metric('margin', 'Gross margin', { cadence: 'month' }),
	metric('nps', 'NPS', { cadence: 'quarter', unit: 'pts' }),
	metric('cash', 'Cash', { unit: '€' }),
	metric('fax', 'Fax', { isRemoved: true })
];

function plan(text: string, settings: Partial<Settings> = {}) {
	const table = readTable(text);
	if ('refused' in table) throw new Error(table.refused);
	const match = matcher(metrics);
	const layout = guessLayout(table.lines, (name) => 'metric' in match(name));
	return planImport(table.lines, { layout, chosen: {}, ...settings }, metrics, today);
}
const wrongs = (text: string, settings: Partial<Settings> = {}) =>
	plan(text, settings).problems.map(({ line, wrong }) => `${line}: ${wrong}`);

test('a reading a row is read whatever its periods are called', () => {
	const { readings, problems } = plan(`Metric,Period,Value
fleet uptime,2026-W47,98.4%
Fleet Uptime,11/11/2026,98
Gross margin,Nov 2026,(3.5)
NPS,Q4 2026,41 pts
Cash,46342,"€1,200.50"`);
	expect(problems).toEqual([]);
	expect(readings).toEqual([
		{ line: 2, metric: 'uptime', period: '2026-11-16', value: 98.4 },
		{ line: 3, metric: 'uptime', period: '2026-11-09', value: 98 },
		{ line: 4, metric: 'margin', period: '2026-11-01', value: -3.5 },
		{ line: 5, metric: 'nps', period: '2026-10-01', value: 41 },
		{ line: 6, metric: 'cash', period: '2026-11-16', value: 1200.5 }
	]);
});

test('a metric a row and a period a row say the same', () => {
	const expected = [
		['uptime', '2026-11-09', 98],
		['uptime', '2026-11-16', 99],
		['cash', '2026-11-09', 12]
	];
	const told = (text: string) => {
		const { readings, problems, empty } = plan(text);
		expect(problems).toEqual([]);
		expect(empty).toBe(1);
		return readings.map(({ metric, period, value }) => [metric, period, value]);
	};
	expect(told('Metric;2026-W46;2026-W47\nFleet uptime;98;99\nCash;12;\n')).toEqual(expected);
	expect(told('Week;Fleet uptime;Cash\n2026-W46;98;12\n2026-W47;99;\n').toSorted()).toEqual(
		expected.toSorted()
	);
});

test('every bad row is named with its line, what is wrong and what to do', () => {
	const { problems, readings } = plan(`Metric,Period,Value
Fleet uptme,2026-W47,1
Fax,2026-W47,1
Fleet uptime,yesterday,1
Fleet uptime,Nov 2026,1
Gross margin,2026-W47,1
Fleet uptime,2026-W52,1
Fleet uptime,2026-W46,ten
Fleet uptime,2026-W45,=cmd|'/c calc'!A1
Fleet uptime,2026-W44,12 of 15
,2026-W47,1
Fleet uptime,,1
Fleet uptime,2026-W43,
Fleet uptime,2026-W42,98`);
	expect(problems.map(({ line, wrong }) => `${line}: ${wrong}`)).toEqual([
		'2: No metric is called “Fleet uptme”.',
		'3: “Fax” was taken off the scorecard.',
		'4: “yesterday” is no day, week, month or quarter.',
		'5: “Nov 2026” is a month, and Fleet uptime is counted every week.',
		'6: “2026-W47” is a week, and Gross margin is counted every month.',
		'7: Week 52 of 2026 has not begun yet.',
		'8: “ten” is not a number.',
		`9: “=cmd|'/c calc'!A1” is a formula, not a number.`,
		'10: “12 of 15” is not a number.',
		'11: Nothing says which metric this is.',
		'12: Nothing says which period this is.'
	]);
	expect(problems.every(({ remedy, column }) => remedy !== '' && column === 'Value')).toBe(true);
	expect(readings).toEqual([{ line: 14, metric: 'uptime', period: '2026-10-12', value: 98 }]);
});

test('a row that is wrong for one reason is one problem, however wide it is', () => {
	const found = plan('Metric;2026-W45;2026-W46;2026-W47\nUptme;1;2;3\nFleet uptime;1;x;y\n');
	expect(found.failing).toBe(5);
	expect(found.problems.map(({ line, column, wrong }) => `${line} ${column}: ${wrong}`)).toEqual([
		'2 2026-W45: No metric is called “Uptme”.',
		'3 2026-W46: “x” is not a number.',
		'3 2026-W47: “y” is not a number.'
	]);
});

test('a name nobody knows is what somebody says it is, or stays out', () => {
	const text = 'Metric,Period,Value\nUptme,2026-W47,98\nUPTME ,2026-W46,97\nFax,2026-W47,1\n';
	const { names } = plan(text);
	expect(names).toMatchObject([
		{ name: 'Uptme', times: 2, match: { why: 'unknown' } },
		{ name: 'Fax', times: 1, match: { why: 'removed' } }
	]);
	const chosen = plan(text, { chosen: { uptme: 'uptime', fax: 'none' } });
	expect(chosen.problems).toEqual([]);
	expect(chosen.leftOut).toBe(1);
	expect(chosen.readings.map(({ metric }) => metric)).toEqual(['uptime', 'uptime']);
});

test('the same period twice is a problem when the readings differ, and none when they agree', () => {
	const text = `Metric,Period,Value
Fleet uptime,2026-W47,98
Fleet uptime,16/11/2026,98
Fleet uptime,18/11/2026,97`;
	expect(wrongs(text)).toEqual([
		'4: Line 2 has another reading of Fleet uptime for week 47 of 2026.'
	]);
	expect(plan(text)).toMatchObject({ repeated: 1, readings: [{ line: 2, value: 98 }] });
});

test('dates that can be read two ways are asked for, until somebody says or another date tells', () => {
	const text = 'Metric;Date;Value\nFleet uptime;03/08/2026;98\n';
	expect(plan(text).order).toBe('either');
	expect(wrongs(text)).toEqual(['2: “03/08/2026” can be 3 August or 8 March.']);
	expect(plan(text, { order: 'day first' }).readings).toMatchObject([{ period: '2026-08-03' }]);
	expect(plan(text, { order: 'month first' }).readings).toMatchObject([{ period: '2026-03-02' }]);
	const told = plan(`${text}Fleet uptime;16/11/2026;98\n`);
	expect(told).toMatchObject({ order: 'day first', problems: [] });
});

test('numbers that can be read two ways are asked for, until somebody says or another tells', () => {
	const text = 'Metric;Date;Value\nCash;2026-W46;1.200\n';
	expect(plan(text).mark).toBe('either');
	expect(plan(text).problems).toHaveLength(1);
	expect(plan(text, { mark: ',' }).readings).toMatchObject([{ value: 1200 }]);
	expect(plan(text, { mark: '.' }).readings).toMatchObject([{ value: 1.2 }]);
	const told = plan(`${text}Cash;2026-W45;98,4\n`);
	expect(told).toMatchObject({ mark: ',', problems: [] });
	expect(told.readings.map(({ value }) => value)).toEqual([1200, 98.4]);
});

test('thousands marks of every country are read', () => {
	const text = `Metric;Date;Value
Cash;2026-W40;1 234 567,5
Cash;2026-W41;1\u00a0234,5
Cash;2026-W42;1\u2009234,5
Cash;2026-W43;1\u202f234,5
Cash;2026-W44;1'234,5
Cash;2026-W45;1’234,5
Cash;2026-W46;1.234,5
Cash;2026-W47;€ 1.234,5`;
	expect(plan(text).problems).toEqual([]);
	expect(plan(text).readings.map(({ value }) => value)).toEqual([
		1234567.5,
		...Array<number>(7).fill(1234.5)
	]);
});
