import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { markIn, readNumber, writeReading, writeTarget } from './number.ts';

test.each([
	['98.4', 98.4],
	['98,4', 98.4],
	['98,4 %', 98.4],
	['98.4%', 98.4],
	['1,200', 1200],
	['1.200', 1.2],
	['1,200.50', 1200.5],
	['1.200,50', 1200.5],
	['12.345.678', 12345678],
	['1 200', 1200],
	['1’200', 1200],
	['€1,200', 1200],
	['-€3', -3],
	['−3', -3],
	['.5', 0.5],
	['0,125', 0.125],
	['(12)', -12],
	['($1,200.50)', -1200.5],
	['£(12)', -12],
	['(12%)', -12],
	['1\u202f200', 1200],
	['1\u2009200,5', 1200.5],
	["1'200.50", 1200.5],
	['¥1200', 1200],
	['12 ₣', 12],
	['0', 0]
])('%s is read as the number it means', (typed, number) => {
	expect(readNumber(typed)).toBe(number);
});

test.each([
	'',
	' ',
	'ten',
	'1,2,3',
	'12.34.5',
	'1e9',
	'--3',
	'4 min',
	'1,20.5,0',
	'(-3)',
	'(3',
	'9'.repeat(20)
])('“%s” is no number', (typed) => {
	expect(readNumber(typed)).toBeUndefined();
});

test.each([
	['1,200', ',', 1.2],
	['1,200', '.', 1200],
	['1.200', ',', 1200],
	['1.200', '.', 1.2],
	['1.200,50', ',', 1200.5],
	['1.200,50', '.', undefined],
	['98.4', ',', undefined],
	['98,4', '.', undefined],
	['(1.200)', ',', -1200],
	['7', ',', 7]
] as const)('%s is read by the mark that is known, %s', (typed, mark, number) => {
	expect(readNumber(typed, '', mark)).toBe(number);
});

test('how a number is written tells its decimal mark, or leaves it open', () => {
	expect(markIn('98,4 %')).toBe(',');
	expect(markIn('1.200.000')).toBe(',');
	expect(markIn('€1,200.50')).toBe('.');
	expect(markIn('0.125')).toBe('.');
	expect(markIn('1,200')).toBe('either');
	expect(markIn('(1.200)')).toBe('either');
	expect(markIn('1200')).toBeUndefined();
	expect(markIn('v1.2')).toBeUndefined();
});

test('the unit may be typed along', () => {
	expect(readNumber('44 min', 'min')).toBe(44);
	expect(readNumber('€6.1m', '€m')).toBeUndefined();
});

test('a reading is written as its metric writes it', () => {
	expect(writeReading(98.4, { unit: '%', decimals: 1 })).toBe('98.4%');
	expect(writeReading(44, { unit: 'min', decimals: 0 })).toBe('44 min');
	expect(writeReading(6.1, { unit: '€m', decimals: 1 })).toBe('€6.1m');
	expect(writeReading(-1200, { unit: '£', decimals: 0 })).toBe('−£1,200');
	expect(writeReading(7, { unit: '', decimals: 0 })).toBe('7');
	expect(writeReading(98.45, { unit: '%', decimals: 1 })).toBe('98.45%');
});

test('a target says which way is good', () => {
	const metric = aMetric({ unit: 'min', decimals: 0, direction: 'down', target: 45 });

	expect(writeTarget(metric)).toBe('max 45 min');
	expect(writeTarget({ ...metric, target: null })).toBe('');
	const band = aMetric({ decimals: 0, direction: 'band', target: null, lower: 70, upper: 85 });
	expect(writeTarget(band)).toBe('70% to 85%');
});
