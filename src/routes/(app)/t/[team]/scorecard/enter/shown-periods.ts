import type { Metric } from '#lib/scorecard/metric.ts';
import { cadences, lastPeriods, movePeriod, type Cadence } from '#lib/scorecard/period.ts';

/** As many columns as fit beside the names. */
export const columns: Record<Cadence, number> = { week: 8, month: 6, quarter: 4 };

/** A sheet for each cadence that is counted: its metrics, and the periods it shows, oldest first. */
export type SheetOf<Counted extends Metric> = {
	cadence: Cadence;
	metrics: Counted[];
	periods: string[];
};

/** @param back how many sheets before the newest */
export function sheetsOf<Counted extends Metric>(
	metrics: readonly Counted[],
	today: string,
	back: number
): SheetOf<Counted>[] {
	return cadences
		.map((cadence) => ({
			cadence,
			metrics: metrics.filter((metric) => metric.cadence === cadence),
			periods: lastPeriods(today, cadence, columns[cadence]).map((period) =>
				movePeriod(period, cadence, -back * columns[cadence])
			)
		}))
		.filter((sheet) => sheet.metrics.length > 0);
}
