import { usualWatch, type LeftItem } from './life.ts';

/** A hot item for tests, resolved in a meeting on a Tuesday unless said otherwise. */
export function aLeftItem(said: Partial<LeftItem> = {}): LeftItem {
	return {
		id: 'item',
		metric: 'm',
		title: 'Fleet uptime at 98.5%',
		kind: 'hot',
		state: 'resolved',
		meeting: 'meeting',
		occursOn: '2026-11-03',
		backBy: null,
		continues: null,
		mergedInto: null,
		watch: usualWatch,
		actions: [],
		...said
	};
}
