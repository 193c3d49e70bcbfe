import { addDays } from '#lib/calendar/day.ts';
import type { Queries } from '../database/database.ts';
import type { Disposition } from '#lib/retrospective/disposition.ts';
import { instant, quarterOf, type Calendar } from './calendar.ts';
import { cycleId, goalIdOf } from './cascade-rows.ts';
import { insertRows } from './insert-rows.ts';
import { personId, team, type PersonKey } from './people.ts';
import { sampleId } from './sample-ids.ts';

type Older = {
	key: string;
	title: string;
	owner: PersonKey;
	disposition: Disposition;
	reason: string;
	keyResults: readonly {
		title: string;
		unit: string;
		/** Where it began, where it was to go, and where it ended. */
		way: readonly [baseline: number, target: number, value: number];
		grade: number;
		why: string;
	}[];
};

/** The quarter before the last, so that grades can be compared from one cycle to the next. */
export const olderQuarter: readonly Older[] = [
	{
		key: 'reference',
		title: 'Sell the first throughput contracts',
		owner: 'th',
		disposition: 'modify',
		reason: 'Pilots are not sales: count what is signed',
		keyResults: [
			{
				title: 'Pilots under way',
				unit: '',
				way: [2, 8, 7],
				grade: 0.8,
				why: 'One site had no network'
			},
			{
				title: 'Contracts signed',
				unit: '',
				way: [0, 5, 1],
				grade: 0.2,
				why: 'Legal took a quarter'
			}
		]
	},
	{
		key: 'boring',
		title: 'Make uptime boring',
		owner: 'dl',
		disposition: 'keep',
		reason: 'The way is right and too slow',
		keyResults: [
			{
				title: 'Mean time to recover',
				unit: 'min',
				way: [90, 45, 60],
				grade: 0.7,
				why: 'Night calls went to three people'
			},
			{
				title: 'Sites on gateway firmware 4',
				unit: '',
				way: [0, 4, 0],
				grade: 0,
				why: 'It shipped a month late'
			}
		]
	}
];

/** That quarter with its values and its closed retrospective. */
export async function addOlderQuarter(
	queries: Queries,
	team_id: string,
	{ today }: Calendar,
	objectiveIdOf: (objective: string, quarter: string) => string
): Promise<void> {
	const [quarter, after] = [quarterOf(today, -2), quarterOf(today, -1)];
	const ends_on = addDays(after.startsOn, -1);
	const created_at = instant(quarter.startsOn, 0, '09:00');
	const closed_at = instant(after.startsOn, 4, '16:00');
	const id = sampleId('retrospective', quarter.name);
	const cycle_id = cycleId(quarter.name);
	const mine = { retrospective_id: id, team_id };
	const insert = (table: string, rows: Parameters<typeof insertRows>[2]) =>
		insertRows(queries, `public.${table}`, rows);
	const keyResults = olderQuarter.flatMap(({ key, owner, keyResults: own }) =>
		own.map(({ way: [baseline, target, value], ...one }, position) => ({
			...one,
			...{ owner, baseline, target, value, position },
			id: sampleId('key result', quarter.name, one.title),
			objective_id: objectiveIdOf(key, quarter.name)
		}))
	);

	await insert('cycles', [
		{ id: cycle_id, team_id, name: quarter.name, starts_on: quarter.startsOn, ends_on, created_at }
	]);
	await insert(
		'objectives',
		olderQuarter.map(({ key, title, owner }, position) => ({
			id: objectiveIdOf(key, quarter.name),
			...{ team_id, title, cycle: quarter.name, cycle_id, position, created_at },
			goal_id: goalIdOf(key),
			owner_id: personId(owner),
			ended_at: instant(after.startsOn, 0, '09:00')
		}))
	);
	await insert(
		'key_results',
		keyResults.map(({ id, objective_id, title, unit, baseline, target, position, owner }) => ({
			...{ id, team_id, objective_id, title, unit, baseline, target, position, created_at },
			decimals: 0,
			weight: 1,
			owner_id: personId(owner)
		}))
	);
	await insert(
		'key_result_values',
		keyResults.map(({ id, value, owner }) => ({
			key_result_id: id,
			team_id,
			measured_on: ends_on,
			value,
			entered_by: personId(owner),
			entered_at: instant(ends_on, 0, '16:00')
		}))
	);
	await insert('retrospectives', [
		{
			...{ id, team_id, cycle_id, closed_at, created_at: closed_at },
			state: 'closed',
			stage: 'outcomes',
			form: 45,
			dots: 5,
			headline: 'We filled the pilots and signed almost nothing',
			writers: team.length,
			voters: team.length,
			opened_at: instant(after.startsOn, 4, '15:15')
		}
	]);
	await insert(
		'retrospective_dispositions',
		olderQuarter.map(({ key, title, owner, disposition, reason }, position) => ({
			...mine,
			...{ title, disposition, reason, position },
			objective_id: objectiveIdOf(key, quarter.name),
			owner_id: personId(owner),
			ambition: 'committed',
			next_objective_id: objectiveIdOf(key, after.name)
		}))
	);
	await insert(
		'retrospective_grades',
		keyResults.map(({ id, owner: _, ...one }, position) => ({
			...mine,
			...one,
			...{ position, decimals: 0, weight: 1, checked_weeks: 5 },
			key_result_id: id
		}))
	);
	await insert('retrospective_outcomes', [
		{
			...mine,
			id: sampleId('retrospective outcome', quarter.name, 'pilots'),
			position: 0,
			kind: 'learning',
			title: 'A pilot without a buyer in the room ends as a pilot',
			due_on: null
		}
	]);
}
