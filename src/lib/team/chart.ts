import { addDays, daysSince } from '#lib/calendar/day.ts';

/** Who holds a seat: somebody of the team, or anybody else by name. */
export type Holder = { id: string; person: string | null; name: string; since: string };
export type SeatLink = { id: string; kind: 'metric' | 'priority' | 'objective'; row: string };
export type Seat = {
	id: string;
	title: string;
	accountabilities: readonly string[];
	reportsTo: string | null;
	isKey: boolean;
	holders: readonly Holder[];
	links: readonly SeatLink[];
	/** The meetings it sits in. */
	series: readonly string[];
};
export type Review = {
	id: string;
	on: string;
	by: string | null;
	note: string;
	seats: number;
	vacant: number;
};
export type Change = { id: string; seat: string; what: string; by: string | null; at: string };

/** A seat with those that report to it. */
export type Branch = {
	seat: Seat;
	/** 1 for a seat that reports to nobody. */
	level: number;
	/** Seats below it, at any level. */
	below: number;
	/** Of those, seats nobody holds. */
	vacantBelow: number;
	branches: Branch[];
};

/**
 * The chart as trees, each from a seat that reports to nobody. A seat whose superior is not there, or
 * that stands in a loop, is a root, so that every seat is drawn once.
 */
export function treeOf(seats: readonly Seat[]): Branch[] {
	const known = new Map(seats.map((seat) => [seat.id, seat]));
	const above = (seat: Seat) => known.get(seat.reportsTo ?? '');
	const drawn = new Set<string>();
	const branchOf = (seat: Seat, level: number): Branch => {
		drawn.add(seat.id);
		const branches = seats
			.filter((one) => above(one) === seat && !drawn.has(one.id))
			.map((one) => branchOf(one, level + 1));
		return {
			...{ seat, level, branches },
			below: branches.reduce((sum, { below }) => sum + 1 + below, 0),
			vacantBelow: branches.reduce(
				(sum, one) => sum + one.vacantBelow + (one.seat.holders.length === 0 ? 1 : 0),
				0
			)
		};
	};
	const roots = seats.filter((seat) => !above(seat)).map((seat) => branchOf(seat, 1));
	const looped = seats
		.filter(({ id }) => !drawn.has(id))
		.flatMap((seat) => (drawn.has(seat.id) ? [] : branchOf(seat, 1)));
	return [...roots, ...looped];
}

/** A seat and every seat below it: none of them may be its superior. */
export function belowOf(seats: readonly Seat[], id: string): Set<string> {
	const found = new Set([id]);
	let before = 0;
	while (found.size > before) {
		before = found.size;
		for (const seat of seats)
			if (seat.reportsTo !== null && found.has(seat.reportsTo)) found.add(seat.id);
	}
	return found;
}

export type ChartCount = {
	all: number;
	vacant: Seat[];
	/** Held by more than one. */
	twice: Seat[];
	/** People who hold more than one seat, with those. */
	several: { person: string | null; name: string; seats: Seat[] }[];
};

/** What a chart has to be looked at for: nobody, two at once, or one in many places. */
export function countChart(seats: readonly Seat[]): ChartCount {
	const held = Map.groupBy(
		seats.flatMap((seat) => seat.holders.map((holder) => ({ seat, holder }))),
		({ holder }) => holder.person ?? `name ${holder.name}`
	);
	return {
		all: seats.length,
		vacant: seats.filter(({ holders }) => holders.length === 0),
		twice: seats.filter(({ holders }) => holders.length > 1),
		several: [...held.values()]
			.filter((all) => all.length > 1)
			.map((all) => ({
				person: all[0]?.holder.person ?? null,
				name: all[0]?.holder.name ?? '',
				seats: all.map(({ seat }) => seat)
			}))
	};
}

/** A quarter: the chart is to be gone through and signed anew. */
export const reviewAfter = 91;

/** When the chart is next to be signed; today when nobody has. */
export function nextReview(
	last: Pick<Review, 'on'> | undefined,
	today: string
): { on: string; isDue: boolean; late: number } {
	const on = last ? addDays(last.on, reviewAfter) : today;
	return { on, isDue: on <= today, late: Math.max(0, daysSince(on, today)) };
}
