import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { movePeriod } from './period.ts';
import { verdictOf } from './verdict.ts';

const weekly = (values: number[], from = '2026-06-01') =>
	values.map((value, index) => ({ period: movePeriod(from, 'week', index), value }));
const usual = [99.1, 99.2, 99.0, 99.3, 99.1, 99.0, 99.2, 99.1, 99.3, 99.0, 99.1, 99.2];

test('a reading outside what is usual is a signal, and says so with its limits', () => {
	const { signal, standing, behaviour } = verdictOf(aMetric(), weekly([...usual, 98.4]));

	expect(behaviour?.limits.from).toBe(12);
	expect(standing.status).toBe('off');
	expect(signal).toEqual({
		word: 'Below limit',
		reason:
			'98.4% is outside its natural limits (98.67% to 99.59%), so this is a signal, not noise.',
		isGood: false
	});
});

test('noise is no signal, however red it is', () => {
	const { signal, standing } = verdictOf(aMetric({ target: 99.5 }), weekly([...usual, 99]));

	expect(standing.status).toBe('off');
	expect(signal).toBeUndefined();
});

test('a signal to the good side is good, and for a band no side is', () => {
	const up = weekly([...usual, 99.9]);
	expect(verdictOf(aMetric(), up).signal?.isGood).toBe(true);
	const band = aMetric({ direction: 'band', target: null, lower: 98, upper: 99.5 });
	expect(verdictOf(band, up).signal?.isGood).toBe(false);
});

test('a new baseline starts where a person sets it; what was before is kept and not judged', () => {
	const before = weekly(
		Array.from({ length: 20 }, () => 90),
		'2026-01-05'
	);
	const readings = [...before, ...weekly(usual)];

	expect(verdictOf(aMetric(), readings).signal?.word).toBe('Above limit');
	const rebased = verdictOf(aMetric({ baselineFrom: '2026-06-01' }), readings);
	expect(rebased.signal).toBeUndefined();
	expect(rebased.points).toHaveLength(32);
	expect(rebased.points.slice(0, 20).every(({ signal }) => signal === undefined)).toBe(true);
});

test.each([
	['no reading', []],
	['one reading', [99]],
	['all the same', Array.from({ length: 20 }, () => 99)],
	['zeros', Array.from({ length: 20 }, () => 0)],
	[
		'very large and very small',
		Array.from({ length: 14 }, (_, index) => (index % 2 ? 1e12 : -1e12))
	]
])('%s is judged without surprise', (_, values) => {
	const verdict = verdictOf(aMetric(), weekly(values));

	expect(verdict.signal).toBeUndefined();
	expect(verdict.points).toHaveLength(values.length);
});
