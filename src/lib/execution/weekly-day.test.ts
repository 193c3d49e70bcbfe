import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayIn, mondayOf } from '#lib/calendar/day.ts';
import { isWorkingDay } from '#lib/calendar/working-days.ts';
import { timeIn } from '#lib/calendar/countdown.ts';
import { mailDue, mailOfWeek, nextMail, type Calendar, type WeeklyTime } from './weekly-day.ts';

const monday = '2026-11-23';
const open: Calendar = { daysOff: [], away: null };
const at = (zone: string, weekday = 1, clock = '08:00'): WeeklyTime => ({
	weekday,
	at: clock,
	zone
});
const zones = [
	'Europe/London',
	'America/New_York',
	'America/St_Johns',
	'Asia/Kolkata',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
	'Pacific/Chatham',
	'Pacific/Kiritimati',
	'America/Santiago',
	'Africa/Casablanca'
];

test('eight in the morning is eight where the reader lives', () => {
	expect(mailOfWeek(monday, at('Europe/London'), open)?.at).toBe('2026-11-23T08:00:00Z');
	expect(mailOfWeek(monday, at('Asia/Tokyo'), open)?.at).toBe('2026-11-22T23:00:00Z');
	expect(mailOfWeek(monday, at('America/New_York'), open)?.at).toBe('2026-11-23T13:00:00Z');
});

test('it stays eight when the clocks change, and a time they skip or repeat comes once', () => {
	// London went back on 25 October 2026 and goes forward on 28 March 2027, both Sundays.
	expect(mailOfWeek('2026-10-19', at('Europe/London'), open)?.at).toBe('2026-10-19T07:00:00Z');
	expect(mailOfWeek('2026-10-26', at('Europe/London'), open)?.at).toBe('2026-10-26T08:00:00Z');
	const sunday = at('Europe/London', 7, '01:30');
	expect(mailOfWeek('2026-10-19', sunday, open)?.at).toBe('2026-10-25T00:30:00Z');
	expect(mailOfWeek('2027-03-22', sunday, open)?.at).toBe('2027-03-28T01:30:00Z');
});

test('on a day off it comes on the next working day, and never together with the next one', () => {
	const friday = at('Europe/London', 5);
	const off = (...daysOff: string[]): Calendar => ({ daysOff, away: null });
	expect(mailOfWeek(monday, at('Europe/London'), off(monday))?.on).toBe('2026-11-24');
	expect(mailOfWeek(monday, friday, off('2026-11-27'))?.on).toBe('2026-11-30');
	expect(mailOfWeek(monday, friday, off('2026-11-27', '2026-11-30'))?.on).toBe('2026-12-01');
	const closed = Array.from({ length: 8 }, (_, day) => addDays('2026-11-27', day));
	expect(mailOfWeek(monday, friday, off(...closed))).toBeUndefined();
	// Whoever chooses a Sunday gets it on a Sunday.
	expect(mailOfWeek(monday, at('Europe/London', 7), open)?.on).toBe('2026-11-29');
});

test('nobody who is away gets one, on the first and on the last day either', () => {
	const away = (from: string, until: string): Calendar => ({ daysOff: [], away: { from, until } });
	const mail = (calendar: Calendar) => mailOfWeek(monday, at('Europe/London'), calendar)?.on;
	expect(mail(away('2026-11-23', '2026-11-27'))).toBeUndefined();
	expect(mail(away('2026-11-16', '2026-11-23'))).toBeUndefined();
	expect(mail(away('2026-11-24', '2026-11-27'))).toBe(monday);
	expect(mail(away('2026-11-16', '2026-11-22'))).toBe(monday);
	const now = new Date('2026-11-20T12:00:00Z');
	const next = nextMail(now, at('Europe/London'), away('2026-11-23', '2026-12-04'));
	expect(next?.on).toBe('2026-12-07');
});

test('one that is due is due for a day, and then no more', () => {
	const due = (now: string) => mailDue(new Date(now), at('Europe/London'), open)?.week;
	expect(due('2026-11-23T07:59:59Z')).toBeUndefined();
	expect(due('2026-11-23T08:00:00Z')).toBe(monday);
	expect(due('2026-11-24T07:59:59Z')).toBe(monday);
	expect(due('2026-11-24T08:00:00Z')).toBeUndefined();
	// A mail of Friday that was put off to Monday is still that of its own week.
	const off: Calendar = { daysOff: ['2026-11-27'], away: null };
	const late = mailDue(new Date('2026-11-30T08:30:00Z'), at('Europe/London', 5), off);
	expect(late).toEqual({ week: monday, on: '2026-11-30', at: '2026-11-30T08:00:00Z' });
});

test('a zone or a time that does not exist has no mail', () => {
	expect(mailOfWeek(monday, at('Mars/Olympus'), open)).toBeUndefined();
	expect(mailOfWeek(monday, at('Europe/London', 1, '25:00'), open)).toBeUndefined();
});

const times = fc.record({
	weekday: fc.integer({ min: 1, max: 7 }),
	at: fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
		.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
	zone: fc.constantFrom(...zones)
});
const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2025-01-01', count));
const calendars = fc.record({
	daysOff: fc.array(days, { maxLength: 300 }),
	away: fc
		.option(fc.tuple(days, fc.integer({ min: 0, max: 40 })), { nil: null })
		.map((away) => away && { from: away[0], until: addDays(away[0], away[1]) })
});
const seeded = { seed: 20261122, numRuns: 120 };

test('week after week, each mail comes later than the one before, by the clock that was chosen', () => {
	fc.assert(
		fc.property(times, calendars, days, (time, calendar, day) => {
			const weeks = Array.from({ length: 30 }, (_, week) => addDays(mondayOf(day), 7 * week));
			const mails = weeks.flatMap((week) => mailOfWeek(week, time, calendar) ?? []);
			for (const [index, mail] of mails.entries()) {
				expect(calendar.daysOff).not.toContain(mail.on);
				if (mail.on !== addDays(mail.week, time.weekday - 1))
					expect(isWorkingDay(mail.on, calendar.daysOff)).toBe(true);
				if (calendar.away)
					expect(mail.on < calendar.away.from || mail.on > calendar.away.until).toBe(true);
				const clock = timeIn(time.zone, Date.parse(mail.at));
				// Only an hour that the clocks skip is shown as a later one.
				if (clock !== time.at)
					expect(clock > time.at || mail.on !== dayOf(mail.at, time)).toBe(true);
				const before = mails[index - 1];
				if (before) expect(Date.parse(mail.at)).toBeGreaterThan(Date.parse(before.at));
			}
		}),
		seeded
	);
});

test('looked at every hour of four weeks, each mail is due once and under one week', () => {
	fc.assert(
		fc.property(times, calendars, days, (time, calendar, day) => {
			const found = new Map<string, string>();
			const start = Date.parse(`${day}T00:00:00Z`);
			for (let minute = 0; minute < 28 * 1440; minute += 60) {
				const mail = mailDue(new Date(start + minute * 60_000), time, calendar);
				if (!mail) continue;
				expect(found.get(mail.week) ?? mail.at).toBe(mail.at);
				found.set(mail.week, mail.at);
			}
			// None that falls well inside the four weeks is missed.
			for (let week = 0; week < 4; week += 1) {
				const mail = mailOfWeek(addDays(mondayOf(day), 7 * week), time, calendar);
				const since = mail ? Date.parse(mail.at) - start : -1;
				if (mail && since >= 0 && since < 27 * 86_400_000)
					expect(found.get(mail.week)).toBe(mail.at);
			}
		}),
		{ ...seeded, numRuns: 12 }
	);
});

test('the next mail is later than now, and it is due when its time comes', () => {
	fc.assert(
		fc.property(times, calendars, days, (time, calendar, day) => {
			const now = new Date(`${day}T11:17:00Z`);
			const next = nextMail(now, time, calendar);
			if (!next) return;
			expect(Date.parse(next.at)).toBeGreaterThan(now.getTime());
			expect(mailDue(new Date(next.at), time, calendar)).toEqual(next);
		}),
		seeded
	);
});

const dayOf = (instant: string, { zone }: WeeklyTime) => dayIn(zone, new Date(instant));
