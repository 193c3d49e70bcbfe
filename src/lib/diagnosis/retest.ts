import { addDays } from '#lib/calendar/day.ts';
import type { ReadPart } from './read-parts.ts';

/** Days after which a breakdown is asked about again. */
export const retestAfter = [30, 60] as const;
export type RetestAfter = (typeof retestAfter)[number];

export type Retest = {
	id: string;
	/** The round that found it. */
	round: string;
	breakdown: string;
	priority: string | null;
	/** ISO date. */
	dueOn: string;
};

export const retestDay = (today: string, after: RetestAfter): string => addDays(today, after);

/**
 * The re-tests that are due and not taken: no round of the same kind was begun on their day or later.
 *
 * @param rounds the days (ISO dates) rounds were begun on
 */
export function dueRetests(
	retests: readonly Retest[],
	rounds: readonly string[],
	today: string
): Retest[] {
	return retests.filter(({ dueOn }) => dueOn <= today && !rounds.some((day) => day >= dueOn));
}

export type Compared = {
	key: string;
	name: string;
	before: number | null;
	after: number | null;
	/** Points; null when one of both has no score. */
	change: number | null;
	agreementBefore: number;
	agreementAfter: number;
};

/** One part after the other, in the order of the later round: what it was, what it is. */
export function compare(before: readonly ReadPart[], after: readonly ReadPart[]): Compared[] {
	return after.map(({ key, name, score, rwg }) => {
		const earlier = before.find((one) => one.key === key);
		const was = earlier?.score ?? null;
		return {
			...{ key, name, before: was, after: score },
			change: was === null || score === null ? null : score - was,
			agreementBefore: earlier?.rwg ?? 0,
			agreementAfter: rwg
		};
	});
}

/** A change in points is noise below this: one person of five moving by one step moves an item by five. */
export const movedFrom = 5;

export function changeWords({ change }: Pick<Compared, 'change'>): string {
	if (change === null) return 'cannot be compared';
	if (Math.abs(change) < movedFrom) return 'as before';
	return change > 0 ? 'better' : 'worse';
}
