import type { Metric } from './metric.ts';
import { askedFor, lastPeriods, movePeriod, overdue } from './period.ts';
import { targetIn, type Standing } from './status.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** A period on the scorecard: its reading, and whether that is a signal. */
export type RowPoint = {
	period: string;
	value: number | null;
	ringed: boolean;
	/** Its natural limits then. */
	usual: { lower: number; upper: number } | null;
};

/** A metric as the scorecard shows it. */
export type ScorecardRow = {
	metric: Metric;
	/** The periods shown, oldest first, the current one last. */
	points: RowPoint[];
	/** The period that is to be entered now, its reading, and the one before. */
	asked: { period: string; value: number | null; before: number | null };
	newest: { period: string; value: number } | null;
	/** Where the newest reading stands; a reading that should be in and is not is late. */
	standing: Standing;
	isLate: boolean;
	signal: Verdict['signal'];
	/** Natural limits, and why runs mean nothing here. */
	limits: { lower: number; centre: number; upper: number; from: number } | undefined;
	because: 'trend' | 'memory' | undefined;
	/** Targets with the index of the point they count from. */
	targets: { value: number; from: number }[];
};

export type Readings = readonly { period: string; value: number }[];

/** How many periods a row keeps for its chart; the limits come from all readings. */
export const periodsKept = 52;

/**
 * @param readings of this metric, oldest first
 * @param today ISO date
 */
export function rowOf(
	metric: Metric & { since: string },
	readings: Readings,
	today: string,
	verdict = verdictOf(metric, readings)
): ScorecardRow {
	const periods = lastPeriods(today, metric.cadence, periodsKept);
	const taken = new Map(verdict.points.map((point) => [point.period, point]));
	const points = periods.map((period) => {
		const point = taken.get(period);
		return {
			period,
			value: point?.value ?? null,
			ringed: point?.signal !== undefined,
			usual: point?.usual ?? null
		};
	});
	const { cadence, since } = metric;
	const newest = verdict.points.at(-1);
	const isLate = overdue(cadence, newest?.period, since, today) !== undefined;
	const asked = askedFor(cadence, (period) => taken.has(period), since, today);
	const valueIn = (period: string) => taken.get(period)?.value ?? null;
	return {
		metric,
		points,
		asked: {
			period: asked,
			value: valueIn(asked),
			before: valueIn(movePeriod(asked, cadence, -1))
		},
		newest: newest ? { period: newest.period, value: newest.value } : null,
		standing: isLate ? late(verdict.standing) : verdict.standing,
		isLate,
		signal: verdict.signal,
		limits: verdict.behaviour && {
			lower: verdict.behaviour.limits.lower,
			centre: verdict.behaviour.limits.centre,
			upper: verdict.behaviour.limits.upper,
			from: verdict.behaviour.limits.from
		},
		because: verdict.behaviour?.because,
		targets: targetsOf(metric, periods)
	};
}

function late(before: Standing): Standing {
	const reason =
		before.status === 'none'
			? 'Its reading is late.'
			: `Its reading is late. Before: ${before.reason}`;
	return { status: 'none', word: 'Late', reason };
}

function targetsOf(metric: Metric, periods: readonly string[]): ScorecardRow['targets'] {
	if (metric.direction === 'band') return [];
	const targets: ScorecardRow['targets'] = [];
	for (const [from, period] of periods.entries()) {
		const value = targetIn(metric, period);
		if (value !== null && targets.at(-1)?.value !== value) targets.push({ value, from });
	}
	return targets;
}

/** What asks for attention first: off track and late, then signals, then at risk. */
export function urgencyOf({ standing: { status }, isLate, signal }: ScorecardRow): number {
	if (status === 'off' || isLate) return 0;
	if (signal && !signal.isGood) return 1;
	if (status === 'risk') return 2;
	return signal ? 3 : 4;
}
