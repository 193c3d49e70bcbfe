import { expectedBy, movePeriod, periodOf, type Cadence } from './period.ts';

/**
 * The period whose reading a meeting wants and does not have: the last one that is over by then;
 * of months and quarters only once their days of grace are over too. None for what was not counted
 * then.
 *
 * @param has whether there is a reading for a period
 * @param since the day the metric was put on the scorecard (ISO date)
 * @param occursOn the day of the meeting (ISO date)
 */
export function lackingFor(
	cadence: Cadence,
	has: (period: string) => boolean,
	since: string,
	occursOn: string
): string | undefined {
	const wanted =
		cadence === 'week'
			? movePeriod(periodOf(occursOn, cadence), cadence, -1)
			: expectedBy(occursOn, cadence);
	return has(wanted) || wanted < periodOf(since, cadence) ? undefined : wanted;
}
