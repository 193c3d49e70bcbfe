import { expect, test } from 'vitest';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import { progress, type MeetingEvent } from '#lib/meeting/progress.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { aHotItem, aSegment } from './a-meeting.ts';
import { moreThanFits, skippedSegments } from './skipped.ts';

const segments = [
	aSegment('a', 'scorecard', 10),
	aSegment('b', 'actions', 10),
	aSegment('c', 'hot-items', 30)
];
const item = (id: string, minutes: number) => aHotItem(id, { minutes });
const jumped: MeetingEvent[] = [
	{ type: 'started', segment: 'a', at: 0, by: 'ada' },
	{ type: 'entered', from: 'a', to: 'c', at: minutes(5), by: 'ada' }
];
const course = (items: HotItem[] = [], events = jumped) => ({
	segments,
	items,
	progress: progress(events, (id) => minutes(id === 'c' ? 30 : 10)),
	startsAt: 0,
	endsAt: minutes(50)
});

test('a segment that was jumped over is named to the chair, once they have settled beyond it', () => {
	expect(skippedSegments(course(), minutes(5.5))).toEqual([]);
	expect(skippedSegments(course(), minutes(6))).toMatchObject([
		{ key: 'skipped b', audience: 'chair' }
	]);
	const inOrder: MeetingEvent[] = [
		jumped[0]!,
		{ type: 'entered', from: 'a', to: 'b', at: minutes(5), by: 'ada' },
		{ type: 'entered', from: 'b', to: 'c', at: minutes(9), by: 'ada' }
	];
	expect(skippedSegments(course([], inOrder), minutes(20))).toEqual([]);
});

test('items that want more than their segment has left are told before it is too late', () => {
	const items = [item('x', 10), item('y', 10), item('z', 10)];
	expect(moreThanFits(course(items), minutes(6))).toEqual([]);
	const [found] = moreThanFits(course(items), minutes(15));
	expect(found?.why).toBe('3 items want 30 min, and c has 20 left.');
	expect(found?.effects[0]?.effect).toEqual({ does: 'park', item: 'z' });
	expect(moreThanFits(course([item('x', 40)]), minutes(15))).toEqual([]);
});
