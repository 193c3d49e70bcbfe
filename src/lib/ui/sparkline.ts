/** A line through the readings that were taken; a missing reading breaks it. */
export type Sparkline = {
	path: string;
	last: { x: number; y: number } | undefined;
	targetY: number | undefined;
	band: { y: number; height: number } | undefined;
};

type Frame = { width: number; height: number };
type Bounds = { target?: number; band?: { low: number; high: number } };

const padding = 4; // px, so that a ring round the last point is not cut off

/** Places readings, oldest first, in a frame of so many pixels. */
export function drawSparkline(
	points: (number | null)[],
	{ width, height }: Frame,
	{ target, band }: Bounds
): Sparkline {
	const taken = points.filter((point) => point !== null);
	const extent = [...taken, target, band?.low, band?.high].filter((value) => value !== undefined);
	const low = Math.min(...extent);
	const high = Math.max(...extent);
	const air = (high - low) * 0.06 || 1;
	const step = (width - 2 * padding) / Math.max(1, points.length - 1);
	const across = (index: number) => padding + index * step;
	const down = (value: number) =>
		padding / 2 + (height - padding) * (1 - (value - low + air) / (high - low + 2 * air));

	const path = points
		.map((point, index) => {
			if (point === null) return '';
			const pen = index === 0 || points[index - 1] === null ? 'M' : 'L';
			return `${pen}${across(index).toFixed(1)} ${down(point).toFixed(1)}`;
		})
		.join('');
	const lastIndex = points.findLastIndex((point) => point !== null);
	const last = points[lastIndex];

	return {
		path,
		last: typeof last === 'number' ? { x: across(lastIndex), y: down(last) } : undefined,
		targetY: target === undefined ? undefined : down(target),
		band: band && { y: down(band.high), height: down(band.low) - down(band.high) }
	};
}
