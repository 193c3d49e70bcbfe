import type { CalendarMeeting, CalendarSeries } from './team-calendar.ts';

/** A weekly meeting on Mondays, and one held on a day, for tests of calendars. */
export const series: CalendarSeries = {
	id: 's1',
	name: 'Weekly',
	startsAt: '09:00',
	timeZone: 'Europe/London',
	minutes: 90,
	place: 'Room 4',
	weekday: 1
};

export const meeting = (
	occursOn: string,
	more: Partial<CalendarMeeting> = {}
): CalendarMeeting => ({
	id: `m-${occursOn}`,
	series: 's1',
	number: 1,
	occursOn,
	startsAt: `${occursOn}T09:00:00Z`,
	minutes: 90,
	name: 'Weekly',
	place: 'Room 4',
	state: 'draft',
	changedAt: '2026-11-01T00:00:00Z',
	...more
});
