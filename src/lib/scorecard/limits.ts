/**
 * The natural limits of a metric: what it does by itself while nothing has changed.
 * Source: D. J. Wheeler, "Understanding Variation" and "Making Sense of Data": the XmR chart.
 */
export type Limits = {
	/** The mean of the baseline. */
	centre: number;
	lower: number;
	upper: number;
	/** The mean of the moves from one reading to the next, and how far one may reach by itself. */
	move: number;
	longestMove: number;
	/** How many readings they come from. */
	from: number;
};

/** Two and three standard deviations as XmR has them: 3 / d₂ and D₄ for ranges of two readings. */
const limitsPerMove = 2.66;
const longestPerMove = 3.268;

/** With fewer readings nothing is claimed; from so many on the limits stand still. */
export const fewestForLimits = 6;
export const baselineLength = 12;

/**
 * Limits from the first readings of a baseline: the mean ± 2.66 times the mean moving range.
 *
 * @param values readings in order, without gaps, from the start of the baseline on
 * @returns undefined below six readings; from twelve on the limits no longer change
 */
export function naturalLimits(
	values: readonly number[],
	length = baselineLength
): Limits | undefined {
	const baseline = values.slice(0, length);
	if (baseline.length < fewestForLimits) return undefined;
	const centre = mean(baseline);
	const move = mean(baseline.slice(1).map((value, index) => Math.abs(value - baseline[index]!)));
	return {
		centre,
		lower: centre - limitsPerMove * move,
		upper: centre + limitsPerMove * move,
		move,
		longestMove: longestPerMove * move,
		from: baseline.length
	};
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
