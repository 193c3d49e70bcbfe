import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { insert, seed, type Seeds } from '../../../../supabase/tests/seed.ts';
import { listOpenActions } from './actions.ts';
import {
	clearBlocker,
	giveConfidences,
	loadCheckIn,
	raiseBlocker,
	revealRound
} from './check-ins.ts';
import { loadHistory } from './key-result.ts';
import { listServes, listServing, setServes } from './lineage.ts';
import { loadRoom } from './room.ts';

let backend: Backend;
let who: People;
let seeds: Seeds;
const [cycle, imperative, goal, objective, keyResult] = Array.from({ length: 5 }, () =>
	randomUUID()
) as [string, string, string, string, string];
const day = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const now = Date.now();
const today = iso(now);
const monday = iso(now - ((new Date(now).getUTCDay() + 6) % 7) * day);

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
	seeds = await seed(backend.database, who.ours, who.member.id);
	const add = (table: string, row: Parameters<typeof insert>[2]) =>
		insert(backend.database, table, { team_id: who.ours.id, ...row });
	const dates = { starts_on: iso(now - 40 * day), ends_on: iso(now + 50 * day) };
	await add('cycles', { id: cycle, name: 'Now', ...dates });
	await add('imperatives', { id: imperative, title: 'Earn it', from_year: 2026, until_year: 2027 });
	await add('annual_goals', { id: goal, title: 'Uptime', year: 2026, imperative_id: imperative });
	await add('objectives', { id: objective, title: 'Boring', cycle_id: cycle, goal_id: goal });
	await add('key_results', {
		id: keyResult,
		title: 'Sites on firmware 4',
		objective_id: objective,
		baseline: 0,
		target: 10
	});
});
afterAll(() => backend.close());

const load = (person: 'member' | 'owner') =>
	loadCheckIn(who[person].client, who.ours.id, cycle, monday);

test('a round goes from the first answer to the reveal, and compares with the one before', async () => {
	const { member, owner, ours } = who;
	expect(await load('member')).toMatchObject({ round: undefined, given: [], before: [] });
	const earlier = randomUUID();
	await insert(backend.database, 'check_in_rounds', {
		id: earlier,
		team_id: ours.id,
		cycle_id: cycle,
		week: iso(Date.parse(monday) - 7 * day),
		revealed_at: new Date().toISOString()
	});
	await insert(backend.database, 'confidences', {
		round_id: earlier,
		team_id: ours.id,
		key_result_id: keyResult,
		person_id: owner.id,
		confidence: 9
	});
	await giveConfidences(member.client, cycle, monday, { [keyResult]: 4 });
	const asked = await load('owner');
	expect(asked.given).toEqual([]);
	expect(asked.answered).toEqual(new Map([[member.id, 1]]));
	expect(asked.before).toMatchObject([{ confidence: 9 }]);
	expect((await loadHistory(member.client, ours.id, keyResult)).confidences).toHaveLength(1);

	expect(await revealRound(owner.client, asked.round?.id ?? '')).toBe(true);
	expect(await giveConfidences(owner.client, cycle, monday, { [keyResult]: 5 })).toBe(false);
	const revealed = await load('owner');
	expect(revealed.round?.revealedBy).toBe(owner.id);
	expect(revealed.given).toMatchObject([{ confidence: 4, person: member.id }]);
	expect((await loadHistory(owner.client, ours.id, keyResult)).confidences).toEqual([
		{ week: iso(Date.parse(monday) - 7 * day), confidences: [9] },
		{ week: monday, confidences: [4] }
	]);
});

test('the action about a blocker is on the list, in the next meeting, and says what it serves', async () => {
	const { member, owner, ours } = who;
	const said = { keyResult, kind: 'resource', next: 'Borrow two engineers', due: today } as const;
	expect(await raiseBlocker(owner.client, { ...said, owner: member.id })).toBe(true);
	const [blocker] = (await load('member')).blockers.filter((one) => one.keyResult === keyResult);
	expect(blocker).toMatchObject({ kind: 'resource', action: { title: said.next, isDone: false } });

	const action = (await listOpenActions(member.client, ours.id)).find(
		({ title }) => title === said.next
	);
	expect(action).toMatchObject({ owner: member.id, due: today, meeting: null });
	const serves = await listServes(member.client, ours.id);
	expect(serves.get(action?.id ?? '')).toEqual({
		kind: 'key result',
		id: keyResult,
		titles: ['Sites on firmware 4', 'Boring', 'Uptime', 'Earn it'],
		missing: null,
		cycle
	});
	// What stands above may end or come loose; then the link says what is missing.
	const above = async () => {
		const { titles, missing } = (await listServes(member.client, ours.id)).get(action?.id ?? '')!;
		return { titles: titles.slice(1), missing };
	};
	const end = (table: string, ended: string | null) =>
		backend.database.query(
			`update public.${table} set ended_at = $1::timestamptz where team_id = $2::uuid`,
			[ended, ours.id]
		);
	await end('imperatives', '2026-11-01T00:00:00Z');
	expect(await above()).toEqual({ titles: ['Boring', 'Uptime'], missing: 'imperative' });
	await end('annual_goals', '2026-11-01T00:00:00Z');
	expect(await above()).toEqual({ titles: ['Boring'], missing: 'annual goal' });
	for (const table of ['imperatives', 'annual_goals']) await end(table, null);
	const room = await loadRoom(member.client, String(seeds['meetings (live)']?.id), today);
	expect(room?.actions.find(({ title }) => title === said.next)).toMatchObject({
		serves: { kind: 'key result', id: keyResult }
	});

	expect(await clearBlocker(owner.client, ours.id, blocker?.id ?? '', owner.id)).toBe(true);
	expect(await clearBlocker(owner.client, ours.id, blocker?.id ?? '', owner.id)).toBe(false);
});

test('a decision says anew what it serves, and nothing of another team', async () => {
	const { member, otherTeam, ours } = who;
	const id = String(seeds['decisions']?.['id']);
	const decision = { subject: 'decision', id } as const;
	const set = (aim: Parameters<typeof setServes>[3]['aim']) =>
		setServes(member.client, ours.id, member.id, { ...decision, aim });
	await set({ kind: 'priority', id: String(seeds['priorities']?.['id']) });
	await set({ kind: 'key result', id: keyResult });
	const listed = await listServing(member.client, ours.id, keyResult);
	expect(listed.map(({ subject, title }) => [subject, title])).toEqual([
		['action', 'Borrow two engineers'],
		['decision', 'Open in Leeds']
	]);
	await set({ kind: 'objective', id: objective });
	expect((await listServes(member.client, ours.id)).get(id)?.titles).toEqual([
		'Boring',
		'Uptime',
		'Earn it'
	]);
	expect(await listServes(otherTeam.client, ours.id)).toEqual(new Map());
	await expect(
		setServes(otherTeam.client, who.theirs.id, otherTeam.id, {
			...decision,
			aim: { kind: 'key result', id: keyResult }
		})
	).rejects.toMatchObject({ code: '23503' });
	await set(null);
	expect((await listServes(member.client, ours.id)).has(id)).toBe(false);
});

test('a meeting settles that what was promised between meetings is done', async () => {
	const { member, ours } = who;
	const open = await listOpenActions(member.client, ours.id);
	const action = open.find(({ meeting }) => meeting === null)?.id ?? '';
	const content = {
		state: 'live',
		chair: null,
		opened_at: new Date().toISOString(),
		closed_at: null,
		...Object.fromEntries(
			'segments attendances hot_items notes decisions actions insights risks status_checks cascade'
				.split(' ')
				.map((section) => [section, []])
		),
		action_reviews: [{ action_id: action, done: true, note: '', reviewed_by: member.id }]
	};
	await backend.database.query('select private.settle_meeting($1::uuid, $2::text::jsonb)', [
		String(seeds['meetings (live)']?.id),
		JSON.stringify(content)
	]);
	const after = await listOpenActions(member.client, ours.id);
	expect(after.map(({ id }) => id)).not.toContain(action);
});
