import type { Bounds } from './metric.ts';
import { writeReading, writeTarget } from './number.ts';

/** Where a reading stands, and why in one line. */
export type Standing = { status: 'on' | 'risk' | 'off' | 'none'; word: string; reason: string };

/** The target that counts in a period: the last of its path that has begun, or the plain one. */
export function targetIn(bounds: Pick<Bounds, 'target' | 'path'>, period: string): number | null {
	return bounds.path.findLast(({ from }) => from <= period)?.target ?? bounds.target;
}

/** What a metric is judged by in a period: its bounds with the target that counts then. */
export function boundsIn<Judged extends Bounds>(metric: Judged, period: string): Judged {
	return { ...metric, target: targetIn(metric, period) };
}

/**
 * On track within the bounds, at risk while no further beyond than the tolerance, off track
 * further away. Without a reading or a bound there is nothing to say.
 *
 * @param period the period of the reading, for a target that changes with time
 */
export function standing(value: number | null, metric: Bounds, period = ''): Standing {
	if (value === null)
		return { status: 'none', word: 'No reading', reason: 'No reading for this period yet.' };
	const bounds = boundsIn(metric, period);
	const goal = writeTarget(bounds);
	if (goal === '') return { status: 'none', word: 'No target', reason: 'It has no target.' };

	const short = shortfall(value, bounds);
	const said = writeReading(value, metric);
	if (short <= 0) return { status: 'on', word: 'On track', reason: `${said} meets ${goal}.` };
	const missed = `${said} misses ${goal} by ${writeReading(short, metric)}`;
	const { tolerance } = metric;
	if (tolerance !== null && short <= tolerance) {
		const reason = `${missed}, within ${writeReading(tolerance, metric)}.`;
		return { status: 'risk', word: 'At risk', reason };
	}
	return { status: 'off', word: 'Off track', reason: `${missed}.` };
}

/**
 * How far a reading lies beyond its bound, in the unit of the metric; 0 or less when it is good.
 * 0.30000000000000004 is no more than 0.3.
 */
export function shortfall(value: number, { direction, target, lower, upper }: Bounds): number {
	const short = {
		up: () => (target ?? -Infinity) - value,
		down: () => value - (target ?? Infinity),
		band: () => Math.max((lower ?? -Infinity) - value, value - (upper ?? Infinity))
	}[direction]();
	return Math.round(short * 1e9) / 1e9;
}

/** True when the second is worse than the first: further from what is good. */
export function isWorse(before: number, after: number, bounds: Bounds): boolean {
	if (bounds.direction === 'up') return after < before;
	if (bounds.direction === 'down') return after > before;
	const middle = ((bounds.lower ?? 0) + (bounds.upper ?? 0)) / 2;
	return Math.abs(after - middle) > Math.abs(before - middle);
}
