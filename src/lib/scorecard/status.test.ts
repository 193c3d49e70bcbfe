import { expect, test } from 'vitest';
import type { Metric } from './metric.ts';
import { standing } from './status.ts';

const uptime: Metric = {
	id: 'm',
	name: 'Fleet uptime',
	area: 'operations',
	leading: true,
	unit: '%',
	decimals: 1,
	direction: 'up',
	target: 99,
	tolerance: 0.3,
	owner: null
};
const repair: Metric = { ...uptime, unit: 'min', decimals: 0, direction: 'down', target: 45 };

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
