import { addDays } from '#lib/calendar/day.ts';
import type { Metric } from './metric.ts';
import { movePeriod } from './period.ts';

const names = Array.from({ length: 12 }, (_, month) =>
	new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
		new Date(Date.UTC(2026, month, 1))
	)
);

/** The months of a year, 1 for January, with their names. */
export const months = names.map((name, index) => ({ month: index + 1, name }));

type Seasonal = Pick<Metric, 'cadence' | 'lowMonths' | 'highMonths' | 'season'>;

/** The month a period counts for: that of its Thursday for a week, each of the three of a quarter. */
function monthsOf(period: string, { cadence }: Seasonal): number[] {
	const month = (day: string) => Number(day.slice(5, 7));
	if (cadence === 'week') return [month(addDays(period, 3))];
	if (cadence === 'month') return [month(period)];
	return [0, 1, 2].map((count) => month(movePeriod(period, 'month', count)));
}

/**
 * Why a reading on that side of what is usual is no news in its period: the team said that these
 * months are so every year. Undefined when it is news.
 */
export function inSeason(
	metric: Seasonal,
	period: string,
	side: 'low' | 'high'
): string | undefined {
	const usual = side === 'low' ? metric.lowMonths : metric.highMonths;
	const month = monthsOf(period, metric).find((one) => usual.includes(one));
	if (month === undefined) return undefined;
	const note = metric.season ? `: ${metric.season}` : '';
	return `Usually ${side} in ${names[month - 1]}${note}`;
}
