/** A day of the calendar is an ISO date, `2026-11-27`, and belongs to no time zone. */
const length = 86_400_000;

/** The day it is at that instant for somebody in this time zone. */
export function dayIn(zone: string, instant: Date): string {
	const part = Object.fromEntries(
		new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit'
		})
			.formatToParts(instant)
			.map(({ type, value }) => [type, value])
	);
	return `${part['year']}-${part['month']}-${part['day']}`;
}

export function addDays(day: string, count: number): string {
	return new Date(utc(day) + count * length).toISOString().slice(0, 10);
}

/** How many days `day` lies after `since`; negative when it lies before. */
export function daysSince(since: string, day: string): number {
	return Math.round((utc(day) - utc(since)) / length);
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
	return addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));
}

const forms = {
	/** 19 Nov */
	bare: { day: 'numeric', month: 'short' },
	/** Thu 19 Nov */
	short: { weekday: 'short', day: 'numeric', month: 'short' },
	/** Thursday 19 November */
	long: { weekday: 'long', day: 'numeric', month: 'long' },
	/** 19 November 2026 */
	dated: { day: 'numeric', month: 'long', year: 'numeric' }
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Made once: to make one takes longer than to write a hundred days with it. */
const writers = Object.fromEntries(
	Object.entries(forms).map(([form, options]) => [
		form,
		new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
	])
) as Record<keyof typeof forms, Intl.DateTimeFormat>;

export function writeDay(day: string, form: keyof typeof forms = 'short'): string {
	return writers[form]
		.format(new Date(utc(day)))
		.replaceAll(',', '')
		.replace(/\bSept\b/, 'Sep');
}

/** The week from this Monday on: `16 to 22 November`, `30 November to 6 December`. */
export function writeWeek(monday: string): string {
	const sunday = addDays(monday, 6);
	const month = (day: string) => writeDay(day, 'dated').split(' ').slice(1, 2).join('');
	const from = writeDay(monday, 'dated').split(' ')[0] ?? '';
	const to = `${writeDay(sunday, 'dated').split(' ')[0] ?? ''} ${month(sunday)}`;
	return month(monday) === month(sunday) ? `${from} to ${to}` : `${from} ${month(monday)} to ${to}`;
}

/** The number of a week in its year, as calendars in Europe count them. */
export function weekNumber(monday: string): number {
	const thursday = addDays(monday, 3);
	return 1 + Math.floor(daysSince(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

export type Due = { words: string; isLate: boolean };

/** When something is due, as people say it: `2 days late`, `Today`, `Thu 19 Nov`. */
export function dueInWords(due: string | null, today: string): Due {
	if (due === null) return { words: 'No date', isLate: false };
	const ahead = daysSince(today, due);
	if (ahead < 0) return { words: `${-ahead} ${ahead === -1 ? 'day' : 'days'} late`, isLate: true };
	const words = ahead === 0 ? 'Today' : ahead === 1 ? 'Tomorrow' : writeDay(due);
	return { words, isLate: false };
}

/** Where today stands in its quarter: `{ quarter: 4, week: 8, weeks: 13 }`. */
export function quarterWeek(today: string): { quarter: number; week: number; weeks: number } {
	const [year = 0, month = 1] = today.split('-').map(Number);
	const quarter = Math.ceil(month / 3);
	const start = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
	const next =
		quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
	const first = mondayOf(start);
	return {
		quarter,
		week: daysSince(first, mondayOf(today)) / 7 + 1,
		weeks: Math.ceil(daysSince(first, next) / 7)
	};
}

function utc(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}
