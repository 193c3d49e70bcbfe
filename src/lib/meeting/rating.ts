import * as v from 'valibot';

/** How good was the meeting? Whole numbers from 1 to 10. */
export const Score = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));

export type RatingSummary = {
	count: number;
	/** To one decimal; null when nobody has rated. */
	mean: number | null;
	lowest: number | null;
	highest: number | null;
	/** Highest less lowest: how far apart the room is. */
	spread: number | null;
	/** How many gave 1, 2, … 10. */
	histogram: number[];
};

/** What is no score from 1 to 10 is not counted. */
export function summary(ratings: readonly number[]): RatingSummary {
	const scores = ratings.filter((rating) => v.is(Score, rating));
	const count = scores.length;
	const histogram = Array.from(
		{ length: 10 },
		(_, index) => scores.filter((s) => s === index + 1).length
	);
	if (count === 0)
		return { count, mean: null, lowest: null, highest: null, spread: null, histogram };

	const lowest = Math.min(...scores);
	const highest = Math.max(...scores);
	const sum = scores.reduce((all, score) => all + score, 0);
	const mean = Math.round((sum * 10) / count) / 10;
	return { count, mean, lowest, highest, spread: highest - lowest, histogram };
}

/** True once nobody who is present and may rate is missing; never in an empty room. */
export function everyoneRated(present: Iterable<string>, rated: Iterable<string>): boolean {
	const here = [...present];
	const have = new Set(rated);
	return here.length > 0 && here.every((person) => have.has(person));
}
