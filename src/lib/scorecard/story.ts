import { writeReading, writeTarget } from './number.ts';
import { writePeriod } from './period.ts';
import type { ScorecardRow } from './row.ts';
import { boundsIn } from './status.ts';

/** What a chart of the last periods shows; a period that is not over and not read yet is left out. */
export function chartOf(row: ScorecardRow, length: number) {
	const { points, metric } = row;
	const last = points.at(-1)?.value === null ? points.slice(0, -1) : points;
	const shown = last.slice(-length);
	const before = last.length - shown.length;
	const targets = row.targets.filter(
		(_, index) => (row.targets[index + 1]?.from ?? Infinity) > before
	);
	return {
		points: shown.map(({ value, ringed, usual }) => ({ value, ringed, usual })),
		targets: targets.map(({ value, from }) => ({ value, from: Math.max(0, from - before) })),
		edges:
			metric.direction === 'band' && metric.lower !== null && metric.upper !== null
				? [metric.lower, metric.upper]
				: []
	};
}

/** The whole chart in a few sentences, for those who cannot see the line. */
export function storyOf({
	metric,
	newest,
	standing,
	limits,
	signal,
	isLate
}: ScorecardRow): string {
	const say = (value: number) => writeReading(Number(value.toFixed(metric.decimals + 1)), metric);
	const target = writeTarget(boundsIn(metric, newest?.period ?? ''));
	return [
		newest
			? `${metric.name}: ${say(newest.value)} in ${writePeriod(newest.period, metric.cadence)}`
			: `${metric.name}: no reading yet`,
		target && `target ${target}`,
		isLate ? 'the reading is late' : standing.status === 'none' ? '' : standing.word.toLowerCase(),
		limits && `usually ${say(limits.lower)} to ${say(limits.upper)}`,
		signal && `signal: ${signal.word.toLowerCase()}`
	]
		.filter(Boolean)
		.join(', ');
}
