import { expect, test } from 'vitest';
import { aLeftItem } from './a-left-item.ts';
import { lookBack, recurrent } from './recurrent.ts';

const raised = (metric: string, occursOn: string, more: Parameters<typeof aLeftItem>[0] = {}) =>
	aLeftItem({ id: `${metric} ${occursOn}`, metric, occursOn, ...more });
const often = (items: ReturnType<typeof raised>[]) => recurrent(items, lookBack('2026-11-21'));

test('a metric that was hot three times in half a year is more than a bad week', () => {
	const items = [
		raised('uptime', '2026-09-01'),
		raised('uptime', '2026-11-17'),
		raised('uptime', '2026-10-06'),
		raised('margin', '2026-10-06'),
		raised('margin', '2026-11-17')
	];
	expect(often(items)).toEqual([
		{
			metric: 'uptime',
			times: 3,
			first: '2026-09-01',
			last: '2026-11-17',
			items: ['uptime 2026-09-01', 'uptime 2026-10-06', 'uptime 2026-11-17']
		}
	]);
});

test('one item that took three meetings, chances, and what is long ago do not count', () => {
	const continued = [
		raised('uptime', '2026-11-03'),
		raised('uptime', '2026-11-10', { continues: 'uptime 2026-11-03' }),
		raised('uptime', '2026-11-17', { continues: 'uptime 2026-11-10' })
	];
	const chances = [1, 2, 3].map((day) =>
		raised('pilots', `2026-11-0${day}`, { kind: 'opportunity' })
	);
	const old = [1, 2, 3].map((day) => raised('margin', `2026-03-0${day}`));
	const sameDay = [1, 2, 3].map((index) => raised('churn', '2026-11-17', { id: String(index) }));
	expect(often([...continued, ...chances, ...old, ...sameDay])).toEqual([]);
	expect(often([])).toEqual([]);
});
