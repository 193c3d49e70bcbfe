import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { TableReader } from './table-reader.ts';
import { longestPart, mostReadings } from './limits.ts';
import type { Counted } from './settings.ts';

const uptime: Counted = {
	id: 'uptime',
	name: 'Fleet uptime',
	key: 'fleet-uptime',
	cadence: 'week',
	unit: '%',
	decimals: 1,
	isRemoved: false
};

function opened(text: string) {
	const reader = new TableReader();
	const file = reader.openFile(new TextEncoder().encode(text), [uptime]);
	if ('refused' in file) throw new Error(file.refused);
	return { reader, file };
}

test('a file is opened, checked and handed over in parts', () => {
	const weeks = Array.from({ length: longestPart + 1 }, (_, at) => at + 1);
	const { reader, file } = opened(
		`Metric,Day,Value\n${weeks.map((n) => `Fleet uptime,${25569 + 7 * (n % 2900)},${n % 2900}`).join('\n')}`
	);
	expect(file).toMatchObject({ encoding: 'utf-8', separator: ',', lines: weeks.length + 1 });
	expect(file.first).toHaveLength(8);
	const checked = reader.check({ layout: file.layout, chosen: {} }, [uptime], '2026-11-21');
	expect(checked).toMatchObject({ readings: 2900, problems: 0, repeated: weeks.length - 2900 });
	expect(reader.part(0)).toHaveLength(2900);
	expect(reader.part(0)[0]).toEqual([2, 'uptime', '1970-01-05', 1]);
	expect(reader.part(1)).toEqual([]);
});

test('an empty file, and one with a heading only, are refused in words', () => {
	const open = (text: string) => new TableReader().openText(text, [uptime]);
	expect(open('')).toEqual({ refused: expect.stringContaining('nothing in it') });
	expect(open('Metric,Day,Value\n')).toEqual({
		refused: expect.stringContaining('only a heading')
	});
});

test('a table with more readings than an import takes is refused', () => {
	const columns = 1900;
	const rows = Math.ceil(mostReadings / columns) + 1;
	const heading = ['Metric', ...Array.from({ length: columns }, (_, at) => 25569 + 7 * at)].join(
		';'
	);
	const metrics = Array.from({ length: rows }, (_, at) => ({
		...uptime,
		id: `m${at}`,
		name: `Metric ${at}`,
		key: `m${at}`
	}));
	const text = [heading, ...metrics.map(({ name }) => `${name}${';1'.repeat(columns)}`)].join('\n');
	const reader = new TableReader();
	const file = reader.openText(text, metrics);
	if ('refused' in file) throw new Error(file.refused);
	expect(reader.check({ layout: file.layout, chosen: {} }, metrics, '2026-11-21')).toEqual({
		refused: expect.stringContaining('more than 200,000 readings')
	});
});

test('another separator reads the same file anew', () => {
	const { reader, file } = opened('Metric;Day,Value\nFleet uptime;2026-W47,98\n');
	expect(file.first[0]?.cells).toHaveLength(2);
	const other = file.separator === ',' ? ';' : ',';
	expect(reader.separate(other, [uptime])).toMatchObject({ separator: other });
});

test('the report lists every problem, and no cell of it is a formula', () => {
	const { reader, file } = opened(
		`Metric,Day,Value\nFleet uptime,2026-W47,=cmd|'/c calc'!A1\n+Fleet,2026-W47,1\nFleet uptime,@now,"a ""b"", c"\n`
	);
	reader.check({ layout: file.layout, chosen: {} }, [uptime], '2026-11-21');
	const report = reader.report();
	const { data } = Papa.parse<string[]>(report.replace('\ufeff', ''), { skipEmptyLines: true });
	expect(data).toHaveLength(4);
	expect(data[0]).toEqual(['Line', 'Column', 'It says', 'What is wrong', 'What to do']);
	expect(data[1]?.slice(0, 3)).toEqual(['2', 'Value', "'=cmd|'/c calc'!A1"]);
	expect(data[2]?.[2]).toBe("'+Fleet");
	expect(data[3]?.[2]).toBe("'@now");
	expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});
