import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftPlan } from '#lib/execution/workers/draft-plan.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { seed, type Seeds } from '../../../../supabase/tests/seed.ts';
import { loadPriorityPicture } from './priority-picture.ts';

let backend: Backend;
let who: People;
let ours: Seeds;
let theirs: Seeds;
const today = '2026-11-19';
const id = (seeds: Seeds, table: string) => String(seeds[table]?.['id']);

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
	ours = await seed(backend.database, who.ours, who.member.id);
	theirs = await seed(backend.database, who.theirs, who.otherTeam.id);
});
afterAll(() => backend.close());

const look = (kind: 'member' | 'observer' | 'formerMember' | 'otherTeam', seeds = ours) =>
	loadPriorityPicture(who[kind].client, who.ours.id, id(seeds, 'priorities'), today);

test('a worker sees what the rows of the priority say, and those who may own rows', async () => {
	await who.owner.client
		.from('priorities')
		.update({ why: 'Nobody answers at night.', owner_id: who.member.id })
		.eq('id', id(ours, 'priorities'))
		.throwOnError();
	const picture = await look('member');
	expect(picture).toMatchObject({
		title: 'Hire a head of service',
		why: 'Nobody answers at night.',
		owner: who.member.id,
		gaps: [{ name: 'Leads signed', baseline: 0, target: 3, current: 1 }],
		kpis: [],
		milestones: [{ title: 'Agency chosen', due: '2026-12-04', done: false }],
		risks: [{ title: 'Nobody applies', likelihood: 2, impact: 3 }],
		today
	});
	expect(picture?.people.map((person) => person.id).toSorted()).toEqual(
		[who.owner.id, who.member.id].toSorted()
	);
});

test('no worker is told of an action that is sealed', async () => {
	const { database } = backend;
	const action = id(ours, 'action_items');
	await database.query(
		`insert into public.lineages (team_id, subject_id, subject, priority_id) values ($1::uuid, $2::uuid, 'action', $3::uuid)
		on conflict (team_id, subject_id) do update set priority_id = excluded.priority_id, objective_id = null, key_result_id = null`,
		[who.ours.id, action, id(ours, 'priorities')]
	);
	const seal = (sealed: boolean) =>
		database.query(
			'update public.action_items set sealed = $2, done_at = null where id = $1::uuid',
			[action, sealed]
		);
	const titles = async () => (await look('member'))?.actions.map((one) => one.id) ?? [];
	await seal(false);
	expect(await titles()).toContain(action);
	await seal(true);
	expect(await titles()).not.toContain(action);
	await seal(false);
});

test('a KPI that follows a metric stands where its newest reading does', async () => {
	await backend.database.query(
		`insert into public.measures (team_id, priority_id, kind, name, baseline, target, metric_id)
		values ($1::uuid, $2::uuid, 'kpi', 'As on the scorecard', 1, 9, $3::uuid)`,
		[who.ours.id, id(ours, 'priorities'), id(ours, 'metrics')]
	);
	const [reading] = await backend.database.query<{ value: number }>(
		'select value from public.readings where metric_id = $1::uuid order by period desc limit 1',
		[id(ours, 'metrics')]
	);
	expect((await look('member'))?.kpis).toMatchObject([{ current: Number(reading?.value) }]);
});

test('no row falls on a day on which the team does not work', async () => {
	// One that is over says nothing of the days ahead; another is in the seed.
	await who.member.client
		.from('days_off')
		.insert({ team_id: who.ours.id, day: '2020-12-25', name: 'Christmas' })
		.throwOnError();
	expect((await look('member'))?.daysOff).toEqual(['2026-12-25']);
});

test('what people removed is in no plan', async () => {
	const remove = (table: string, at: string | null) =>
		backend.database.query(
			`update public.${table} set removed_at = $2::text::timestamptz where priority_id = $1::uuid`,
			[id(ours, 'priorities'), at]
		);
	const tables = ['milestones', 'measures', 'priority_risks'];
	for (const table of tables) await remove(table, '2026-11-20T09:00:00Z');
	expect(await look('member')).toMatchObject({ milestones: [], kpis: [], gaps: [], risks: [] });
	for (const table of tables) await remove(table, null);
	expect((await look('member'))?.milestones).toHaveLength(1);
});

test('strangers, who left, and another team’s priority give no picture', async () => {
	expect(await look('otherTeam')).toBeUndefined();
	expect(await look('formerMember')).toBeUndefined();
	expect(await look('member', theirs)).toBeUndefined();
});

test('every word of the plan drafted from it is about this priority', async () => {
	const picture = await look('observer');
	if (!picture) throw new Error('An observer reads the priority');
	const plan = draftPlan('hr', picture);
	expect(plan.rows.map(({ title }) => title).join('\n')).toContain('Leads signed');
	expect(plan.rows.every(({ owner }) => owner === null || owner === who.member.id)).toBe(true);
});
