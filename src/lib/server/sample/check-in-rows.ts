import { mondayOf } from '#lib/calendar/day.ts';
import type { Queries } from '../database/database.ts';
import { instant } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { personId, type PersonKey } from './people.ts';
import { sampleId } from './sample-ids.ts';

type Quarter = {
	/** The days of the rounds, one in each week, oldest first. */
	days: readonly string[];
	/** How many weeks the quarter has, and how many of them passed since the first value. */
	lastWeek: number;
	weeks: number;
	results: readonly {
		id: string;
		objective: string;
		owner: PersonKey;
		baseline: number;
		target: number;
		now: number;
	}[];
};

/** Who answers for every key result, and how much surer or less sure than the numbers they are. */
const voices: readonly { key: PersonKey; leans: number }[] = [
	{ key: 'mo', leans: 0 },
	{ key: 'sw', leans: -1 },
	{ key: 'pr', leans: -2 },
	{ key: 'th', leans: 1 }
];

/**
 * The revealed rounds of a quarter. Confidence follows how far the key result was ahead of an even
 * pace; its owner is surer of it than the others.
 */
export async function addCheckIns(
	queries: Queries,
	team_id: string,
	cycle_id: string,
	{ days, lastWeek, weeks, results }: Quarter
): Promise<void> {
	const roundOf = (day: string) => sampleId('check-in', cycle_id, mondayOf(day));
	await insertRows(
		queries,
		'public.check_in_rounds',
		days.map((day) => ({
			id: roundOf(day),
			team_id,
			cycle_id,
			week: mondayOf(day),
			begun_by: personId('sw'),
			begun_at: instant(day, 0, '09:00'),
			revealed_by: personId('sw'),
			revealed_at: instant(day, 0, '09:20')
		}))
	);
	await insertRows(
		queries,
		'public.confidences',
		days.flatMap((day, week) =>
			results.flatMap(({ id, owner, baseline, target, now }) => {
				const reached = (now - baseline) / (target - baseline);
				const ahead = (reached * (weeks === 0 ? 1 : week / weeks) * lastWeek - week) / lastWeek;
				const others = voices.filter(({ key }) => key !== owner);
				return [...others, { key: owner, leans: 2 }].map(({ key, leans }) => ({
					round_id: roundOf(day),
					key_result_id: id,
					person_id: personId(key),
					team_id,
					confidence: Math.min(10, Math.max(0, Math.round(6 + leans + 10 * ahead))),
					given_at: instant(day, 0, '09:10')
				}));
			})
		)
	);
}
