import { leadershipRhythm } from '#lib/meeting/formats-leadership.ts';
import type { Queries } from '../database/database.ts';
import { instant, quarterOf, type Calendar } from './calendar.ts';
import { insertRows } from './insert-rows.ts';
import { meanings } from './metric-meanings.ts';
import { metrics } from './metrics.ts';
import { people, personId } from './people.ts';
import { readings } from './readings.ts';
import { addRetrospective } from './retrospective-rows.ts';
import { sampleId } from './sample-ids.ts';
import { addGoals, addKeyResults, cycleId, goalIdOf } from './cascade-rows.ts';
import { addExecution } from './execution-rows.ts';
import { addMessages } from './message-rows.ts';
import { addOlderQuarter } from './older-quarter.ts';
import { objectives, priorities } from './strategy.ts';

export const workspaceId = sampleId('workspace');
export const teamId = sampleId('team');
export const seriesId = sampleId('series');
const formatId = sampleId('format');

const monday = (weeks: readonly string[]) => weeks[0] ?? '';

/** The company, its team and who sits in it. */
export async function addTeam(queries: Queries, { series }: Calendar): Promise<void> {
	const founded = instant(series.startsOn, -28, '09:00');
	const workspace = { id: workspaceId, name: 'Northwind Robotics', sample: true };
	await insertRows(queries, 'public.workspaces', [{ ...workspace, created_at: founded }]);
	await insertRows(
		queries,
		'public.workspace_members',
		people.map(({ id, role }) => ({
			workspace_id: workspaceId,
			person_id: id,
			role: role === 'admin' ? 'admin' : 'member'
		}))
	);
	await insertRows(queries, 'public.teams', [
		{
			id: teamId,
			workspace_id: workspaceId,
			name: 'Leadership team',
			terms: {},
			created_at: founded
		}
	]);
	await insertRows(
		queries,
		'public.team_members',
		people.map(({ id, role, title, hue }) => ({
			team_id: teamId,
			person_id: id,
			workspace_id: workspaceId,
			role,
			title,
			hue,
			joined_at: founded
		}))
	);
}

/** Metrics with a year of weekly readings, entered on the evening before the meeting. */
export async function addScorecard(queries: Queries, { weeks, series }: Calendar): Promise<void> {
	await insertRows(
		queries,
		'public.metrics',
		metrics.map((metric, position) => ({
			id: sampleId('metric', metric.key),
			team_id: teamId,
			name: metric.name,
			area: metric.area,
			...meanings[metric.key],
			is_leading: metric.isLeading,
			unit: metric.unit,
			decimals: metric.decimals,
			direction: metric.direction,
			target: metric.target,
			tolerance: metric.tolerance,
			owner_id: personId(metric.owner),
			position,
			// What is usual there has been so for half a year.
			baseline_from: weeks.at(-26) ?? null,
			baseline_reason: 'New targets for the second half of the year',
			baseline_by: personId(metric.owner),
			created_at: instant(monday(weeks), 0, '09:00')
		}))
	);
	await insertRows(
		queries,
		'public.readings',
		metrics.flatMap((metric) =>
			readings(metric, weeks.length).flatMap((value, week) => {
				const period = weeks[week];
				if (value === null || !period) return [];
				return [
					{
						metric_id: sampleId('metric', metric.key),
						team_id: teamId,
						period,
						value,
						entered_by: personId(metric.owner),
						entered_at: instant(period, series.weekday - 2, '16:40')
					}
				];
			})
		)
	);
}

/** Priorities, the cascade with three quarters of objectives, and the leadership message. */
export async function addStrategy(queries: Queries, calendar: Calendar): Promise<void> {
	const { today } = calendar;
	await addGoals(queries, teamId, calendar);
	await insertRows(
		queries,
		'public.priorities',
		priorities.map(({ key, title, owner }, position) => ({
			id: sampleId('priority', key),
			team_id: teamId,
			title,
			owner_id: personId(owner),
			position,
			created_at: instant(quarterOf(today, -1).startsOn, 0, '09:00')
		}))
	);
	await insertRows(
		queries,
		'public.objectives',
		objectives.map(({ key, quarter, title, owner }, position) => {
			const { name, startsOn } = quarterOf(today, quarter);
			return {
				id: objectiveId(key, name),
				team_id: teamId,
				title,
				cycle: name,
				cycle_id: cycleId(name),
				goal_id: goalIdOf(key),
				owner_id: personId(owner),
				position,
				created_at: instant(startsOn, 0, '09:00'),
				ended_at: quarter === 0 ? null : instant(quarterOf(today).startsOn, 0, '09:00')
			};
		})
	);
	for (const quarter of [-1, 0] as const)
		await addKeyResults(queries, teamId, calendar, quarter, objectiveId);
	await addOlderQuarter(queries, teamId, calendar, objectiveId);
	await addRetrospective(queries, teamId, calendar, objectiveId);
	await addExecution(queries, teamId, calendar);
	await addMessages(queries, teamId, calendar);
}

export const objectiveId = (key: string, cycle: string): string =>
	sampleId('objective', cycle, key);

/** The team's copy of the format, and its weekly appointment. */
export async function addSeries(queries: Queries, { series }: Calendar): Promise<void> {
	const made = { team_id: teamId, created_at: instant(series.startsOn, -7, '09:00') };
	const { key, name, steps, minutes } = leadershipRhythm;
	await insertRows(queries, 'public.formats', [
		{ ...made, id: formatId, origin: key, name, steps }
	]);
	await insertRows(queries, 'public.series', [
		{
			...made,
			id: seriesId,
			format_id: formatId,
			name: meetingName,
			weekday: series.weekday,
			starts_at: series.startsAt,
			time_zone: series.timeZone,
			minutes,
			place,
			facilitator_id: personId('sw'),
			starts_on: series.startsOn
		}
	]);
}

export const meetingName = 'Leadership team meeting';
export const place = 'Beacon room and remote';
