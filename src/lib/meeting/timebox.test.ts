import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockFace, extend, left, minutes, pause, start, timebox, urgency } from './timebox.ts';

test('a box that nobody has started loses no time', () => {
	expect(left(timebox(minutes(5)), minutes(60))).toBe(minutes(5));
});

test('a paused timebox loses no time', () => {
	const box = pause(start(timebox(minutes(5)), 0), minutes(2));

	expect(left(box, minutes(60))).toBe(minutes(3));
});

test('starting a running box, or pausing a paused one, changes nothing', () => {
	const running = start(timebox(minutes(5)), 0);
	const paused = pause(running, minutes(1));

	expect(start(running, minutes(3))).toEqual(running);
	expect(pause(paused, minutes(3))).toEqual(paused);
});

test('a box can be extended while it runs and while it is paused', () => {
	const running = start(timebox(minutes(5)), 0);

	expect(left(extend(running, minutes(2)), minutes(1))).toBe(minutes(6));
	expect(left(extend(pause(running, minutes(1)), minutes(2)), minutes(60))).toBe(minutes(6));
});

test('a box over its time says by how much', () => {
	expect(left(start(timebox(minutes(5)), 0), minutes(7))).toBe(-minutes(2));
});

test('however often a box is paused, it loses exactly the time it ran', () => {
	const turns = fc.array(fc.record({ runs: fc.nat(1e7), rests: fc.nat(1e7) }), { maxLength: 20 });

	fc.assert(
		fc.property(fc.nat(1e7), turns, (length, all) => {
			let now = 0;
			let box = timebox(length);
			for (const { runs, rests } of all) {
				box = pause(start(box, now), (now += runs));
				now += rests;
			}
			const ran = all.reduce((sum, turn) => sum + turn.runs, 0);
			expect(left(box, now)).toBe(length - ran);
		})
	);
});

test('the clock warns in the last two minutes, and in the last quarter of a short box', () => {
	expect(urgency(minutes(2) + 1, minutes(15))).toBe('calm');
	expect(urgency(minutes(2), minutes(15))).toBe('soon');
	expect(urgency(minutes(2), minutes(4))).toBe('calm');
	expect(urgency(minutes(1), minutes(4))).toBe('soon');
	expect(urgency(0, minutes(15))).toBe('over');
	expect(urgency(-1, minutes(15))).toBe('over');
});

test('the clock counts whole seconds and marks overtime with a plus', () => {
	expect(clockFace(minutes(5) + 48_000)).toBe('5:48');
	expect(clockFace(minutes(90))).toBe('90:00');
	expect(clockFace(1)).toBe('0:01');
	expect(clockFace(0)).toBe('0:00');
	expect(clockFace(-999)).toBe('0:00');
	expect(clockFace(-72_000)).toBe('+1:12');
});
