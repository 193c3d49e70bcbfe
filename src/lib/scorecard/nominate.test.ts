import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { aLeftItem } from './a-left-item.ts';
import { lifeOf, type LeftItem } from './life.ts';
import type { Metric } from './metric.ts';
import { heldBack, nominate, type Subject } from './nominate.ts';
import { movePeriod, periodOf } from './period.ts';
import { verdictOf } from './verdict.ts';

/** A Thursday: the reading of the week before was due yesterday. */
const today = '2026-11-19';

/** A metric whose last reading is for this week, unless it is late. */
function subject(values: number[], said: Partial<Metric> = {}, missing = 0): Subject {
	const metric = aMetric(said);
	const current = periodOf(today, metric.cadence);
	const readings = values.map((value, index) => ({
		period: movePeriod(current, metric.cadence, index - values.length + 1 - missing),
		value
	}));
	return { metric, verdict: verdictOf(metric, readings), since: '2025-01-06' };
}

const rulesOf = (...subjects: Subject[]) =>
	nominate(subjects, today).map(({ metric, reasons }) => [
		metric,
		...reasons.map(({ rule }) => rule)
	]);
const wordsOf = (one: Subject) => nominate([one], today)[0]?.reasons.map(({ words }) => words);

/** Readings that never lie twice in the same way, so that no other rule speaks. */
const calm = [99.4, 99.2, 99.5, 99.3, 99.4, 99.2, 99.5, 99.3, 99.4, 99.2, 99.5, 99.3];

test('nothing is nominated while all is well', () => {
	expect(rulesOf(subject(calm))).toEqual([]);
	expect(rulesOf()).toEqual([]);
});

test('R1: the red edge is told when it is crossed, not while it stays red', () => {
	expect(wordsOf(subject([99.2, 98.5], { target: 99 }))).toEqual([
		'98.5% misses min 99.0% by 0.5%.'
	]);
	expect(rulesOf(subject([98.4, 98.5]))).toEqual([['m', 'misses']]);
});

test('R2: worse three times in a row', () => {
	expect(wordsOf(subject([99.9, 99.8, 99.6, 99.5]))).toEqual([
		'Worse three weeks in a row: 99.8%, 99.6%, 99.5%.'
	]);
	expect(rulesOf(subject([99.9, 99.8, 99.8, 99.5]))).toEqual([]);
	const down = { direction: 'down', target: 60, unit: 'min', decimals: 0 } as const;
	expect(rulesOf(subject([40, 41, 42, 43], down))).toEqual([['m', 'worsening']]);
});

test('R3: two misses in a row, and how many there were', () => {
	expect(wordsOf(subject([99.5, 98.9, 98.8, 98.9]))).toEqual([
		'For 3 weeks in a row it missed min 99.0%.'
	]);
	expect(rulesOf(subject([99.5, 98.9]))).toEqual([]);
});

test('R4: a reading that did not come ranks with red', () => {
	const late = subject(calm, { id: 'late' }, 2);
	expect(wordsOf(late)).toEqual([
		'The reading for week 46 was due on Wed 18 Nov; the last is for week 45.'
	]);
	const missed = subject([99.5, 98.9, 98.8], { id: 'missed' });
	expect(rulesOf(missed, late).map(([metric]) => metric)).toEqual(['late', 'missed']);
	// Last week's is there, this week's is not due yet.
	expect(rulesOf(subject(calm, {}, 1))).toEqual([]);
	const fresh = { ...subject([]), since: '2026-11-17' };
	expect(rulesOf(fresh)).toEqual([]);
	expect(rulesOf(subject([]))).toEqual([['m', 'stale']]);
});

test('R5: a straight line that ends below the target', () => {
	const sinking = [99.9, 99.8, 99.85, 99.7, 99.72, 99.5, 99.55, 99.25];
	expect(wordsOf(subject(sinking))).toEqual([
		'On a straight line it is at 98.9% by week 53, and misses min 99.0%.'
	]);
	expect(rulesOf(subject(sinking, { target: 98 }))).toEqual([]);
});

test('R6: what moves first gets worse while what follows still looks well', () => {
	const lagging = subject(calm, { id: 'lagging', name: 'Renewals', leading: false });
	const leading = subject([99.9, 99.8, 99.6, 99.5], { id: 'leading', leads: 'lagging' });
	const [first] = nominate([lagging, leading], today);
	expect(first).toMatchObject({
		metric: 'leading',
		reasons: [
			{ rule: 'early warning', words: 'It moves before Renewals, which still looks well.' },
			{}
		]
	});
});

test('R7: a sudden move beyond what moves by itself; to the good side it is an opportunity', () => {
	expect(rulesOf(subject([...calm, 98.5], { target: 98 }))).toEqual([['m', 'signal']]);
	const better = nominate([subject([...calm, 100.4])], today);
	expect(better).toMatchObject([{ kind: 'opportunity', reasons: [{ rule: 'opportunity' }] }]);
});

test('red comes before misses, misses before what gets worse, and chances come last', () => {
	const order = rulesOf(
		subject([...calm, 100.4], { id: 'chance' }),
		subject([99.9, 99.8, 99.6, 99.5], { id: 'worse' }),
		subject([99.5, 98.9, 98.8], { id: 'missed' }),
		subject([99.5, 98.5], { id: 'red' })
	);
	expect(order.map(([metric]) => metric)).toEqual(['red', 'missed', 'worse', 'chance']);
});

test('what people answered stays quiet until its day', () => {
	const one = subject([99.5, 98.5]);
	const quietUntil = (day: string) => nominate([one], today, [{ metric: 'm', quietUntil: day }]);
	expect(quietUntil('2026-11-19')).toEqual([]);
	expect(quietUntil('2026-11-18')).toHaveLength(1);
});

test('what crosses to the good side after misses is an opportunity, once', () => {
	expect(nominate([subject([99.5, 98.9, 98.8, 99.1])], today)).toMatchObject([
		{
			kind: 'opportunity',
			reasons: [{ words: '99.1% meets min 99.0% after 2 weeks that missed it.' }]
		}
	]);
	expect(rulesOf(subject([98.9, 98.8, 99.1, 99.2]))).toEqual([]);
	expect(rulesOf(subject([99.5, 98.8, 99.1]))).toEqual([]);
});

/** A metric that a meeting on Tuesday 3 November looked at. */
function afterItem(values: number[], item: Partial<LeftItem>, missing = 0): Subject {
	const one = subject(values, {}, missing);
	const life = lifeOf(one.metric, one.verdict.points, [aLeftItem(item)], today);
	return { ...one, life };
}

test('what is being looked into is not nominated again, and says until when', () => {
	const facts = { state: 'fact-finding', backBy: '2026-11-24' } as const;
	expect(rulesOf(afterItem([99.5, 98.5], facts))).toEqual([]);
	expect(heldBack([afterItem([99.5, 98.5], facts)], today)).toEqual([
		{ metric: 'm', because: 'looked into', words: 'Being looked into, back on Tue 24 Nov' }
	]);
	const over = { ...facts, backBy: '2026-11-18' };
	expect(rulesOf(afterItem([99.5, 98.5], over))).toEqual([['m', 'red']]);
	expect(heldBack([afterItem([99.5, 98.5], over)], today)).toEqual([]);
});

test('what was resolved is only watched, unless it comes back or its reading lacks', () => {
	// Red, and worse three times in a row, until the resolution of 3 November.
	expect(rulesOf(afterItem([99.2, 99.1, 98.9, 98.5, 99.1, 99.2], {}))).toEqual([]);
	const [again] = nominate([afterItem([98.9, 98.5, 99.2, 98.6], {})], today);
	expect(again?.reasons[0]).toEqual({
		rule: 'came back',
		words: 'It came back after the resolution of Tue 3 Nov: 98.6% misses min 99.0% by 0.4%.'
	});
	expect(rulesOf(afterItem([98.9, 98.5, 99.2], {}, 2))).toEqual([['m', 'stale']]);
	expect(heldBack([afterItem([98.5, 99.2], {})], today)).toMatchObject([
		{ because: 'watching', words: expect.stringContaining('1 of 3 weeks good') }
	]);
});

test('an opportunity that was taken up is not one again, and what breaks then is hot', () => {
	const taken = { kind: 'opportunity', occursOn: '2026-11-17' } as const;
	expect(rulesOf(afterItem([...calm, 100.4], taken))).toEqual([]);
	expect(rulesOf(afterItem([99.5, 98.5], taken))).toEqual([['m', 'red']]);
});

test('what is low every November is not nominated for it, and says so', () => {
	const autumn = { lowMonths: [11], season: 'harvest' };
	expect(rulesOf(subject([99.5, 98.5], autumn))).toEqual([]);
	expect(heldBack([subject([99.5, 98.5], autumn)], today)).toEqual([
		{ metric: 'm', because: 'season', words: 'Usually low in November: harvest' }
	]);
	expect(heldBack([subject(calm, autumn)], today)).toEqual([]);
	// A metric that is bad when high, a month that is high, and a number that lacks are news.
	const down = { direction: 'down', target: 60, unit: 'min', decimals: 0 } as const;
	expect(rulesOf(subject([50, 70], { ...down, ...autumn, tolerance: 3 }))).toEqual([['m', 'red']]);
	expect(rulesOf(subject([99.5, 98.5], { highMonths: [11] }))).toEqual([['m', 'red']]);
	expect(rulesOf(subject(calm, autumn, 2))).toEqual([['m', 'stale']]);
	expect(rulesOf(subject([...calm, 100.4], { highMonths: [11] }))).toEqual([]);
});
