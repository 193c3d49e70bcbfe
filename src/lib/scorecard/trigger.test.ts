import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { movePeriod } from './period.ts';
import { triggerOf } from './trigger.ts';
import { verdictOf } from './verdict.ts';

const today = '2026-11-21';
const monday = '2026-11-16';

/** The readings of the last weeks, this week last. */
function fired(values: readonly number[], metric = aMetric(), last = monday) {
	const readings = values.map((value, index) => ({
		period: movePeriod(last, metric.cadence, index + 1 - values.length),
		value
	}));
	return triggerOf(metric, verdictOf(metric, readings), today);
}

test('a reading that crosses into off track fires once, with its reason', () => {
	expect(fired([99.2, 98.5])).toEqual({
		period: monday,
		rule: 'red',
		reason: '98.5% misses min 99.0% by 0.5%.'
	});
});

test('a reading that misses again fires again', () => {
	expect(fired([98.5, 98.4])).toMatchObject({ period: monday, rule: 'misses' });
});

test('one reading at risk, and one that is good, fire nothing', () => {
	expect(fired([99.2, 98.9])).toBeUndefined();
	expect(fired([99.2, 99.1])).toBeUndefined();
	expect(fired([])).toBeUndefined();
});

test('a bad signal fires, a good one does not', () => {
	const metric = aMetric({ target: null });
	const level = [99, 99.1, 99, 99.1, 99, 99.1, 99, 99.1, 99, 99.1, 99, 99.1];

	expect(fired([...level, 97], metric)).toMatchObject({ rule: 'signal' });
	expect(fired([...level, 101], metric)).toBeUndefined();
});

test('what may come fires nothing: only what a reading shows', () => {
	// Worse three weeks in a row, and still good.
	expect(fired([99.9, 99.8, 99.7, 99.6])).toBeUndefined();
});

test('the reading of the period before still fires, older ones are history', () => {
	expect(fired([98], aMetric(), '2026-11-09')).toMatchObject({ period: '2026-11-09' });
	expect(fired([98], aMetric(), '2026-11-02')).toBeUndefined();
	const monthly = aMetric({ cadence: 'month' });
	expect(fired([98], monthly, '2026-10-01')).toMatchObject({ period: '2026-10-01' });
	expect(fired([98], monthly, '2026-09-01')).toBeUndefined();
});

test('a missed run is judged by the target of its period', () => {
	const metric = aMetric({ path: [{ from: '2026-11-09', target: 99.5 }] });

	expect(fired([99.2, 99, 99], metric)?.reason).toContain('99.5%');
});
