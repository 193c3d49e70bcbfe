import { expect, test } from 'vitest';
import { recurrent, type RaisedFrom } from './recurrent.ts';

const raised = (metric: string, occursOn: string, more: Partial<RaisedFrom> = {}): RaisedFrom => ({
	metric,
	occursOn,
	kind: 'hot',
	isContinued: false,
	...more
});

test('a metric that was hot three times in half a year is more than a bad week', () => {
	const items = [
		raised('uptime', '2026-09-01'),
		raised('uptime', '2026-10-06'),
		raised('uptime', '2026-11-17'),
		raised('margin', '2026-10-06'),
		raised('margin', '2026-11-17')
	];
	expect(recurrent(items, '2026-11-21')).toEqual([
		{ metric: 'uptime', times: 3, first: '2026-09-01', last: '2026-11-17' }
	]);
});

test('one item that took three meetings, chances, and what is long ago do not count', () => {
	const continued = [
		raised('uptime', '2026-11-03'),
		raised('uptime', '2026-11-10', { isContinued: true }),
		raised('uptime', '2026-11-17', { isContinued: true })
	];
	const chances = [1, 2, 3].map((day) =>
		raised('pilots', `2026-11-0${day}`, { kind: 'opportunity' })
	);
	const old = [1, 2, 3].map((day) => raised('margin', `2026-03-0${day}`));
	expect(recurrent([...continued, ...chances, ...old], '2026-11-21')).toEqual([]);
	expect(recurrent([], '2026-11-21')).toEqual([]);
});
