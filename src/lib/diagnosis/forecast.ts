import { addDays, daysSince } from '#lib/calendar/day.ts';

export type Past = { on: string; value: number };

export type Path = {
	on: string;
	low: number;
	base: number;
	high: number;
};

export type Forecast =
	| { kind: 'too few'; have: number; need: number }
	| {
			kind: 'paths';
			/** Change in a week. */
			slope: number;
			/** Readings it is worked out from. */
			used: number;
			/** All of them were the same. */
			isConstant: boolean;
			/** Readings that should lie between and do not, of all that should. */
			missing: number;
			/** From the day after the last reading on, the due day last. */
			path: Path[];
			/** The mean distance of one-step forecasts from what came; null when none can be checked. */
			error: number | null;
			/** The newest of these: what was forecast, and what came. */
			last: { on: string; forecast: number; actual: number } | null;
	  };

/** Fewer than this say nothing about how far a line may be off. */
export const needed = 4;
/** At most this many are used: what was long ago says little of what comes. */
export const mostUsed = 26;
const week = 7;

/** The 0.9 quantile of Student's t with 1 to 30 degrees of freedom; of more, that of the normal. */
const t90 = [
	3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345,
	1.341, 1.337, 1.333, 1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313,
	1.311, 1.31
];
const quantile = (freedom: number) => t90[freedom - 1] ?? 1.282;

type Line = { at: (x: number) => { base: number; reach: number }; slope: number };

/**
 * The least-squares line through points, and how far from it a new one lies in 8 of 10 cases:
 * t · s · √(1 + 1/n + (x − x̄)² ÷ Sxx), the usual prediction interval of a simple regression.
 */
export function lineThrough(points: readonly { x: number; y: number }[]): Line {
	const n = points.length;
	const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
	const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
	const sxx = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
	const sxy = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
	const slope = sxx === 0 ? 0 : sxy / sxx;
	const rest = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
	const s = n > 2 ? Math.sqrt(rest / (n - 2)) : 0;
	return {
		slope,
		at: (x) => ({
			base: meanY + slope * (x - meanX),
			reach:
				n > 2 && sxx > 0 ? quantile(n - 2) * s * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / sxx) : 0
		})
	};
}

/**
 * Where a metric goes if it goes on as it did: the line through its last readings by their days, so
 * that gaps are no steps, with low and high at the ends of its 80% prediction interval. What such
 * forecasts were worth is shown by making each of them again from what was known then (rolling origin).
 *
 * @param past readings with their periods' first days, oldest first
 * @param dueOn ISO date the path ends on
 * @param every days between two readings: 7, 30 or 91
 */
export function forecast(past: readonly Past[], dueOn: string, every: number): Forecast {
	const used = past.slice(-mostUsed);
	const [first] = used;
	const newest = used.at(-1);
	if (!first || !newest || used.length < needed)
		return { kind: 'too few', have: used.length, need: needed };
	const xOf = (on: string) => daysSince(first.on, on);
	const points = used.map(({ on, value }) => ({ x: xOf(on), y: value }));
	const line = lineThrough(points);
	const expected = Math.round(xOf(newest.on) / every) + 1;
	const checked = used.slice(needed).map(({ on, value }, at) => ({
		on,
		actual: value,
		forecast: lineThrough(points.slice(0, needed + at)).at(xOf(on)).base
	}));
	return {
		kind: 'paths',
		slope: line.slope * week,
		used: used.length,
		isConstant: used.every(({ value }) => value === first.value),
		missing: Math.max(0, expected - used.length),
		path: daysUntil(newest.on, dueOn, every).map((on) => {
			const { base, reach } = line.at(xOf(on));
			return { on, base, low: base - reach, high: base + reach };
		}),
		error:
			checked.length === 0
				? null
				: checked.reduce((sum, one) => sum + Math.abs(one.forecast - one.actual), 0) /
					checked.length,
		last: checked.at(-1) ?? null
	};
}

/** The days of a path: one in each period, at most sixty, and the day it is due. */
function daysUntil(from: string, dueOn: string, every: number): string[] {
	const span = daysSince(from, dueOn);
	if (span <= 0) return [];
	const step = Math.max(every, Math.ceil(span / 60));
	const days = Array.from({ length: Math.floor((span - 1) / step) }, (_, at) =>
		addDays(from, (at + 1) * step)
	);
	return [...days, dueOn];
}

export type Reach = 'all paths' | 'base' | 'high only' | 'none';

/** Which of the paths reach a target by its day: the worse one of them counts for more certainty. */
export function reachOf(end: Path, target: number, direction: 'up' | 'down'): Reach {
	const isGood = (value: number) => (direction === 'up' ? value >= target : value <= target);
	const [worse, better] = direction === 'up' ? [end.low, end.high] : [end.high, end.low];
	if (isGood(worse)) return 'all paths';
	if (isGood(end.base)) return 'base';
	return isGood(better) ? 'high only' : 'none';
}

export const reachWords: Record<Reach, string> = {
	'all paths': 'It is reached on every path.',
	base: 'It is reached if things go on as they did, and missed on the low path.',
	'high only': 'It is missed if things go on as they did, and reached on the high path alone.',
	none: 'It is missed on every path.'
};
