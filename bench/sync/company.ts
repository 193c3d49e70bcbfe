// A company big enough to load a server with: teams of ten, each with meetings they may all enter.
import { createHmac, randomUUID } from 'node:crypto';
import { stringToBase64URL } from '@supabase/ssr';
import { borrowDatabase, startBackend } from '../../supabase/tests/backends.ts';
import { found, join } from '../../supabase/tests/people.ts';
import { sessionCookie } from '../../src/lib/server/sync/access.ts';
import { step } from '../../src/lib/server/sync/sync-site.ts';

export const teamSize = 10;
/** Fewer than the sockets a person may have, so that everybody can be in all of them. */
const meetingsPerTeam = 10;

export type Company = Awaited<ReturnType<typeof foundCompany>>;

/**
 * A database of its own on the PostgreSQL server, with this many meetings in draft and a session
 * for everybody.
 *
 * @returns the address of the database, and per meeting its document and the cookies of its people
 */
export async function foundCompany(meetings: number) {
	const { url, drop } = await borrowDatabase();
	const backend = await startBackend(url);
	const founder = await join(backend, 'Founder');
	const { id: firstTeam, workspace } = await found(founder, 'Bench', 'First');
	const token = (await founder.client.auth.getSession()).data.session?.access_token ?? '';
	const [secret] = await backend.database.query<{ value: string }>(
		`select value from private.boot_settings where key = 'session key'`
	);
	const claims = decode(token);
	const rooms: { document: string; cookies: string[] }[] = [];
	for (let team = 0; rooms.length < meetings; team += 1) {
		const people = Array.from({ length: teamSize }, () => ({
			id: randomUUID(),
			session: randomUUID()
		}));
		const ids = Array.from({ length: meetingsPerTeam }, () => randomUUID());
		const given = JSON.stringify({
			team: randomUUID(),
			format: randomUUID(),
			series: randomUUID(),
			people: people.map((person, index) => ({
				...person,
				email: `person-${team}-${index}@bench.example`
			})),
			meetings: ids.map((id, index) => ({ id, number: index + 1 })),
			steps: [step('check-in'), step('hot-items'), step('wrap-up')]
		});
		for (const statement of statements) await backend.database.query(statement, [given, workspace]);
		const cookies = people.map(({ id, session }) =>
			cookieFor(sign({ ...claims, sub: id, session_id: session }, secret?.value ?? ''))
		);
		rooms.push(...ids.map((id) => ({ document: `meeting:${id}`, cookies })));
	}
	await backend.close();
	return { url, drop, firstTeam, rooms: rooms.slice(0, meetings) };
}

/** Each gets the same JSON; what a statement needs of it, it takes. */
const statements = [
	`insert into auth.users (id, email, raw_user_meta_data)
	select id, email, '{"name": "Somebody"}' from jsonb_to_recordset($1::text::jsonb -> 'people') as given (id uuid, email text)
	where $2 <> ''`,
	`insert into public.people (id, name, email)
	select id, 'Somebody', email from jsonb_to_recordset($1::text::jsonb -> 'people') as given (id uuid, email text)
	where $2 <> '' on conflict do nothing`,
	`insert into auth.sessions (id, user_id)
	select session, id from jsonb_to_recordset($1::text::jsonb -> 'people') as given (id uuid, session uuid) where $2 <> ''`,
	`insert into public.teams (id, workspace_id, name) values (($1::text::jsonb ->> 'team')::uuid, $2::uuid, 'Team')`,
	`insert into public.workspace_members (workspace_id, person_id)
	select $2::uuid, id from jsonb_to_recordset($1::text::jsonb -> 'people') as given (id uuid)`,
	`insert into public.team_members (team_id, person_id, workspace_id)
	select ($1::text::jsonb ->> 'team')::uuid, id, $2::uuid from jsonb_to_recordset($1::text::jsonb -> 'people') as given (id uuid)`,
	`insert into public.formats (id, team_id, name, steps)
	select (given ->> 'format')::uuid, (given ->> 'team')::uuid, 'Weekly', '[]' from (select $1::text::jsonb as given) as given where $2 <> ''`,
	// Ended, so that no coming meetings are made of it while something else is measured.
	`insert into public.series (id, team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on, ended_at)
	select (given ->> 'series')::uuid, (given ->> 'team')::uuid, (given ->> 'format')::uuid, 'Weekly', 1, '09:00', 'Europe/London', 90, '2026-11-16', now()
	from (select $1::text::jsonb as given) as given where $2 <> ''`,
	`insert into public.meetings (id, team_id, series_id, number, occurs_on, starts_at, minutes, name, steps)
	select meeting.id, (given ->> 'team')::uuid, (given ->> 'series')::uuid, meeting.number, date '2026-11-16' + meeting.number * 7, now(), 90, 'Weekly', given -> 'steps'
	from (select $1::text::jsonb as given) as given, jsonb_to_recordset(given -> 'meetings') as meeting (id uuid, number int) where $2 <> ''`
];

function decode(token: string): Record<string, unknown> {
	return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
		string,
		unknown
	>;
}

function sign(claims: Record<string, unknown>, secret: string): string {
	const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const inADay = Math.floor(Date.now() / 1000) + 86_400;
	const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, exp: inADay })}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const cookieFor = (token: string): string =>
	`${sessionCookie}=base64-${stringToBase64URL(JSON.stringify({ access_token: token }))}`;
