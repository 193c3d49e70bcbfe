import { dayIn, mondayOf } from '#lib/calendar/day.ts';
import { healthOf, overallHealth, type Health } from '#lib/execution/health.ts';
import type { Database, Queries } from '../database/database.ts';
import { toExecution, type FoundExecution } from '../rows/execution.ts';

/**
 * Keeps how every active priority goes, and all of them together, once a week: for the week it is
 * where the team meets. Within the week a later run says it anew, so that the last word of a week is
 * how it ended; running twice, or on two nodes, adds nothing. A team that cannot be served does not
 * keep the others waiting.
 */
export async function snapshotHealth(database: Database, now: Date): Promise<void> {
	const teams = await database.query<{ team: string; zone: string }>(
		`select distinct p.team_id as team, coalesce((
			select s.time_zone from public.series s where s.team_id = p.team_id and s.ended_at is null
			order by s.created_at limit 1), 'UTC') as zone
		from public.priorities p where p.ended_at is null`
	);
	const failures: unknown[] = [];
	for (const { team, zone } of teams)
		await snapshotHealthOf(database, team, dayIn(zone, now), now).catch((error: unknown) =>
			failures.push(error)
		);
	if (failures.length > 0) throw new AggregateError(failures, 'Some teams kept no health');
}

/** The same for one team. */
export async function snapshotHealthOf(
	database: Database,
	team: string,
	today: string,
	now: Date
): Promise<void> {
	await database.transaction(async (queries) => {
		// The function reads as whoever asks; the server may read every team.
		const [row] = await queries.query<{ found: FoundExecution }>(
			'select public.read_execution($1::uuid, $2::text::date) as found',
			[team, today]
		);
		if (!row) return;
		const all = toExecution(row.found).priorities.map((priority) => ({
			id: priority.id,
			weight: priority.weight,
			health: healthOf(priority)
		}));
		const week = mondayOf(today);
		for (const { id, health } of all) await keep(queries, team, week, id, health, now);
		await keep(queries, team, week, null, overallHealth(all), now);
	});
}

async function keep(
	queries: Queries,
	team: string,
	week: string,
	priority: string | null,
	{ score, parts }: Health,
	now: Date
): Promise<void> {
	const value = (name: string) => parts.find((part) => part.name === name)?.value ?? null;
	await queries.query(
		`insert into public.health_snapshots (team_id, week, priority_id, score, milestones, kpis, gaps, taken_at)
		values ($1::uuid, $2::text::date, $3::text::uuid, $4::text::numeric, $5::text::numeric, $6::text::numeric,
			$7::text::numeric, $8::text::timestamptz)
		on conflict (team_id, week, priority_id) do update set score = excluded.score,
			milestones = excluded.milestones, kpis = excluded.kpis, gaps = excluded.gaps, taken_at = excluded.taken_at
		where (health_snapshots.score, health_snapshots.milestones, health_snapshots.kpis, health_snapshots.gaps)
			is distinct from (excluded.score, excluded.milestones, excluded.kpis, excluded.gaps)`,
		[
			team,
			week,
			priority,
			...[score, value('milestones'), value('kpis'), value('gaps')].map((number) =>
				number === null ? null : String(number)
			),
			now.toISOString()
		]
	);
}
