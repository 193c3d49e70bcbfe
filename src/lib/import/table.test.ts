import { describe, expect, test } from 'vitest';
import { mostLines } from './limits.ts';
import { readTable } from './table.ts';

const cellsOf = (text: string) => {
	const table = readTable(text);
	return 'refused' in table ? table.refused : table.lines.map(({ cells }) => cells);
};

describe.each([',', ';', '\t', '|'])('cells separated by %j', (separator) => {
	test('are told apart, commas within numbers too', () => {
		const number = separator === ',' ? '"98,4"' : '98,4';
		const text = [
			['Metric', 'Week', 'Reading'].join(separator),
			['Fleet uptime', '2026-W46', number].join(separator),
			['Fleet uptime', '2026-W47', number].join(separator)
		].join('\r\n');
		expect(cellsOf(text)).toEqual([
			['Metric', 'Week', 'Reading'],
			['Fleet uptime', '2026-W46', '98,4'],
			['Fleet uptime', '2026-W47', '98,4']
		]);
	});
});

test('two columns of numbers with commas in them are two', () => {
	expect(cellsOf('Date\tUptime\n05/01/2026\t1,200\n02/02/2026\tten\n')).toHaveLength(3);
	expect(readTable('Date\tUptime\n05/01/2026\t1,200\n')).toMatchObject({ separator: '\t' });
	expect(readTable('Revenue, net;Week\n1,5;2026-W47\n')).toMatchObject({
		lines: [{ cells: ['Revenue, net', 'Week'] }, { cells: ['1,5', '2026-W47'] }]
	});
});

test('what Excel says of its separator is believed, and is no row', () => {
	expect(readTable('sep=;\r\nA;B\r\n1,5;2\r\n')).toEqual({
		lines: [
			{ line: 2, cells: ['A', 'B'] },
			{ line: 3, cells: ['1,5', '2'] }
		],
		separator: ';'
	});
});

test('a row is known by the line of the file it begins in', () => {
	const table = readTable(
		'Metric,Week,Reading\n\n"Fleet\nuptime",2026-W46,98\n,,\nMargin,2026-11,3\n'
	);
	expect(table).toMatchObject({
		lines: [{ line: 1 }, { line: 3, cells: ['Fleet\nuptime', '2026-W46', '98'] }, { line: 6 }]
	});
});

test('an empty file, and one with blank lines only, say so', () => {
	for (const text of ['', '\ufeff', '\n\n', ' , ,\n,,\n'])
		expect(cellsOf(text), JSON.stringify(text)).toContain('There is nothing in it');
});

test('a quotation mark that is never closed is named with its line', () => {
	expect(cellsOf('A,B\n1,2\n"3,4\n5,6\n')).toContain('Line 3 opens a quotation mark');
});

test('a million lines are refused while they are read, not after', () => {
	const text = 'Fleet uptime,2026-W47,98.4\n'.repeat(1_000_000);
	const began = performance.now();
	expect(cellsOf(text)).toContain(`more than ${mostLines.toLocaleString('en-GB')} lines`);
	expect(performance.now() - began).toBeLessThan(5000);
});

test('a line of three thousand cells is refused', () => {
	expect(cellsOf(`A${',1'.repeat(3000)}\n`)).toContain('more than 2,000 columns');
});

test('empty cells by the million are refused', () => {
	expect(cellsOf(`A${','.repeat(1900)}\n`.repeat(1100))).toContain('more than 2,000,000 cells');
});
