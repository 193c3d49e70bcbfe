import { writeDay } from '#lib/calendar/day.ts';

/** `October 2026`: the month an instant lies in. */
export const monthOf = (instant: string): string =>
	writeDay(instant.slice(0, 10), 'dated').split(' ').slice(1).join(' ');
