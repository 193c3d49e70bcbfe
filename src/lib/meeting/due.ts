const day = 86_400_000;
const longestWait = 9999;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

/**
 * The day people mean by `fri`, `tomorrow`, `next week`, `in 3 days`, `23 nov`, `23/11` or
 * `2026-11-23`, as an ISO date; null when it is none of these or no day of the calendar.
 * A weekday is the next such day after today, `next week` is today in a week, and a day without
 * a year is the next one from today on. Plain arithmetic, so that the room need not load a
 * calendar library.
 */
export function dueDate(typed: string, today: string): string | null {
	const words = typed.trim().toLowerCase().replace(/\s+/gu, ' ');
	if (words.length > 40) return null;
	return inDays(words, today) ?? onWeekday(words, today) ?? onDate(words, today);
}

function inDays(words: string, today: string): string | null {
	if (words === 'today') return plus(today, 0);
	if (words === 'tomorrow') return plus(today, 1);
	if (words === 'next week') return plus(today, 7);
	const [, count = '', unit] = /^in (\d+|an?) (day|week)s?$/.exec(words) ?? [];
	if (!unit) return null;
	const many = (/^an?$/.test(count) ? 1 : Number(count)) * (unit === 'week' ? 7 : 1);
	return many <= longestWait ? plus(today, many) : null;
}

function onWeekday(words: string, today: string): string | null {
	const wanted = startOf(words, weekdays);
	if (wanted < 0) return null;
	// Sunday is 0 in JavaScript, and the last day of the week here.
	const now = (new Date(utc(today)).getUTCDay() + 6) % 7;
	return plus(today, (wanted - now + 7) % 7 || 7);
}

function onDate(words: string, today: string): string | null {
	const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words) ?? [];
	if (isoYear) return calendarDay(Number(isoYear), Number(isoMonth), Number(isoDay));

	const [, numeral, month, year] = /^(\d{1,2})[/.](\d{1,2})\.?(?:[/.]?(\d{4}))?$/.exec(words) ?? [];
	if (numeral) return comingDay(Number(numeral), Number(month), year, today);

	const named =
		/^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]+)\.?,?(?: (?<year>\d{4}))?$/.exec(words) ??
		/^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>\d{4}))?$/.exec(words);
	const found = startOf(named?.groups?.['month'] ?? '', months);
	return found < 0
		? null
		: comingDay(Number(named?.groups?.['day']), found + 1, named?.groups?.['year'], today);
}

/** `fri`, `thurs` and `sept` for a name that starts so; at least three letters. */
function startOf(word: string, names: readonly string[]): number {
	return word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
}

/** Eight years are enough to come to a 29 February, also around a year that skips it. */
function comingDay(dayOfMonth: number, month: number, year: string | undefined, today: string) {
	if (year) return calendarDay(Number(year), month, dayOfMonth);
	const thisYear = new Date(utc(today)).getUTCFullYear();
	for (let ahead = 0; ahead <= 8; ahead++) {
		const found = calendarDay(thisYear + ahead, month, dayOfMonth);
		if (found && found >= today) return found;
	}
	return null;
}

function calendarDay(year: number, month: number, dayOfMonth: number): string | null {
	if (year < 1000) return null;
	const iso = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
	const time = utc(iso);
	// `2026-02-30` is read as 2 March by some engines and refused by others.
	return Number.isFinite(time) && plus(iso, 0) === iso ? iso : null;
}

function plus(date: string, days: number): string {
	return new Date(utc(date) + days * day).toISOString().slice(0, 10);
}

function utc(date: string): number {
	return Date.parse(`${date}T00:00:00Z`);
}
