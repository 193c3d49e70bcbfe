import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { movePeriod } from './period.ts';
import { candidates, type Watched } from './stop-watching.ts';
import { verdictOf } from './verdict.ts';

const today = '2026-11-21';
const weeks = (values: readonly number[], last = '2026-11-16') =>
	values.map((value, index) => ({
		period: movePeriod(last, 'week', index + 1 - values.length),
		value
	}));
const swinging = (count: number, low: number, high: number) =>
	Array.from({ length: count }, (_, index) => (index % 2 ? low : high));

function watched(values: readonly number[], said: Partial<Watched> = {}, last?: string): Watched {
	const metric = { ...aMetric({ tolerance: null }), since: '2025-01-06', ...said.metric };
	return {
		metric,
		points: verdictOf(metric, weeks(values, last)).points,
		lastHot: undefined,
		...said
	};
}
const whyOf = (one: Watched) => candidates([one], today)[0]?.why;

test('what nobody reads is named first', () => {
	expect(whyOf(watched([]))).toBe('never read');
	expect(whyOf(watched([99, 98], {}, '2026-03-02'))).toBe('never read');
});

test('what was always on target is named, however long ago it began', () => {
	expect(whyOf(watched(swinging(60, 99.1, 99.6)))).toBe('always on target');
});

test('two quarters without a miss, a signal or a hot item are quiet', () => {
	const missedLongAgo = [...swinging(20, 98, 98.4), ...swinging(40, 99.1, 99.6)];
	const metric = { ...aMetric({ baselineFrom: '2026-04-06' }), since: '2025-01-06' };
	expect(whyOf(watched(missedLongAgo, { metric }))).toBe('quiet');
});

test('one miss, one signal or one hot item lately is reason to go on', () => {
	expect(whyOf(watched([...swinging(59, 99.1, 99.6), 98.9]))).toBeUndefined();
	expect(whyOf(watched(swinging(60, 99.1, 99.6), { lastHot: '2026-10-05' }))).toBeUndefined();
	const open = { ...aMetric({ target: null }), since: '2025-01-06' };
	expect(whyOf(watched([...swinging(59, 99.1, 99.6), 110], { metric: open }))).toBeUndefined();
	// On target all along, and falling.
	const falling = [...swinging(54, 99.6, 99.7), 99.5, 99.4, 99.3, 99.2, 99.1, 99];
	expect(whyOf(watched(falling))).toBeUndefined();
	expect(whyOf(watched(swinging(60, 99.1, 99.6), { lastHot: '2026-03-02' }))).toBe(
		'always on target'
	);
});

test('what is new has its time first', () => {
	const metric = { ...aMetric(), since: '2026-09-01' };
	expect(whyOf(watched([], { metric }))).toBeUndefined();
	expect(whyOf(watched(swinging(12, 99.1, 99.6), { metric }))).toBeUndefined();
});

test('above thirty, as many are named as are too many, those with the fewest misses first', () => {
	const many = Array.from({ length: 32 }, (_, index) => {
		const values = [...swinging(59 - index, 99.1, 99.6), ...swinging(index + 1, 98, 98.2)];
		const metric = { ...aMetric({ id: `m${index}`, tolerance: null }), since: '2025-01-06' };
		return watched(values, { metric });
	});

	expect(candidates(many, today).map(({ metric }) => metric)).toEqual(['m0', 'm1']);
	expect(candidates(many, today)[0]?.words).toBe('Never hot in two quarters, one miss.');
	expect(candidates(many.slice(2), today)).toEqual([]);
});
