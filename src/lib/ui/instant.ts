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
	return writer(form, timeZone).format(instant).replaceAll(',', '');
}

const writers = new Map<string, Intl.DateTimeFormat>();

/** Kept, because to make one takes far longer than to write with it. */
function writer(form: InstantForm, timeZone: string | undefined): Intl.DateTimeFormat {
	const key = `${form} ${timeZone}`;
	const known = writers.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-GB', { ...forms[form], hourCycle: 'h23', timeZone });
	writers.set(key, made);
	return made;
}
