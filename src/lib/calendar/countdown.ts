import { dayIn, daysSince, writeDay } from './day.ts';

const minute = 60_000;

/**
 * How far away a meeting is, as one would say it: `in 42 minutes`, `tomorrow at 09:00`, `on
 * Tuesday 24 November at 09:00`. Times are milliseconds; the days are those of `zone`.
 */
export function countdown(startsAt: number, now: number, zone: string): string {
	const minutes = Math.ceil((startsAt - now) / minute);
	if (minutes <= 0) return started(-minutes);
	if (minutes < 120) return `in ${counted(minutes, 'minute')}`;
	const [today, day] = [dayIn(zone, new Date(now)), dayIn(zone, new Date(startsAt))];
	const at = `at ${timeIn(zone, startsAt)}`;
	const ahead = daysSince(today, day);
	if (ahead === 0) return `today ${at}`;
	if (ahead === 1) return `tomorrow ${at}`;
	return `on ${writeDay(day, 'long')} ${at}`;
}

function started(minutesAgo: number): string {
	if (minutesAgo < 1) return 'is due now';
	if (minutesAgo < 120) return `was due ${counted(minutesAgo, 'minute')} ago`;
	if (minutesAgo < 48 * 60) return `was due ${counted(Math.round(minutesAgo / 60), 'hour')} ago`;
	return `was due ${counted(Math.round(minutesAgo / (24 * 60)), 'day')} ago`;
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `09:00` on the clocks of a zone. */
export function timeIn(zone: string, instant: number): string {
	return new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(new Date(instant));
}
