import { expect, test } from 'vitest';
import { completeness, holesOf } from './kpi-blueprint.ts';

const whole = {
	...{ definition: 'Robot minutes', formula: 'up ÷ all', source: 'Fleet monitor', owner: 'dl' },
	...{ target: 99, lower: null, upper: null, path: [], response: 'Call on-call', responder: 'kw' }
};
const here = (person: string) => person !== 'gone';

test('a KPI of which everything is said has no hole', () => {
	expect(holesOf(whole, here)).toEqual([]);
});

test('what is blank, and who has left, is a hole', () => {
	expect(holesOf({ ...whole, formula: ' ', owner: 'gone', responder: null }, here)).toEqual([
		'formula',
		'owner',
		'responder'
	]);
});

test('a band or a path are bounds too', () => {
	expect(holesOf({ ...whole, target: null }, here)).toEqual(['bounds']);
	expect(holesOf({ ...whole, target: null, lower: 3 }, here)).toEqual([]);
	expect(
		holesOf({ ...whole, target: null, path: [{ from: '2026-01-01', target: 1 }] }, here)
	).toEqual([]);
});

test('completeness counts all seven of each', () => {
	expect(completeness([[], ['owner']])).toBe(93);
	expect(completeness([])).toBeNull();
});
