/** How one function would put the priorities, the first first. */
export type Ranking = { who: string; order: readonly string[] };

export type Conflict = {
	priority: string;
	first: { who: string; place: number };
	last: { who: string; place: number };
	/** Places between both. */
	gap: number;
};

/** The place of a priority in a ranking, from 1; undefined when it was not ranked. */
const placeIn = ({ order }: Ranking, priority: string) => {
	const at = order.indexOf(priority);
	return at < 0 ? undefined : at + 1;
};

/**
 * How far functions rank alike: Kendall's W, 0 to 1. W = 12 S ÷ (m² (n³ − n)), where S is the sum of
 * squared distances of the rank sums from their mean (Kendall and Babington Smith 1939). Null below two
 * rankings or two priorities.
 */
export function concordance(
	rankings: readonly Ranking[],
	priorities: readonly string[]
): number | null {
	const [m, n] = [rankings.length, priorities.length];
	if (m < 2 || n < 2) return null;
	const sums = priorities.map((priority) =>
		rankings.reduce((sum, ranking) => sum + (placeIn(ranking, priority) ?? 0), 0)
	);
	const mean = (m * (n + 1)) / 2;
	const s = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	return (12 * s) / (m ** 2 * (n ** 3 - n));
}

/**
 * Priorities that one function puts high and another low: at least half of the list apart, and two
 * places; the widest first.
 */
export function conflictsIn(
	rankings: readonly Ranking[],
	priorities: readonly string[]
): Conflict[] {
	const least = Math.max(2, Math.ceil(priorities.length / 2));
	return priorities
		.flatMap((priority): Conflict[] => {
			const places = rankings
				.flatMap((ranking) => {
					const place = placeIn(ranking, priority);
					return place === undefined ? [] : { who: ranking.who, place };
				})
				.toSorted((one, other) => one.place - other.place);
			const [first] = places;
			const last = places.at(-1);
			if (!first || !last || last.place - first.place < least) return [];
			return [{ priority, first, last, gap: last.place - first.place }];
		})
		.toSorted((one, other) => other.gap - one.gap);
}

/** Priorities by the mean of their places, the first first. */
export function together(
	rankings: readonly Ranking[],
	priorities: readonly string[]
): { priority: string; mean: number }[] {
	return priorities
		.map((priority) => {
			const places = rankings.flatMap((ranking) => placeIn(ranking, priority) ?? []);
			return {
				priority,
				mean: places.length === 0 ? 0 : places.reduce((sum, one) => sum + one, 0) / places.length
			};
		})
		.toSorted((one, other) => one.mean - other.mean);
}
