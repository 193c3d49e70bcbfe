import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { meeting, series } from './calendar-for-tests.ts';
import { teamCalendar, type CalendarMeeting } from './team-calendar.ts';

const write = (meetings: CalendarMeeting[], one = series, now = '2026-11-17T00:00:00Z') =>
	teamCalendar({ name: 'Leadership' }, [one], meetings, 'https://drumbeat.example', now);

/** The coming instants as an independent parser reads them, with exceptions. */
function starts(file: string, count: number): string[] {
	const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone'))
		ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
	const master = events.find((one) => one.isRecurring());
	if (!master) return [];
	for (const one of events) if (one.isRecurrenceException()) master.relateException(one);
	const iterator = master.iterator();
	return Array.from({ length: count }, () => {
		const next = iterator.next();
		return next ? master.getOccurrenceDetails(next).startDate.toJSDate().toISOString() : '';
	});
}

test('nine o’clock stays nine o’clock when the clocks change', () => {
	const file = write([meeting('2027-03-22')], series);
	expect(starts(file, 3)).toEqual([
		'2027-03-22T09:00:00.000Z',
		'2027-03-29T08:00:00.000Z',
		'2027-04-05T08:00:00.000Z'
	]);
	const south = { ...series, timeZone: 'Australia/Sydney' };
	const before = meeting('2027-03-29', { startsAt: '2027-03-28T22:00:00Z' });
	expect(starts(write([before], south), 2)).toEqual([
		'2027-03-28T22:00:00.000Z',
		'2027-04-04T23:00:00.000Z'
	]);
});

test('a moved meeting moves alone, and a cancelled one is left out', () => {
	const file = write([
		meeting('2026-11-23'),
		meeting('2026-11-30', { startsAt: '2026-12-01T14:00:00Z' }),
		meeting('2026-12-07', { state: 'cancelled' })
	]);
	expect(starts(file, 3)).toEqual([
		'2026-11-23T09:00:00.000Z',
		'2026-12-01T14:00:00.000Z',
		'2026-12-14T09:00:00.000Z'
	]);
});

test('what was held stays in the calendar, also after the rhythm changed', () => {
	const file = write(
		[
			meeting('2026-11-16', { state: 'closed', startsAt: '2026-11-16T15:00:00Z' }),
			meeting('2026-11-23')
		],
		series
	);
	const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
	const uids = calendar
		.getAllSubcomponents('vevent')
		.map((one) => one.getFirstPropertyValue('uid'));
	expect(uids).toEqual(['m-2026-11-16@drumbeat', 's1@drumbeat']);
});

test('what people typed stays in its place, and no line is too long', () => {
	const name = `Weekly; "all", \\hands\r\nATTENDEE:mailto:evil@example.com ${'🚚'.repeat(60)}`;
	const file = write([meeting('2026-11-16', { state: 'closed', name })]);
	const [event] = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
	expect(event?.getFirstPropertyValue('summary')).toBe(name.replace('\r\n', '\n'));
	expect(event?.getAllProperties('attendee')).toEqual([]);
	for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('the same meetings give the same file a minute later, in whatever order they come', () => {
	const meetings = [meeting('2026-11-23'), meeting('2026-11-30')];
	expect(write(meetings, series, '2026-11-17T00:05:00Z')).toBe(write(meetings.toReversed()));
	expect(write(meetings, series, '2026-11-23T09:00:01Z')).not.toBe(write(meetings));
});
