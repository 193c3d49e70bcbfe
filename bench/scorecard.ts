// How long a team's scorecard takes with five years of readings, in a company of twenty teams.
import { createClient } from '@supabase/supabase-js';
import {
	judgeScorecard,
	loadScorecard,
	type FoundScorecard
} from '../src/lib/server/rows/scorecard.ts';
import type { Db } from '../src/lib/server/rows/db.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, join } from '../supabase/tests/people.ts';
import { percentiles, report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const teams = 20;
const metrics = 30;
const weeks = 260;
const rounds = 100;
const warmUp = 5;
const today = '2026-11-21';

/** Nineteen more teams in the workspace, thirty metrics in each, and a reading for each week. */
async function fill({ database }: Backend, workspace: string, person: string): Promise<void> {
	await database.query(
		`with made as (
			insert into public.teams (workspace_id, name)
			select $1::uuid, 'Team ' || n from generate_series(2, $2::int) n returning id, workspace_id
		)
		insert into public.team_members (team_id, workspace_id, person_id, role)
		select id, workspace_id, $3::uuid, 'member' from made where random() < 0.5`,
		[workspace, teams, person]
	);
	await database.query(
		`insert into public.metrics (team_id, name, target, tolerance, unit, decimals, direction, owner_id, position, created_at)
		select t.id, 'Metric ' || n, 99, 0.3, '%', 1, 'up', $3::uuid, n, '2021-01-04'
		from public.teams t, generate_series(1, $2::int) n where t.workspace_id = $1::uuid`,
		[workspace, metrics, person]
	);
	await database.query(
		`insert into public.readings (metric_id, team_id, period, value, entered_by)
		select m.id, m.team_id, date '2026-11-16' - 7 * n, round((99 + random() * 0.8)::numeric, 2), $2::uuid
		from public.metrics m join public.teams t on t.id = m.team_id, generate_series(0, $3::int - 1) n
		where t.workspace_id = $1::uuid`,
		[workspace, person, weeks]
	);
	await database.execute('analyze');
}

async function measure(name: string, backend: Backend, target: number): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const team = await found(ada, 'Northwind Robotics', 'Leadership team');
	await fill(backend, team.workspace, ada.id);
	const asked: number[] = [];
	const inSql: number[] = [];
	const judged: number[] = [];
	let bytes = 0;
	let calls = 0;
	const db: Db = createClient(backend.url, backend.key, {
		global: {
			fetch: (...request) => {
				calls += 1;
				return backend.fetch(...request);
			}
		},
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const { data } = await ada.client.auth.getSession();
	if (data.session) await db.auth.setSession(data.session);
	calls = 0;
	for (let round = -warmUp; round < rounds; round += 1) {
		const time = async (samples: number[], work: () => unknown) => {
			const began = performance.now();
			await work();
			if (round >= 0) samples.push(performance.now() - began);
		};
		await time(asked, () => loadScorecard(db, team.id, today));
		let answer = '';
		await time(inSql, async () => {
			await backend.database.transaction(async (queries) => {
				await queries.query(
					`select set_config('request.jwt.claim.sub', $1, true), set_config('role', 'authenticated', true)`,
					[ada.id]
				);
				const [row] = await queries.query<{ found: string }>(
					'select public.read_scorecard($1::uuid, $2::text::date)::text as found',
					[team.id, today]
				);
				answer = row?.found ?? '';
			});
		});
		bytes = answer.length;
		const whole = JSON.parse(answer) as FoundScorecard;
		await time(judged, () => judgeScorecard(whole, today));
	}
	return [
		...percentiles(`${name}: scorecard of a team, read and judged`, asked, target),
		...percentiles(`${name}: of that the SQL, as a person with rights`, inSql),
		...percentiles(`${name}: of that judging all of its readings`, judged),
		{ what: `${name}: questions for it`, value: calls / (rounds + warmUp), unit: '', target: 1 },
		{ what: `${name}: the answer`, value: bytes / 1000, unit: 'kB' }
	];
}

const targets = { embedded: 150, PostgreSQL: 60 };
const figures = await onBothDatabases((name, backend) => measure(name, backend, targets[name]));
await report(
	'scorecard',
	`The scorecard of one team in a workspace of ${teams} teams with ${metrics} metrics each and ${weeks} weekly readings of each (${(teams * metrics * weeks).toLocaleString('en-GB')} in all): one question, as a person under row-level security, and every natural limit and signal reckoned anew; ${rounds} times.`,
	figures
);
process.exit();
