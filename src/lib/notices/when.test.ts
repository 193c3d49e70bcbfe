import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeIn } from '#lib/calendar/countdown.ts';
import { afterQuiet } from './quiet.ts';
import { nextDigest, reminderOn, wayToTell, type Reachable } from './when.ts';

const night = { from: '20:00', until: '07:00' };
const reader = (more: Partial<Reachable> = {}): Reachable => ({
	zone: 'Europe/London',
	quiet: night,
	digestAt: '08:00',
	away: null,
	...more
});
const at = (instant: string) => new Date(instant);

describe('quiet hours', () => {
	test('by day a mail goes at once, at night when it is over', () => {
		expect(wayToTell('mail', at('2026-11-30T12:00:00Z'), reader())).toEqual({
			by: 'mail',
			at: '2026-11-30T12:00:00.000Z'
		});
		expect(wayToTell('mail', at('2026-11-30T22:30:00Z'), reader())).toEqual({
			by: 'mail',
			at: '2026-12-01T07:00:00Z'
		});
		expect(wayToTell('mail', at('2026-12-01T06:59:00Z'), reader())).toMatchObject({
			at: '2026-12-01T07:00:00Z'
		});
	});

	test('it is night where the reader lives, also in the night the clocks change', () => {
		const tokyo = reader({ zone: 'Asia/Tokyo' });
		expect(wayToTell('mail', at('2026-11-30T12:00:00Z'), tokyo)).toMatchObject({
			at: '2026-11-30T22:00:00Z'
		});
		// London goes forward on 29 March 2026 and back on 25 October 2026.
		expect(afterQuiet('2026-03-28T22:00:00Z', night, 'Europe/London')).toBe('2026-03-29T06:00:00Z');
		expect(afterQuiet('2026-10-24T22:00:00Z', night, 'Europe/London')).toBe('2026-10-25T07:00:00Z');
	});

	test('an end that comes twice, or never, is still an end', () => {
		const early = { from: '22:00', until: '01:30' };
		// The first half past one is over; the hour comes once more, and is quiet once more.
		expect(afterQuiet('2026-10-25T00:10:00Z', early, 'Europe/London')).toBe('2026-10-25T00:30:00Z');
		expect(afterQuiet('2026-10-25T01:10:00Z', early, 'Europe/London')).toBe('2026-10-25T01:30:00Z');
		expect(afterQuiet('2026-03-29T00:50:00Z', early, 'Europe/London')).toBe('2026-03-29T01:30:00Z');
	});

	test('nothing is ever sent in quiet hours, held longer than a day, or sent too early', () => {
		const clock = fc
			.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
			.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
		const moment = fc.integer({
			min: Date.parse('2026-03-01T00:00:00Z') / 60_000,
			max: Date.parse('2026-11-30T00:00:00Z') / 60_000
		});
		const zone = fc.constantFrom(
			'Europe/London',
			'America/New_York',
			'Australia/Lord_Howe',
			'Asia/Kolkata'
		);
		fc.assert(
			fc.property(moment, clock, clock, zone, (minutes, from, until, where) => {
				fc.pre(from !== until);
				const now = minutes * 60_000;
				const end = Date.parse(afterQuiet(new Date(now).toISOString(), { from, until }, where));
				const shown = timeIn(where, end);
				const isQuiet =
					from < until ? from <= shown && shown < until : shown >= from || shown < until;
				expect(isQuiet).toBe(false);
				expect(end).toBeGreaterThanOrEqual(now);
				expect(end - now).toBeLessThanOrEqual(26 * 60 * 60_000);
			})
		);
	});
});

describe('digest', () => {
	test('it comes once a day at the time of its reader, before and after a change of the clocks', () => {
		expect(nextDigest(at('2026-11-30T07:59:00Z'), reader())).toBe('2026-11-30T08:00:00Z');
		expect(nextDigest(at('2026-11-30T08:00:00Z'), reader())).toBe('2026-12-01T08:00:00Z');
		expect(nextDigest(at('2026-03-28T12:00:00Z'), reader())).toBe('2026-03-29T07:00:00Z');
		expect(nextDigest(at('2026-10-24T12:00:00Z'), reader())).toBe('2026-10-25T08:00:00Z');
	});

	test('a digest that would come in quiet hours waits for their end', () => {
		const late = reader({ quiet: { from: '20:00', until: '09:30' } });
		expect(nextDigest(at('2026-11-30T05:00:00Z'), late)).toBe('2026-11-30T09:30:00Z');
	});
});

describe('away', () => {
	const holiday = reader({ away: { from: '2026-12-01', until: '2026-12-11' } });

	test('on holiday nothing is mailed, and the first morning back brings one digest', () => {
		expect(wayToTell('mail', at('2026-12-03T12:00:00Z'), holiday)).toEqual({
			by: 'digest',
			at: '2026-12-12T08:00:00Z'
		});
		expect(wayToTell('digest', at('2026-12-11T22:00:00Z'), holiday)).toEqual({
			by: 'digest',
			at: '2026-12-12T08:00:00Z'
		});
	});

	test('what would be mailed after quiet hours, on the first day away, waits too', () => {
		expect(wayToTell('mail', at('2026-11-30T23:00:00Z'), holiday)).toEqual({
			by: 'digest',
			at: '2026-12-12T08:00:00Z'
		});
	});

	test('a holiday that is over, or to come, changes nothing', () => {
		expect(wayToTell('mail', at('2026-11-30T12:00:00Z'), holiday)).toMatchObject({ by: 'mail' });
		expect(wayToTell('mail', at('2026-12-12T12:00:00Z'), holiday)).toMatchObject({ by: 'mail' });
	});
});

test('whoever wants no mail gets none', () => {
	expect(wayToTell('app', at('2026-11-30T12:00:00Z'), reader())).toEqual({ by: 'nothing' });
	expect(wayToTell('off', at('2026-11-30T12:00:00Z'), reader())).toEqual({ by: 'nothing' });
});

test('a reminder comes in the morning, after the mails that may have said it', () => {
	const early = (instant: string, more: Partial<Reachable> = {}) =>
		wayToTell('mail', at(instant), reader({ quiet: null, ...more }), { isForMorning: true });
	expect(early('2026-11-30T00:01:00Z')).toMatchObject({ at: '2026-11-30T08:15:00.000Z' });
	expect(early('2026-11-30T11:00:00Z')).toMatchObject({ at: '2026-11-30T11:00:00.000Z' });
	// The morning after New York went back.
	expect(early('2026-11-01T04:01:00Z', { zone: 'America/New_York' })).toMatchObject({
		at: '2026-11-01T13:15:00.000Z'
	});
});

test('an action is brought to mind the day before it is due and the day after', () => {
	expect(reminderOn('2026-12-01', '2026-11-30')).toBe('before');
	expect(reminderOn('2026-12-01', '2026-12-01')).toBeUndefined();
	expect(reminderOn('2026-12-01', '2026-12-02')).toBe('after');
	expect(reminderOn('2026-12-01', '2026-12-03')).toBeUndefined();
});
