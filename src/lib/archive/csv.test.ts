import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('what people typed never becomes a formula of whoever opens the file', () => {
	const typed = [
		'=HYPERLINK("http://evil.example")',
		'+1+1',
		'-2+3',
		'@SUM(A1)',
		'\t=1',
		' =1',
		'＝1'
	];
	for (const text of typed)
		expect(Papa.parse<string[]>(toCsv([[text]])).data[0]).toEqual([`'${text}`]);
});

test('numbers, quotes, commas and line breaks come back as they were', () => {
	const row = ['-4.5', '+7', '1e-7', 'a "b", c', 'two\nlines', 'Ünïcode 🚚', ''];
	expect(Papa.parse<string[]>(toCsv([row])).data[0]).toEqual(row);
});
