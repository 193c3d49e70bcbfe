import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { agenda } from './agenda.ts';
import { forecast, plannedEnd, grants, type WayBack } from './forecast.ts';
import { defaultFormat } from './formats.ts';
import { HotItem } from './hot-item.ts';
import { progress, type MeetingEvent } from './progress.ts';
import { minutes } from './timebox.ts';

let count = 0;
const segments = agenda(defaultFormat.steps, () => `s${count++}`);
const plan = (id: string) => minutes(segments.find((one) => one.id === id)?.minutes ?? 0);
const item = (id: string, length: number, state = 'open') =>
	v.parse(HotItem, { id, title: id, minutes: length, order: id, state });

const started: MeetingEvent = { at: 0, by: 'sam', type: 'started', segment: 's0' };
const entered = (minute: number, from: number, to: number): MeetingEvent => ({
	at: minutes(minute),
	by: 'sam',
	type: 'entered',
	from: `s${from}`,
	to: `s${to}`
});
const course = (events: MeetingEvent[], items: HotItem[] = []) => ({
	segments,
	items,
	progress: progress(events, plan),
	startsAt: 0,
	endsAt: minutes(90)
});
const extended = (way: WayBack, minute: number) =>
	grants(way).map((grant): MeetingEvent => ({
		at: minutes(minute),
		by: 'sam',
		type: 'extended',
		...grant
	}));

test('a meeting that keeps to its plan is on time and offers nothing', () => {
	expect(forecast(course([started, entered(5, 0, 1)]), minutes(12))).toEqual({
		endsAt: minutes(90),
		lateBy: 0,
		words: 'Meeting on time',
		ways: []
	});
});

test('before the start it counts from the planned start, and from now once that has passed', () => {
	expect(forecast(course([]), minutes(-30)).words).toBe('Meeting on time');
	expect(forecast(course([]), minutes(6))).toMatchObject({ words: '6 min over', ways: [] });
});

test('a segment that ran short puts the meeting ahead', () => {
	expect(forecast(course([started, entered(1, 0, 1)]), minutes(1)).words).toBe('4 min ahead');
});

test('an item over its time leaves the meeting on time while its segment has time left', () => {
	const opened: MeetingEvent = {
		at: 0,
		by: 'sam',
		type: 'item opened',
		from: null,
		item: 'pricing'
	};

	expect(forecast(course([started, opened]), minutes(4)).words).toBe('Meeting on time');
});

test('late by less than two minutes, nobody is bothered', () => {
	const late = forecast(course([started]), minutes(6));

	expect(late).toMatchObject({ words: '1 min over', ways: [] });
});

test('late, it offers to take from later segments, to park the last item, or to extend', () => {
	const items = [item('pricing', 8), item('hiring', 6), item('office', 4, 'parked')];
	const late = forecast(course([started, entered(11, 0, 1)], items), minutes(11));

	expect(late).toMatchObject({ words: '6 min over', lateBy: minutes(6) });
	expect(late.ways.map(({ words }) => words)).toEqual([
		'Take 6 min from Hot items',
		'Take 6 min from Priorities & OKRs',
		'Park hiring and save 6 min',
		'Extend the meeting by 6 min'
	]);
});

test('each way that covers the delay brings the meeting back on time', () => {
	const events = [started, entered(11, 0, 1)];
	const { ways } = forecast(course(events, [item('hiring', 6)]), minutes(11));

	expect(ways).toHaveLength(4);
	for (const way of ways) {
		const after = forecast(course([...events, ...extended(way, 11)]), minutes(11));
		expect(after.words, way.words).toBe('Meeting on time');
	}
});

test('the wrap-up keeps five minutes, any other segment one', () => {
	const inHotItems = [started, entered(5, 0, 5)];
	const ways = forecast(course(inHotItems), minutes(95)).ways;

	expect(ways.map(({ words }) => words)).toEqual([
		'Take 5 min from Wrap-up',
		'Extend the meeting by 15 min'
	]);
	expect(forecast(course([started, entered(80, 0, 1)]), minutes(80)).ways[0]?.minutes).toBe(29);
});

test('in the wrap-up there is nothing left but to extend', () => {
	const ways = forecast(
		course([started, entered(85, 0, 6)], [item('hiring', 6)]),
		minutes(85)
	).ways;

	expect(ways.map(({ way }) => way)).toEqual(['extend']);
});

test('when the hot items are over their time, the last one can still be parked', () => {
	const now = course([started, entered(55, 0, 5)], [item('pricing', 8)]);

	expect(forecast(now, minutes(88)).ways).toContainEqual({
		way: 'park',
		item: 'pricing',
		title: 'pricing',
		segment: 's5',
		minutes: 0,
		words: 'Park pricing'
	});
});

test('while the meeting is paused the finish moves on with the clock on the wall', () => {
	const paused: MeetingEvent = { at: minutes(2), by: 'sam', type: 'paused' };

	expect(forecast(course([started, paused]), minutes(12)).words).toBe('10 min over');
});

test('a segment that was skipped is not waited for, one gone back to keeps what it had', () => {
	expect(forecast(course([started, entered(5, 0, 2)]), minutes(5)).words).toBe('15 min ahead');
	expect(forecast(course([started, entered(5, 0, 1), entered(8, 1, 0)]), minutes(8)).words).toBe(
		'Meeting on time'
	);
});

test('a meeting that is closed ended when it ended', () => {
	const closed: MeetingEvent = { at: minutes(94), by: 'sam', type: 'closed', passed: 0 };

	expect(forecast(course([started, closed]), minutes(500))).toMatchObject({
		endsAt: minutes(94),
		words: '4 min over',
		ways: []
	});
});

test('a segment that is deleted while it is open does not take the forecast down', () => {
	const now = { ...course([started, entered(5, 0, 1)]), segments: segments.toSpliced(1, 1) };

	expect(forecast(now, minutes(5)).endsAt).toBe(minutes(90));
});

test('a meeting without segments ends now', () => {
	const empty = { ...course([{ ...started, segment: null }]), segments: [] };

	expect(forecast(empty, minutes(95)).ways.map(({ way }) => way)).toEqual(['extend']);
});

test('what is offered never takes a segment below its floor, however late it is', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 300 }), (to, minute) => {
			const events = to === 0 ? [started] : [started, entered(minute, 0, to)];
			for (const way of forecast(course(events, [item('a', 20)]), minutes(minute)).ways) {
				if (way.way !== 'take') continue;
				const segment = segments.find(({ id }) => id === way.segment);
				const keeps = (segment?.minutes ?? 0) - way.minutes;
				expect(keeps).toBeGreaterThanOrEqual(segment?.kind === 'wrap-up' ? 5 : 1);
			}
			expect(forecast(course(events), minutes(minute)).lateBy).not.toBeNaN();
		})
	);
});

test('a meeting held in its slot is meant to end with it, however early or late it starts', () => {
	const slot = { startsAt: minutes(600), length: minutes(90) };
	expect(plannedEnd(slot, null)).toBe(minutes(690));
	expect(plannedEnd(slot, minutes(590))).toBe(minutes(690));
	expect(plannedEnd(slot, minutes(610))).toBe(minutes(690));
});

test('a meeting held on another day is meant to take as long as it was given', () => {
	const slot = { startsAt: minutes(600), length: minutes(90) };
	expect(plannedEnd(slot, minutes(3000))).toBe(minutes(3090));
	expect(plannedEnd(slot, minutes(0))).toBe(minutes(90));
});
