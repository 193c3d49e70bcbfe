import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { occurrences, type Occurrence } from '#lib/meeting/series.ts';
import { Steps } from '#lib/meeting/steps.ts';
import type { Database, Queries } from '../database/database.ts';

/** How many coming meetings a series always has. */
const ahead = 4;

type SeriesRow = {
	id: string;
	team_id: string;
	name: string;
	weekday: number;
	starts_at: string;
	time_zone: string;
	minutes: number;
	place: string;
	facilitator_id: string | null;
	starts_on: string;
	steps: unknown;
};

/**
 * Gives every running series its coming meetings; running twice, or on two nodes, adds nothing. A
 * series that cannot be served does not keep the others waiting.
 */
export async function makeOccurrences(database: Database, now: Date): Promise<void> {
	const running = await database.query<{ id: string }>(
		'select id from public.series where ended_at is null'
	);
	const failures: unknown[] = [];
	for (const { id } of running)
		await makeOccurrencesOf(database, id, now).catch((error: unknown) => failures.push(error));
	if (failures.length > 0) throw new AggregateError(failures, 'Some series got no coming meetings');
}

/** The same for one series, right after it was made. */
export async function makeOccurrencesOf(
	database: Database,
	series: string,
	now: Date
): Promise<void> {
	await database.transaction(async (queries) => {
		const row = await lockSeries(queries, series);
		if (row) await fill(queries, row, now);
	});
}

/**
 * After a change of the rhythm or of the agenda: coming meetings that nobody has opened are made
 * anew. One that somebody has prepared keeps its agenda and notes, and moves within its week.
 */
export async function remakeOccurrences(
	database: Database,
	series: string,
	now: Date
): Promise<void> {
	await database.transaction(async (queries) => {
		const row = await lockSeries(queries, series);
		if (!row) return;
		await queries.query(
			`delete from public.meetings m
			where series_id = $1 and state = 'draft' and starts_at > $2::text::timestamptz
				and not exists (select from private.documents d where d.meeting_id = m.id)`,
			[series, now.toISOString()]
		);
		for (const occurrence of occurrencesOf(row, now))
			await movePrepared(queries, row, occurrence, now);
		await fill(queries, row, now);
	});
}

/** The lock on the row makes a second node wait, and then find the meetings already there. */
async function lockSeries(queries: Queries, series: string): Promise<SeriesRow | undefined> {
	const [row] = await queries.query<SeriesRow>(
		`select s.id, s.team_id, s.name, s.weekday, s.starts_at::text, s.time_zone, s.minutes, s.place,
			s.facilitator_id, s.starts_on::text, f.steps
		from public.series s join public.formats f on f.id = s.format_id
		where s.id = $1 and s.ended_at is null
		for update of s`,
		[series]
	);
	return row;
}

function occurrencesOf(row: SeriesRow, now: Date): Occurrence[] {
	const series = {
		weekday: row.weekday,
		startsAt: row.starts_at.slice(0, 5),
		timeZone: row.time_zone,
		everyWeeks: 1,
		startsOn: row.starts_on
	};
	return occurrences(series, now.toISOString(), ahead);
}

async function fill(queries: Queries, row: SeriesRow, now: Date): Promise<void> {
	const [last] = await queries.query<{ number: number }>(
		'select coalesce(max(number), 0)::int as number from public.meetings where series_id = $1',
		[row.id]
	);
	let number = last?.number ?? 0;
	const steps = v.parse(Steps, row.steps);
	for (const { occursOn, startsAt } of occurrencesOf(row, now)) {
		const agenda = steps.map(({ kind, title, minutes, guide }) => ({
			id: randomUUID(),
			kind,
			title,
			minutes,
			guide
		}));
		const added = await queries.query(
			`insert into public.meetings (team_id, series_id, number, occurs_on, starts_at, minutes, name,
				place, facilitator_id, steps)
			values ($1, $2, $3, $4::text::date, $5::text::timestamptz, $6, $7, $8, $9, $10::text::jsonb)
			on conflict (series_id, occurs_on) do nothing returning id`,
			[
				row.team_id,
				row.id,
				number + 1,
				occursOn,
				startsAt,
				row.minutes,
				row.name,
				row.place,
				row.facilitator_id,
				JSON.stringify(agenda)
			]
		);
		number += added.length;
	}
}

async function movePrepared(
	queries: Queries,
	row: SeriesRow,
	{ occursOn, startsAt }: Occurrence,
	now: Date
): Promise<void> {
	await queries.query(
		`update public.meetings m set occurs_on = $2::text::date, starts_at = $3::text::timestamptz,
			minutes = $4, name = $5, place = $6, facilitator_id = $7
		where m.id = (
			select id from public.meetings
			where series_id = $1 and state = 'draft' and starts_at > $8::text::timestamptz
				and date_trunc('week', occurs_on) = date_trunc('week', $2::text::date)
			order by occurs_on limit 1
		) and not exists (
			select from public.meetings other
			where other.series_id = $1 and other.occurs_on = $2::text::date and other.id <> m.id
		)`,
		[
			row.id,
			occursOn,
			startsAt,
			row.minutes,
			row.name,
			row.place,
			row.facilitator_id,
			now.toISOString()
		]
	);
}
