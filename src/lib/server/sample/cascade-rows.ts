import { addDays, daysSince, mondayOf } from '#lib/calendar/day.ts';
import type { Queries } from '../database/database.ts';
import { annualGoals, earlierKeyResults, imperatives, keyResults } from './cascade.ts';
import { addCheckIns } from './check-in-rows.ts';
import { instant, quarterOf, type Calendar } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { personId } from './people.ts';
import { sampleId } from './sample-ids.ts';

/** Two quarters as cycles, the imperatives of some years, and the goals of this one. */
export async function addGoals(
	queries: Queries,
	team_id: string,
	{ today }: Calendar
): Promise<void> {
	const year = Number(today.slice(0, 4));
	const created_at = instant(quarterOf(today, -1).startsOn, 0, '09:00');
	await insertRows(
		queries,
		'public.cycles',
		[-1, 0].map((quarter) => {
			const { name, startsOn } = quarterOf(today, quarter);
			const ends_on = addDays(quarterOf(today, quarter + 1).startsOn, -1);
			return { id: cycleId(name), team_id, name, starts_on: startsOn, ends_on, created_at };
		})
	);
	await insertRows(
		queries,
		'public.imperatives',
		imperatives.map(({ key, title, stage, years }, position) => ({
			id: sampleId('imperative', key),
			team_id,
			title,
			stage,
			from_year: year,
			until_year: year + years,
			position,
			created_at
		}))
	);
	await insertRows(
		queries,
		'public.annual_goals',
		annualGoals.map(({ key, imperative, title, standing, owner }, position) => ({
			id: sampleId('annual goal', key),
			team_id,
			imperative_id: sampleId('imperative', imperative),
			title,
			year,
			standing,
			owner_id: personId(owner),
			position,
			created_at
		}))
	);
	await linkMetrics(queries, team_id);
}

/** The metrics that tell of each goal; some goals have none. */
async function linkMetrics(queries: Queries, team_id: string): Promise<void> {
	for (const { key, metrics } of annualGoals)
		for (const metric of metrics)
			await queries.query(
				'update public.metrics set goal_id = $1::uuid where id = $2::uuid and team_id = $3::uuid',
				[sampleId('annual goal', key), sampleId('metric', metric), team_id]
			);
}

export const cycleId = (name: string): string => sampleId('cycle', name);

/** The goal an objective serves; one of them drifts. */
export function goalIdOf(objective: string): string | null {
	const goal = annualGoals.find(({ objectives }) => objectives.includes(objective));
	return goal ? sampleId('annual goal', goal.key) : null;
}

/** The key results of this quarter (0) or the last (-1), where they stood and how sure people were. */
export async function addKeyResults(
	queries: Queries,
	team_id: string,
	{ today }: Calendar,
	quarter: 0 | -1,
	objectiveIdOf: (objective: string, quarter: string) => string
): Promise<void> {
	const { name, startsOn } = quarterOf(today, quarter);
	const length = daysSince(startsOn, quarterOf(today, quarter + 1).startsOn);
	const all = quarter === 0 ? keyResults : earlierKeyResults;
	const idOf = (title: string) => sampleId('key result', ...(quarter === 0 ? [] : [name]), title);
	await insertRows(
		queries,
		'public.key_results',
		all.map(({ objective, owner, now: _, ...same }, position) => ({
			...same,
			id: idOf(same.title),
			team_id,
			objective_id: objectiveIdOf(objective, name),
			weight: 1,
			owner_id: personId(owner),
			position,
			created_at: instant(startsOn, 0, '09:00')
		}))
	);
	const age = quarter === 0 ? Math.max(0, daysSince(startsOn, today) - 1) : length - 1;
	const weeks = Math.min(13, Math.floor(age / 7));
	const dayOf = (week: number) => addDays(startsOn, age - 7 * (weeks - week));
	await insertRows(
		queries,
		'public.key_result_values',
		all.flatMap(({ title, owner, baseline, now, decimals }) =>
			Array.from({ length: weeks + 1 }, (_, week) => {
				const share = weeks === 0 ? 1 : week / weeks;
				const value = Number((baseline + (now - baseline) * share).toFixed(decimals));
				const measured_on = dayOf(week);
				return {
					key_result_id: idOf(title),
					team_id,
					measured_on,
					value: week === weeks ? now : value,
					entered_by: personId(owner),
					entered_at: instant(measured_on, 0, '16:00')
				};
			})
		)
	);
	// This week's is still to come: the company is there to try it.
	const days = Array.from({ length: weeks + 1 }, (_, week) => dayOf(week));
	await addCheckIns(queries, team_id, cycleId(name), {
		days: days.filter((day) => mondayOf(day) < mondayOf(today)),
		lastWeek: Math.max(1, Math.round(length / 7)),
		results: all.map((one) => ({ ...one, id: idOf(one.title) })),
		weeks
	});
}
