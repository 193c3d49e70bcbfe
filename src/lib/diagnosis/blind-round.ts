import * as v from 'valibot';

export const roundKinds = ['pillars', 'execution gap'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** Fewer answers than this are never broken down: they would tell who gave which. */
export const fewestShown = 4;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Counts = v.tuple([count, count, count, count, count, count]);
const Spread = v.tuple([count, count, count, count, count]);

/** How often each answer of a round was given; nothing in it has an author. */
export const Result = v.object({
	/** By item: 1 to 5, then "can't say". */
	items: v.record(v.string(), Counts),
	/** By part: how many people come to 1 to 5 in it on average. */
	parts: v.record(v.string(), Spread),
	choices: v.record(v.string(), v.record(v.string(), count)),
	/** What was written, in no order. */
	words: v.record(v.string(), v.array(v.string()))
});
export type Result = v.InferOutput<typeof Result>;
export type Spread = v.InferOutput<typeof Spread>;

/** A round that was shown; times are ISO instants. */
export type Revealed = {
	id: string;
	revealedAt: string;
	/** How many answered. */
	answers: number;
	/** Null when fewer than four did. */
	result: Result | null;
};

/** What somebody answers: by question a number from 0, which is "can't say", to 5, or their words. */
export type Sheet = Record<string, number | string>;

/** What a sheet still lacks of these questions. */
export const missing = (sheet: Sheet, keys: readonly string[]): string[] =>
	keys.filter((key) => sheet[key] === undefined);
