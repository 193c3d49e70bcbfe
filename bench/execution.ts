// How long the execution dashboard of five priorities with two hundred rows each takes on the server.
import { createClient } from '@supabase/supabase-js';
import { alignmentOf } from '../src/lib/execution/alignment.ts';
import { attentionOf, overloaded } from '../src/lib/execution/attention.ts';
import { healthOfAll, linesOf } from '../src/lib/execution/dashboard.ts';
import { pictureOf } from '../src/lib/execution/picture-of.ts';
import { recommendWorkers } from '../src/lib/execution/workers/recommend.ts';
import type { Db } from '../src/lib/server/rows/db.ts';
import { loadExecution } from '../src/lib/server/rows/execution.ts';
import { listPeople } from '../src/lib/server/rows/people.ts';
import { findToday } from '../src/lib/server/rows/time-zone.ts';
import { cycleOn } from '../src/lib/strategy/cascade.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, join } from '../supabase/tests/people.ts';
import { percentiles, report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const rounds = 100;
const warmUp = 5;
/** Of each priority: 200 rows, and a value of each of 13 weeks for every measure. */
const size = { milestones: 40, measures: 40, risks: 40, actions: 60, phases: 10, resources: 10 };
const weeks = 13;
/** Priorities that ended before, each of the same size: a team of three years. */
const ended = 15;

async function fill({ database }: Backend, team: string): Promise<void> {
	const put = (sql: string) => database.query(sql, [team]);
	await put(
		`insert into public.cycles (team_id, name, starts_on, ends_on)
		values ($1::uuid, 'Q4 2026', current_date - 60, current_date + 31)`
	);
	await put(
		`insert into public.priorities (team_id, title, position)
		select $1::uuid, 'Priority ' || n, n from generate_series(1, 5) n`
	);
	await put(
		`insert into public.priorities (team_id, title, position, ended_at, ended_as)
		select $1::uuid, 'Ended ' || n, 5 + n, now(), 'finished' from generate_series(1, ${ended}) n`
	);
	const each = (table: string, columns: string, values: string, count: number) =>
		put(
			`insert into public.${table} (priority_id, team_id, ${columns})
			select p.id, p.team_id, ${values} from public.priorities p, generate_series(1, ${count}) n
			where p.team_id = $1::uuid`
		);
	const { milestones, measures, risks, actions, phases, resources } = size;
	await each('milestones', 'title, due_on', `'Step ' || n, current_date + n - 20`, milestones);
	await each(
		'measures',
		'kind, name, baseline, target',
		`case when n % 2 = 0 then 'kpi' else 'gap' end, 'Measure ' || n, 0, 100`,
		measures
	);
	await put(
		`insert into public.measure_values (measure_id, team_id, measured_on, value)
		select m.id, m.team_id, current_date - 7 * n, 60 - 4 * n
		from public.measures m, generate_series(0, ${weeks - 1}) n where m.team_id = $1::uuid`
	);
	await each('priority_risks', 'title, likelihood, impact', `'Risk ' || n, 2, 3`, risks);
	const days = 'current_date, current_date + 7';
	await each('phases', 'name, starts_on, ends_on', `'Phase ' || n, ${days}`, phases);
	await each('resources', 'kind, title', `'people', 'Resource ' || n`, resources);
	await put(
		`with made as (
			insert into public.action_items (id, team_id, title, due_on, captured_at)
			select gen_random_uuid(), $1::uuid, 'Action ' || n, current_date + n % 30, now()
			from generate_series(1, ${5 * actions}) n returning id, team_id
		), numbered as (select id, team_id, row_number() over () as at from made)
		insert into public.lineages (team_id, subject_id, subject, priority_id)
		select m.team_id, m.id, 'action', (select p.id from public.priorities p
			where p.team_id = m.team_id and p.position = 1 + m.at % 5) from numbered m`
	);
	await database.execute('analyze');
}

async function measure(name: string, backend: Backend, target?: number): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const team = await found(ada, 'Northwind Robotics', 'Leadership team');
	await fill(backend, team.id);
	const db: Db = createClient(backend.url, backend.key, {
		global: { fetch: backend.fetch },
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const { data } = await ada.client.auth.getSession();
	if (data.session) await db.auth.setSession(data.session);
	const whole: number[] = [];
	const rules: number[] = [];
	for (let round = -warmUp; round < rounds; round += 1) {
		const began = performance.now();
		const today = await findToday(db, ada.id);
		const [{ priorities, before, open, cycles }, people] = await Promise.all([
			loadExecution(db, team.id, today),
			listPeople(db, team.id)
		]);
		const read = performance.now();
		const cycle = cycleOn(cycles, today);
		healthOfAll(priorities);
		linesOf(priorities, before, cycle, today);
		attentionOf(
			priorities,
			today,
			() => true,
			() => 'Ada'
		);
		overloaded(priorities, open, today);
		alignmentOf(priorities, people);
		for (const one of priorities)
			recommendWorkers(pictureOf(one, people, open, cycle, null, today));
		if (round < 0) continue;
		whole.push(performance.now() - began);
		rules.push(performance.now() - read);
	}
	return [
		...percentiles(`${name}: the dashboard, read and worked out`, whole, target),
		...percentiles(`${name}: of that the rules`, rules)
	];
}

const figures = await onBothDatabases((name, backend) =>
	measure(name, backend, name === 'PostgreSQL' ? 80 : undefined)
);
await report(
	'execution',
	`The execution dashboard of one team with five priorities of 200 rows each (${Object.entries(size)
		.map(([what, count]) => `${count} ${what}`)
		.join(
			', '
		)}) and ${ended} as large that have ended, ${weeks} values of every measure: everything its page asks the database, as a person under row-level security, and its rules; ${rounds} times.`,
	figures
);
process.exit();
