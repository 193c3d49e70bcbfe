import { describe, expect, test } from 'vitest';
import { progress, spentIn, type MeetingEvent } from './progress.ts';
import { left, minutes } from './timebox.ts';

const plan = (id: string) => minutes({ checkIn: 5, scorecard: 15, pricing: 8 }[id] ?? 10);
const at = (minute: number, event: Told, by: string | null = 'sam'): MeetingEvent => ({
	at: minutes(minute),
	by,
	...event
});
type Told = MeetingEvent extends infer E
	? E extends MeetingEvent
		? Omit<E, 'at' | 'by'>
		: never
	: never;

const started = at(0, { type: 'started', segment: 'checkIn' });
const next = (minute: number, by = 'sam') =>
	at(minute, { type: 'entered', from: 'checkIn', to: 'scorecard' }, by);
const fold = (...events: MeetingEvent[]) => progress(events, plan);
const segmentLeft = (now: ReturnType<typeof fold>, minute: number) =>
	now.segment && left(now.segment.clock, minutes(minute));

describe('moving through the agenda', () => {
	test('two people who press Next in the same instant advance the meeting once', () => {
		const once = fold(started, next(4));
		const twice = fold(started, next(4), next(4, 'maren'));

		expect(twice).toEqual(once);
		expect(twice.segment?.id).toBe('scorecard');
	});

	test('a second start neither restarts the clock nor moves the chair', () => {
		const again = at(3, { type: 'started', segment: 'scorecard' }, 'maren');

		expect(fold(started, again)).toEqual(fold(started));
	});

	test('going back resumes what was left', () => {
		const back = at(10, { type: 'entered', from: 'scorecard', to: 'checkIn' });
		const now = fold(started, next(2), back);

		expect(segmentLeft(now, 11)).toBe(minutes(2));
		expect(now.spent['scorecard']).toBe(minutes(8));
		expect(now.enteredAt['checkIn']).toBe(0);
	});

	test('moving on ends the pause and leaves the hot item that was open', () => {
		const opened = at(1, { type: 'item opened', from: null, item: 'pricing' });
		const now = fold(started, opened, at(2, { type: 'paused' }), next(30));

		expect(now).toMatchObject({ paused: false, item: null, spent: { pricing: minutes(1) } });
		expect(segmentLeft(now, 31)).toBe(minutes(14));
	});

	test('a meeting without segments starts, and takes up the first one it is given', () => {
		const empty = fold(at(0, { type: 'started', segment: null }));
		const given = at(5, { type: 'entered', from: null, to: 'scorecard' });

		expect(empty).toMatchObject({ state: 'live', segment: null });
		expect(fold(at(0, { type: 'started', segment: null }), given).segment?.id).toBe('scorecard');
	});
});

describe('the clock', () => {
	test('a paused meeting loses no time', () => {
		const now = fold(started, at(1, { type: 'paused' }), at(31, { type: 'resumed' }));

		expect(segmentLeft(now, 32)).toBe(minutes(3));
	});

	test('extending a paused box gives it the minutes without starting it', () => {
		const more = at(2, { type: 'extended', target: 'checkIn', by_ms: minutes(2) });
		const now = fold(started, at(1, { type: 'paused' }), more);

		expect(segmentLeft(now, 60)).toBe(minutes(6));
		expect(now.segment?.total).toBe(minutes(7));
	});

	test('minutes granted to a segment ahead are there when it is entered', () => {
		const less = at(1, { type: 'extended', target: 'scorecard', by_ms: -minutes(4) });

		expect(segmentLeft(fold(started, less, next(5)), 5)).toBe(minutes(11));
	});

	test('a parked meeting loses no time, and whoever resumes it has the chair', () => {
		const parked = at(3, { type: 'parked' }, null);
		const now = fold(started, parked, at(600, { type: 'unparked' }, 'maren'));

		expect(now).toMatchObject({ state: 'live', chair: 'maren', chairSince: minutes(600) });
		expect(segmentLeft(now, 601)).toBe(minutes(1));
	});

	test('a meeting parked while paused runs again when it is resumed', () => {
		const parked = at(3, { type: 'parked' }, null);
		const now = fold(started, at(1, { type: 'paused' }), parked, at(9, { type: 'unparked' }));

		expect(now).toMatchObject({ state: 'live', paused: false, chair: 'sam', chairSince: 0 });
		expect(segmentLeft(now, 10)).toBe(minutes(3));
	});

	test('an event from a device with a wrong clock cannot turn time back', () => {
		const now = fold(started, next(4), at(-90, { type: 'paused' }), at(6, { type: 'resumed' }));

		expect(now.spent['checkIn']).toBe(minutes(4));
		expect(segmentLeft(now, 6)).toBe(minutes(15));
		expect(now.lastEventAt).toBe(minutes(6));
	});
});

describe('hot items', () => {
	const opened = (minute: number, from: string | null, item: string) =>
		at(minute, { type: 'item opened', from, item });

	test('two who open different items in the same instant open one', () => {
		const now = fold(started, opened(1, null, 'pricing'), opened(1, null, 'hiring'));

		expect(now.item?.id).toBe('pricing');
	});

	test('an item taken up again goes on with what it had left', () => {
		const now = fold(
			started,
			opened(1, null, 'pricing'),
			opened(4, 'pricing', 'hiring'),
			opened(6, 'hiring', 'pricing')
		);

		expect(now.item && left(now.item.clock, minutes(7))).toBe(minutes(4));
		expect(now.item && spentIn(now.item, minutes(7))).toBe(minutes(4));
	});

	test('an item opened during a pause waits for the room', () => {
		const now = fold(started, at(1, { type: 'paused' }), opened(2, null, 'pricing'));

		expect(now.item && left(now.item.clock, minutes(60))).toBe(minutes(8));
	});

	test('leaving an item that is not open changes nothing', () => {
		const wrong = at(2, { type: 'item left', item: 'hiring' });

		expect(fold(started, opened(1, null, 'pricing'), wrong).item?.id).toBe('pricing');
	});
});

describe('the chair', () => {
	const take = (person: string | null, from: string | null) =>
		at(5, { type: 'chair taken', from }, person);

	test('when two take the chair there is one chair, and the other is told', () => {
		const now = fold(started, take('maren', 'sam'), take('jonas', 'sam'));

		expect(now.chair).toBe('maren');
		expect(now.chairMissedBy).toEqual({ person: 'jonas', at: minutes(5) });
	});

	test('who missed the chair may take it from its new holder', () => {
		const missed = [started, take('maren', 'sam'), take('jonas', 'sam')];

		expect(fold(...missed, take('jonas', 'maren'))).toMatchObject({
			chair: 'jonas',
			chairMissedBy: null
		});
	});

	test('the chair never moves by itself, and not after the close', () => {
		const closed = at(9, { type: 'closed', passed: 0 });

		expect(fold(started, take(null, 'sam')).chair).toBe('sam');
		expect(fold(started, closed, take('maren', 'sam')).chair).toBe('sam');
	});
});

describe('the close', () => {
	test('closing twice closes once', () => {
		const first = at(10, { type: 'closed', passed: 2 });
		const second = at(12, { type: 'closed', passed: 0 }, 'maren');
		const now = fold(started, next(4), first, second);

		expect(now).toMatchObject({ state: 'closed', closedAt: minutes(10), passed: 2, segment: null });
		expect(now.spent).toEqual({ checkIn: minutes(4), scorecard: minutes(6) });
	});

	test('a parked meeting can be closed without being resumed', () => {
		const now = fold(
			started,
			at(3, { type: 'parked' }, null),
			at(90, { type: 'closed', passed: 0 })
		);

		expect(now).toMatchObject({ state: 'closed', spent: { checkIn: minutes(3) } });
	});

	test('nothing moves before the start or after the close', () => {
		const closed = fold(started, at(5, { type: 'closed', passed: 0 }));

		expect(fold(next(1))).toEqual(fold());
		expect(fold(started, at(5, { type: 'closed', passed: 0 }), next(6))).toEqual(closed);
	});

	test('the rating is called once', () => {
		const call = at(4, { type: 'rating called' });

		expect(fold(started, call, { ...call, at: minutes(5) })).toEqual(fold(started, call));
	});
});
