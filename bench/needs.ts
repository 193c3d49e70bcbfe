// How long the number beside Catch up takes, which every page asks for, after five years of meetings.
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { loadCatchUp } from '../src/lib/server/rows/catch-up.ts';
import { countMyNeeds } from '../src/lib/server/rows/needs.ts';
import type { Db } from '../src/lib/server/rows/db.ts';
import { listComments } from '../src/lib/server/rows/recap-comments.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, invite, join, type Person, type Team } from '../supabase/tests/people.ts';
import { percentiles, report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const teams = 20;
const weeks = 260;
/** What a meeting leaves, and what is said about its recap afterwards. */
const left = { actions: 8, told: 2, comments: 8 };
const metrics = 20;
const rounds = 40;

/** Fills every team with meetings of five years, the newest of yesterday, and what came of them. */
async function fill({ database }: Backend, first: Team): Promise<void> {
	const tables = ['meetings', 'attendances', 'action_items', 'cascade_messages', 'recap_comments'];
	const quiet = [...tables, 'comment_mentions', 'recap_sign_offs', 'told_teams', 'readings'];
	for (const table of quiet)
		await database.execute(`alter table public.${table} disable trigger all`);
	await database.query(
		`with company as (
			select t.id, gen_random_uuid() as format from public.teams t where t.workspace_id = $1::uuid
		), formats as (
			insert into public.formats (id, team_id, name, steps) select format, id, 'Weekly', '[]' from company
		)
		insert into public.series (team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
		select id, format, 'Weekly', 1, '09:00', 'Europe/London', 90, '2021-12-06' from company`,
		[first.workspace]
	);
	// Everybody is at two meetings of three, has read most recaps, and answers some of what is said.
	await database.execute(`
		insert into public.meetings (team_id, series_id, number, state, occurs_on, starts_at, minutes, name, steps, closed_at)
		select s.team_id, s.id, n, 'closed', d.day, d.day + time '09:00', 90, 'Weekly', '[]', d.day + time '10:30'
		from public.series s, generate_series(1, ${weeks}) n,
			lateral (select current_date - 1 - 7 * (${weeks} - n) as day) d;
		create temporary table seats as
			select m.team_id, m.person_id, row_number() over (partition by m.team_id order by m.person_id)::int as seat,
				count(*) over (partition by m.team_id)::int as seats
			from public.team_members m;
		insert into public.attendances (meeting_id, team_id, person_id, arrived_at)
		select g.id, g.team_id, s.person_id, g.starts_at from public.meetings g join seats s on s.team_id = g.team_id
		where (g.number + s.seat) % 3 > 0;
		insert into public.recap_sign_offs (meeting_id, team_id, person_id)
		select g.id, g.team_id, s.person_id from public.meetings g join seats s on s.team_id = g.team_id
		where (g.number + s.seat) % 3 = 0 and g.number < ${weeks} - 2;
		insert into public.action_items (id, meeting_id, team_id, title, owner_id, due_on, done_at, captured_at)
		select gen_random_uuid(), g.id, g.team_id, 'Action ' || n, s.person_id, g.occurs_on + 7,
			case when n % 8 > 0 or g.number < ${weeks} - 20 then g.starts_at + interval '5 days' end, g.starts_at
		from public.meetings g, generate_series(1, ${left.actions}) n, seats s
		where s.team_id = g.team_id and s.seat = 1 + n % s.seats;
		insert into public.cascade_messages (id, meeting_id, team_id, position, body)
		select gen_random_uuid(), g.id, g.team_id, n, 'Told ' || n
		from public.meetings g, generate_series(1, ${left.told}) n;
		insert into public.told_teams (message_id, meeting_id, team_id, person_id)
		select c.id, c.meeting_id, c.team_id, s.person_id from public.cascade_messages c
		join seats s on s.team_id = c.team_id where c.position % 2 = 1;
		insert into public.recap_comments (meeting_id, team_id, line_kind, line_id, body, author_id, said_at, resolved_at)
		select g.id, g.team_id, 'meeting', md5(g.id::text || n % 3)::uuid, 'Said ' || n, s.person_id,
			g.starts_at + n * interval '1 hour', case when g.number < ${weeks} - 12 then g.starts_at + interval '2 days' end
		from public.meetings g, generate_series(1, ${left.comments}) n, seats s
		where s.team_id = g.team_id and s.seat = 1 + (n + g.number) % s.seats;
		insert into public.comment_mentions (comment_id, team_id, person_id)
		select c.id, c.team_id, s.person_id from public.recap_comments c
		join public.meetings g on g.id = c.meeting_id join seats s on s.team_id = c.team_id
		where s.person_id <> c.author_id and s.seat = 1 + g.number % s.seats;
		insert into public.metrics (team_id, name, owner_id)
		select s.team_id, 'Metric ' || n, s.person_id from seats s, generate_series(1, ${metrics}) n
		where s.seat = 1 + n % s.seats;
		insert into public.readings (metric_id, team_id, period, value)
		select m.id, m.team_id, date_trunc('week', current_date)::date - 7 * n, n
		from public.metrics m, generate_series(1, ${weeks}) n;
	`);
	for (const table of quiet)
		await database.execute(`alter table public.${table} enable trigger all`);
	await database.execute('analyze');
}

async function measure(name: string, backend: Backend, target: number): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const team = await found(ada, 'Northwind Robotics', 'Team 1');
	const others = Array.from({ length: teams - 1 }, (_, index) => {
		return { id: randomUUID(), workspace_id: team.workspace, name: `Team ${index + 2}` };
	});
	await ada.client.from('teams').insert(others).throwOnError();
	const colleagues = await Promise.all(
		['Ben', 'Cleo', 'Dan'].map((colleague) => join(backend, colleague))
	);
	for (const colleague of colleagues) await invite(ada, team, colleague, 'member');
	const olive = await join(backend, 'Olive');
	await invite(ada, team, olive, 'observer');
	await backend.database.query(
		`insert into public.team_members (team_id, person_id, workspace_id, role)
		select t.id, m.person_id, t.workspace_id, 'member' from public.team_members m
		join public.teams t on t.workspace_id = m.workspace_id
		where m.team_id = $1::uuid and m.role = 'member' and t.id <> $1::uuid`,
		[team.id]
	);
	await fill(backend, team);
	const [{ today } = { today: '' }] = await backend.database.query<{ today: string }>(
		'select current_date::text as today'
	);
	const [{ meeting } = { meeting: '' }] = await backend.database.query<{ meeting: string }>(
		`select id as meeting from public.meetings where team_id = $1::uuid and number = ${weeks}`,
		[team.id]
	);
	const times = async (ask: () => Promise<unknown>) => {
		const took: number[] = [];
		for (let round = -5; round < rounds; round += 1) {
			const asked = performance.now();
			await ask();
			if (round >= 0) took.push(performance.now() - asked);
		}
		return took;
	};
	const needs = ({ client }: Person) => times(() => countMyNeeds(client as Db, team.id, today));
	const db = ada.client as Db;
	const page = await times(() => loadCatchUp(db, team.id, ada.id, today, new Date()));
	const comments = await times(() => listComments(db, meeting));
	return [
		...percentiles(`${name}: the number, somebody in all twenty teams`, await needs(ada), target),
		...percentiles(`${name}: the number, somebody who observes one of them`, await needs(olive)),
		...percentiles(`${name}: the page, somebody in all twenty teams`, page),
		...percentiles(`${name}: what is said about a recap`, comments)
	];
}

const targets = { embedded: 40, PostgreSQL: 20 };
const figures = await onBothDatabases((name, backend) => measure(name, backend, targets[name]));
await report(
	'needs',
	`What the number beside Catch up counts for one team, what its page lists, and what is said about a recap, ${rounds} times each, as a person under row-level security: ${teams} teams with ${weeks} weekly meetings each that left ${left.actions} actions, ${left.told} messages to tell and ${left.comments} comments, and ${metrics} metrics with as many weekly readings.`,
	figures
);
process.exit();
