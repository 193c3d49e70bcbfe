import type { Metric } from './metric.ts';
import { writeReading, writeTarget } from './number.ts';

/** Where a reading stands, and why in one line. */
export type Standing = { status: 'on' | 'risk' | 'off' | 'none'; word: string; reason: string };

type Bounds = Pick<Metric, 'unit' | 'decimals' | 'direction' | 'target' | 'tolerance'>;

/**
 * On track at the target or better, at risk while no further from it than the tolerance, off
 * track beyond. Without a reading or a target there is nothing to say.
 */
export function standing(value: number | null, metric: Metric): Standing {
	if (value === null)
		return { status: 'none', word: 'No reading', reason: 'No reading for this week yet.' };
	const { target, tolerance } = metric;
	if (target === null) return { status: 'none', word: 'No target', reason: 'It has no target.' };

	const short = shortfall(value, target, metric);
	const goal = writeTarget(metric);
	const said = writeReading(value, metric);
	if (short <= 0) return { status: 'on', word: 'On track', reason: `${said} meets ${goal}.` };
	const missed = `${said} misses ${goal} by ${writeReading(short, metric)}`;
	if (tolerance !== null && short <= tolerance) {
		const reason = `${missed}, within ${writeReading(tolerance, metric)}.`;
		return { status: 'risk', word: 'At risk', reason };
	}
	return { status: 'off', word: 'Off track', reason: `${missed}.` };
}

/** How far a reading is on the wrong side; 0.30000000000000004 is no more than 0.3. */
function shortfall(value: number, target: number, { direction }: Bounds): number {
	const short = direction === 'up' ? target - value : value - target;
	return Math.round(short * 1e9) / 1e9;
}
