import { summary, type RatingSummary } from '#lib/meeting/rating.ts';

/** What a closed meeting left, as far as its pace is concerned. Instants are ISO, durations minutes. */
export type Held = {
	id: string;
	number: number;
	on: string;
	startsAt: string;
	openedAt: string;
	closedAt: string;
	/** The slot it was given. */
	minutes: number;
	segments: readonly { title: string; planned: number; took: number }[];
	items: readonly { wants: 'resolution' | 'fact-finding'; state: string; took: number }[];
	decisions: number;
	/** How much each person who was there wrote and recorded. */
	acts: readonly number[];
	/** Empty before the reveal. */
	ratings: readonly number[];
	improvements: readonly string[];
};

/** How a meeting went, for whoever facilitated it. */
export type Report = {
	id: string;
	number: number;
	on: string;
	planned: number;
	took: number;
	startedLate: number;
	/** Segments that took more than they were given, the longest overrun first. */
	overran: { title: string; by: number }[];
	items: number;
	/** Resolved, or given to somebody to find the facts. */
	processed: number;
	/** Minutes spent on items of either kind. */
	factFinding: number;
	resolution: number;
	factFindings: number;
	/** Null for a meeting too short to tell. */
	decisionsPerHour: number | null;
	/** 1 when all were heard alike, 0 when one person was alone; null with too little to go by. */
	balance: number | null;
	rating: RatingSummary;
	improvements: readonly string[];
};

const minute = 60_000;
/** In less than this no rate means anything. */
const shortest = 10;
const leastActs = 3;

/** The pacing report of a meeting. */
export function report(held: Held): Report {
	const took = Math.round((Date.parse(held.closedAt) - Date.parse(held.openedAt)) / minute);
	const of = (wants: Held['items'][number]['wants']) =>
		held.items.filter((item) => item.wants === wants && item.took > 0);
	const spent = (items: Held['items']) => items.reduce((sum, item) => sum + item.took, 0);
	return {
		id: held.id,
		number: held.number,
		on: held.on,
		planned: held.minutes,
		took,
		startedLate: Math.max(
			0,
			Math.round((Date.parse(held.openedAt) - Date.parse(held.startsAt)) / minute)
		),
		overran: held.segments
			.map(({ title, planned, took: minutes }) => ({ title, by: minutes - planned }))
			.filter(({ by }) => by > 0)
			.toSorted((one, other) => other.by - one.by),
		items: held.items.length,
		processed: held.items.filter(({ state }) => state === 'resolved' || state === 'fact-finding')
			.length,
		factFinding: spent(of('fact-finding')),
		resolution: spent(of('resolution')),
		factFindings: of('fact-finding').length,
		decisionsPerHour: took < shortest ? null : Math.round((held.decisions * 600) / took) / 10,
		balance: balanceOf(held.acts),
		rating: summary(held.ratings),
		improvements: held.improvements
	};
}

/**
 * How evenly people took part: one less the Gini coefficient, corrected for the size of the group
 * (C. Gini, 1912; G. Deltas, "The small-sample bias of the Gini coefficient", 2003), so that a room
 * where one person did everything has 0.
 */
export function balanceOf(acts: readonly number[]): number | null {
	const total = acts.reduce((sum, count) => sum + count, 0);
	if (acts.length < 2 || total < leastActs * acts.length) return null;
	const apart = acts.reduce(
		(sum, one) => sum + acts.reduce((rest, other) => rest + Math.abs(one - other), 0),
		0
	);
	const gini = apart / (2 * acts.length * total);
	return Math.max(0, Math.min(1, 1 - (gini * acts.length) / (acts.length - 1)));
}
