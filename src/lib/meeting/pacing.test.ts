import { expect, test } from 'vitest';
import { agenda } from './agenda.ts';
import { defaultFormat } from './formats.ts';
import { actualMinutes, inAll, pacing } from './pacing.ts';
import { progress, type MeetingEvent } from './progress.ts';
import { minutes } from './timebox.ts';

let count = 0;
const segments = agenda(defaultFormat.steps, () => `s${count++}`);
const plan = (id: string) => minutes(segments.find((one) => one.id === id)?.minutes ?? 0);

/** The meeting in which each segment took so many minutes. */
function held(lengths: number[]) {
	let at = 0;
	const events = lengths.map((length, index): MeetingEvent => {
		const event = { at: minutes(at), by: 'sam' };
		at += length;
		if (index === 0) return { ...event, type: 'started', segment: 's0' };
		return { ...event, type: 'entered', from: `s${index - 1}`, to: `s${index}` };
	});
	events.push({ at: minutes(at), by: 'sam', type: 'closed', passed: 0 });
	return progress(events, plan);
}

test('the recap sets what each segment took beside what it was meant to take', () => {
	const rows = pacing(segments, held([5, 16, 14, 5, 10, 33, 11]));

	expect(rows.map((row) => [row.actualMinutes, row.plannedMinutes])).toEqual([
		[5, 5],
		[16, 15],
		[14, 15],
		[5, 5],
		[10, 10],
		[33, 30],
		[11, 10]
	]);
	expect(inAll(rows)).toEqual({ plannedMinutes: 90, actualMinutes: 94 });
});

test('a segment that was never reached took no time and says so', () => {
	const rows = pacing(segments, held([5, 16]));

	expect(rows.at(-1)).toMatchObject({ actualMinutes: 0, entered: false });
	expect(rows[0]).toMatchObject({ entered: true });
});

test('the segment that is open counts up to now', () => {
	const now = progress([{ at: 0, by: 'sam', type: 'started', segment: 's0' }], plan);

	expect(actualMinutes('s0', now, minutes(7))).toBe(7);
	expect(pacing(segments, now, minutes(7))[0]?.actualMinutes).toBe(7);
	expect(actualMinutes('s0', now, -minutes(2))).toBe(0);
});

test('a meeting without segments has nothing to show', () => {
	expect(inAll(pacing([], held([])))).toEqual({ plannedMinutes: 0, actualMinutes: 0 });
});
