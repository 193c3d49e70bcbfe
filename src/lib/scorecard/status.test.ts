import { expect, test } from 'vitest';
import { aMetric } from './a-metric.ts';
import { isWorse, standing, targetIn } from './status.ts';

const uptime = aMetric();
const repair = aMetric({ unit: 'min', decimals: 0, direction: 'down', target: 45 });
const load = aMetric({ direction: 'band', target: null, lower: 70, upper: 85, tolerance: 5 });

test('a reading at its target or better is on track', () => {
	expect(standing(99, uptime).status).toBe('on');
	expect(standing(99.9, uptime)).toMatchObject({ status: 'on', reason: '99.9% meets min 99.0%.' });
	expect(standing(44, repair).status).toBe('on');
});

test('a reading within the tolerance is at risk, and the edge still counts', () => {
	expect(standing(98.7, uptime)).toEqual({
		status: 'risk',
		word: 'At risk',
		reason: '98.7% misses min 99.0% by 0.3%, within 0.3%.'
	});
	expect(standing(47, { ...repair, tolerance: 2 }).status).toBe('risk');
});

test('a reading beyond the tolerance is off track, and says by how much', () => {
	expect(standing(98.4, uptime)).toMatchObject({
		status: 'off',
		reason: '98.4% misses min 99.0% by 0.6%.'
	});
	expect(standing(46, { ...repair, tolerance: null }).status).toBe('off');
});

test('without a reading or a target nothing is claimed', () => {
	expect(standing(null, uptime)).toMatchObject({ status: 'none', word: 'No reading' });
	expect(standing(12, { ...uptime, target: null })).toMatchObject({ word: 'No target' });
});

test('a band is good between its bounds, on both sides', () => {
	expect(standing(70, load)).toMatchObject({ status: 'on', reason: '70.0% meets 70.0% to 85.0%.' });
	expect(standing(85, load).status).toBe('on');
	expect(standing(66, load)).toMatchObject({
		status: 'risk',
		reason: '66.0% misses 70.0% to 85.0% by 4.0%, within 5.0%.'
	});
	expect(standing(90.1, load).status).toBe('off');
	expect(standing(1, { ...load, lower: null }).word).toBe('No target');
});

test('a target that changes counts from its day on', () => {
	const path = [
		{ from: '2026-01-05', target: 98 },
		{ from: '2026-10-05', target: 99.5 }
	];
	const metric = aMetric({ path });
	expect(targetIn(metric, '2025-12-29')).toBe(99);
	expect(targetIn(metric, '2026-10-04')).toBe(98);
	expect(targetIn(metric, '2026-10-05')).toBe(99.5);
	expect(standing(99, metric, '2026-06-01').status).toBe('on');
	expect(standing(99, metric, '2026-11-16').reason).toBe('99.0% misses min 99.5% by 0.5%.');
});

test('worse is further from what is good', () => {
	expect(isWorse(99, 98, uptime)).toBe(true);
	expect(isWorse(44, 45, repair)).toBe(true);
	expect(isWorse(80, 90, load)).toBe(true);
	expect(isWorse(60, 72, load)).toBe(false);
	expect(isWorse(99, 99, uptime)).toBe(false);
});
