import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { meeting, series } from './calendar-for-tests.ts';
import { invitations, toTell, type Between, type Told } from './invitation.ts';
import type { CalendarMeeting } from './team-calendar.ts';

const now = '2026-11-17T00:00:00Z';
const between = (sequence: number): Between => ({
	organizer: { name: 'Leadership "team"', email: 'drumbeat@example.com' },
	attendee: { name: 'Ada, Countess', email: 'ada@example.com' },
	site: 'https://drumbeat.example',
	sequence,
	now
});
const usual = [meeting('2026-11-23'), meeting('2026-11-30'), meeting('2026-12-07')];
const tell = (meetings = usual, one = series, at = now) => toTell(one, meetings, at);

/** What an independent parser makes of a mail: its method and each event in it. */
function read(content: string) {
	const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone'))
		ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	return {
		method: calendar.getFirstPropertyValue('method'),
		events: calendar.getAllSubcomponents('vevent').map((one) => ({
			uid: one.getFirstPropertyValue('uid'),
			sequence: one.getFirstPropertyValue('sequence'),
			status: one.getFirstPropertyValue('status'),
			recurs: one.getFirstProperty('rrule') !== null,
			of: one.getFirstPropertyValue('recurrence-id')?.toString() ?? null,
			starts: new ICAL.Event(one).startDate.toJSDate().toISOString(),
			attendee: one.getFirstPropertyValue('attendee')
		}))
	};
}

test('who is invited gets the whole series once, with what is moved already', () => {
	const meetings = [
		usual[0],
		meeting('2026-11-30', { startsAt: '2026-12-01T14:00:00Z' })
	] as CalendarMeeting[];
	const [first, ...more] = invitations(undefined, tell(meetings), between(0));
	expect(more).toEqual([]);
	expect(read(first?.content ?? '')).toMatchObject({
		method: 'REQUEST',
		events: [
			{ uid: 's1@drumbeat', sequence: 0, recurs: true, starts: '2026-11-23T09:00:00.000Z' },
			{ uid: 's1@drumbeat', of: '2026-11-30T09:00:00', starts: '2026-12-01T14:00:00.000Z' }
		]
	});
	expect(read(first?.content ?? '').events[0]?.attendee).toBe('mailto:ada@example.com');
});

test('nothing changed, nothing is mailed; nor when a week has passed', () => {
	expect(invitations(tell(), tell(), between(1))).toEqual([]);
	const later = tell([...usual.slice(1), meeting('2026-12-14')], series, '2026-11-24T00:00:00Z');
	expect(invitations(tell(), later, between(1))).toEqual([]);
	const moved = tell([
		meeting('2026-11-23', { startsAt: '2026-11-23T10:00:00Z' }),
		...usual.slice(1)
	]);
	expect(invitations(moved, later, between(1))).toEqual([]);
});

test('a meeting that moves is an update of that day, with a higher sequence', () => {
	const moved = tell([
		usual[0],
		meeting('2026-11-30', { startsAt: '2026-11-30T15:00:00Z' })
	] as CalendarMeeting[]);
	const [update, ...more] = invitations(tell(), moved, between(3));
	expect(more).toEqual([]);
	expect(update).toMatchObject({ what: 'moved', days: ['2026-11-30'] });
	expect(read(update?.content ?? '')).toMatchObject({
		method: 'REQUEST',
		events: [
			{ sequence: 3, recurs: false, of: '2026-11-30T09:00:00', starts: '2026-11-30T15:00:00.000Z' }
		]
	});
	const [back] = invitations(moved, tell(), between(4));
	expect(read(back?.content ?? '')).toMatchObject({
		events: [{ sequence: 4, of: '2026-11-30T09:00:00', starts: '2026-11-30T09:00:00.000Z' }]
	});
});

test('a cancelled meeting is cancelled alone, and comes back when it is restored', () => {
	const without = tell([
		usual[0],
		meeting('2026-11-30', { state: 'cancelled' }),
		usual[2]
	] as CalendarMeeting[]);
	const [cancel, ...more] = invitations(tell(), without, between(2));
	expect(more).toEqual([]);
	expect(read(cancel?.content ?? '')).toMatchObject({
		method: 'CANCEL',
		events: [{ status: 'CANCELLED', sequence: 2, recurs: false, of: '2026-11-30T09:00:00' }]
	});
	const [again] = invitations(without, tell(), between(3));
	expect(read(again?.content ?? '')).toMatchObject({
		method: 'REQUEST',
		events: [{ sequence: 3 }]
	});
});

test('another weekly time is an update of the whole, and leaving the team the end of it', () => {
	const other = tell(undefined, { ...series, startsAt: '10:00' });
	const [update] = invitations(tell(), other, between(5));
	expect(update?.what).toBe('changed');
	expect(read(update?.content ?? '').events[0]).toMatchObject({ recurs: true, sequence: 5 });
	const [end, ...more] = invitations(tell(), undefined, between(6));
	expect(more).toEqual([]);
	expect(read(end?.content ?? '')).toMatchObject({
		method: 'CANCEL',
		events: [{ recurs: true, status: 'CANCELLED', sequence: 6 }]
	});
	expect(invitations(undefined, undefined, between(0))).toEqual([]);
});

test('after a change of the summer time the zone still says nine o’clock', () => {
	const spring = tell([meeting('2027-03-22')]) as Told;
	const [first] = invitations(undefined, spring, between(0));
	const calendar = new ICAL.Component(ICAL.parse(first?.content ?? '') as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone'))
		ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	const [event] = calendar.getAllSubcomponents('vevent');
	if (!event) throw new Error('There is no event');
	const iterator = new ICAL.Event(event).iterator();
	const starts = [iterator.next(), iterator.next()].map((at) => at?.toJSDate().toISOString());
	expect(starts).toEqual(['2027-03-22T09:00:00.000Z', '2027-03-29T08:00:00.000Z']);
});
