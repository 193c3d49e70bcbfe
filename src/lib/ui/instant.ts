/** How an instant is written: 09:51, Tue 17 Nov, 17 November 2026, or the day and the time. */
export type InstantForm = 'time' | 'date' | 'long' | 'both' | 'full';

const forms: Record<InstantForm, Intl.DateTimeFormatOptions> = {
	time: { hour: '2-digit', minute: '2-digit' },
	date: { weekday: 'short', day: 'numeric', month: 'short' },
	long: { day: 'numeric', month: 'long', year: 'numeric' },
	both: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
	full: {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZoneName: 'short'
	}
};

/** Writes an instant in a time zone; without one, in the zone of whoever runs this. */
export function writeInstant(instant: Date, form: InstantForm, timeZone?: string): string {
	const written = new Intl.DateTimeFormat('en-GB', {
		...forms[form],
		hourCycle: 'h23',
		timeZone
	}).format(instant);

	return written.replaceAll(',', '');
}
