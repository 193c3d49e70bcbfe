import { addDays, mondayOf, writeDay } from '#lib/calendar/day.ts';
import { movePeriod, periodOf, writePeriod, type Cadence } from '../period.ts';

/** Which comes first in 03/04/2026. */
export type DateOrder = 'day first' | 'month first';

/** What somebody wrote for a period: a day, or a whole week, month or quarter by its first day. */
export type Said = { span: 'day' | Cadence; day: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const year = "'?(\\d{4}|\\d{2})";
const gap = '[\\s,./-]*';
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;

type Reader = [pattern: RegExp, read: (found: string[]) => Said | undefined];

const readers: Reader[] = [
	[/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, y, m, d]) => day(y, m, d)],
	[/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => day(y, m, d)],
	[/^(\d{4})[-/. ]?(?:w|kw|week)[- ]?(\d{1,2})(?:-\d)?$/, ([, y, w]) => week(y, w)],
	[
		new RegExp(`^(?:w|wk|kw|week)[- .]*(\\d{1,2})${gap}(?:of\\s)?\\s*${year}$`),
		([, w, y]) => week(y, w)
	],
	[/^(\d{4})[-/. ]?q([1-4])$/, ([, y, q]) => quarter(y, q)],
	[new RegExp(`^q([1-4])${gap}${year}$`), ([, q, y]) => quarter(y, q)],
	[/^(\d{4})[-/.](\d{1,2})$/, ([, y, m]) => month(y, m)],
	[/^(\d{1,2})[-/.](\d{4})$/, ([, m, y]) => month(y, m)],
	[new RegExp(`^${monthName}${gap}${year}$`), ([, m, y]) => month(y, numberOf(m))],
	[new RegExp(`^(\\d{4})${gap}${monthName}$`), ([, y, m]) => month(y, numberOf(m))],
	[
		new RegExp(`^(?:[a-z]{2,9}[.,]?\\s+)?(\\d{1,2})${gap}${monthName}${gap}${year}$`),
		([, d, m, y]) => day(y, numberOf(m), d)
	],
	[
		new RegExp(`^${monthName}\\s+(\\d{1,2}),?\\s+(\\d{4})$`),
		([, m, d, y]) => day(y, numberOf(m), d)
	],
	[/^(\d{5})(?:\.\d+)?$/, ([, serial]) => fromSerial(Number(serial))]
];

/**
 * The period somebody meant by `2026-11-16`, `16/11/2026`, `W47 2026`, `Nov 2026`, `Q4 2026` or
 * 46342, the number spreadsheets keep for that Monday. `undefined` when it is none, 'either' when
 * day and month could change places and `order` does not say.
 */
export function readPeriod(typed: string, order?: DateOrder): Said | 'either' | undefined {
	const words = typed
		.trim()
		.toLowerCase()
		.replace(/\s+/gu, ' ')
		.replace(/(\d)[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(z|[+-]\d{2}:?\d{2})?$/, '$1');
	const [, one = '', mark = '', other = '', y = ''] = numeric.exec(words) ?? [];
	if (mark) {
		if (mark === '.' || order === 'day first') return day(y, other, one);
		if (order === 'month first') return day(y, one, other);
		const [dayFirst, monthFirst] = [day(y, other, one), day(y, one, other)];
		if (dayFirst && monthFirst && one !== other) return 'either';
		return dayFirst ?? monthFirst;
	}
	for (const [pattern, read] of readers) {
		const found = pattern.exec(words);
		if (found) return read(found);
	}
	return undefined;
}

/** The period of a metric that was meant; `undefined` when it is counted over another span. */
export function periodMeant({ span, day }: Said, cadence: Cadence): string | undefined {
	if (span !== 'day' && span !== cadence) return undefined;
	return periodOf(day, cadence);
}

/** Which comes first in a column of dates; 'either' when nothing tells, nothing when none does. */
export function guessOrder(cells: Iterable<string>): DateOrder | 'either' | undefined {
	const found = { day: false, month: false, either: false };
	for (const cell of cells) {
		const [, one = '', mark = '', other = ''] = numeric.exec(cell.trim()) ?? [];
		if (mark === '' || mark === '.') continue;
		if (Number(one) > 12) found.day = true;
		else if (Number(other) > 12) found.month = true;
		else if (one !== other) found.either = true;
	}
	if (found.day && !found.month) return 'day first';
	if (found.month && !found.day) return 'month first';
	return found.either || found.day ? 'either' : undefined;
}

/** `week 47 of 2026`, `November 2026`, `Q4 2026`. */
export function writeWholePeriod(period: string, cadence: Cadence): string {
	const words = writePeriod(period, cadence);
	return cadence === 'week' ? `${words} of ${addDays(period, 3).slice(0, 4)}` : words;
}

/** Both days that 03/04/2026 can be, as people say them: `3 April or 4 March`. */
export function bothDays(typed: string): string {
	const days = (['day first', 'month first'] as const).flatMap((order) => {
		const said = readPeriod(typed, order);
		return typeof said === 'object' ? [writeDay(said.day, 'dated').replace(/ \d{4}$/, '')] : [];
	});
	return days.join(' or ');
}

const pad = (count: number) => String(count).padStart(2, '0');

function day(y = '', m = '', d = ''): Said | undefined {
	const iso = `${fullYear(y)}-${pad(Number(m))}-${pad(Number(d))}`;
	const isReal = !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
	return isReal && isYear(fullYear(y)) ? { span: 'day', day: iso } : undefined;
}

function month(y = '', m = ''): Said | undefined {
	const first = day(y, m, '1');
	return first && { span: 'month', day: first.day };
}

function quarter(y = '', q = ''): Said | undefined {
	const first = day(y, String(Number(q) * 3 - 2), '1');
	return first && { span: 'quarter', day: first.day };
}

/** Week 1 is the one with the fourth of January; few years have a week 53. */
function week(y = '', w = ''): Said | undefined {
	const number = Number(w);
	const written = fullYear(y);
	if (number < 1 || !isYear(written)) return undefined;
	const monday = movePeriod(mondayOf(`${written}-01-04`), 'week', number - 1);
	return addDays(monday, 3).startsWith(String(written)) ? { span: 'week', day: monday } : undefined;
}

/** Days since the end of 1899, as spreadsheets count them. */
function fromSerial(days: number): Said | undefined {
	const counted = addDays('1899-12-30', days);
	return isYear(Number(counted.slice(0, 4))) ? { span: 'day', day: counted } : undefined;
}

const fullYear = (y: string) => (y.length === 2 ? 2000 + Number(y) : Number(y));
const isYear = (y: number) => y >= 1970 && y < 2100;
const numberOf = (name = '') => String(months.indexOf(name.slice(0, 3)) + 1);
