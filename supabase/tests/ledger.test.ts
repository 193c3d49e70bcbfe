import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import {
	explainDecision,
	listDecisions,
	listDueDecisions
} from '../../src/lib/server/rows/decisions.ts';
import type { Db } from '../../src/lib/server/rows/db.ts';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { find, insert, seed, type Seeds } from './seed.ts';

onBothBackends((backend) => {
	let people: People;
	let seeds: Seeds;
	const db = (kind: Kind) => people[kind].client as Db;
	const decisions: string[] = [];
	const reasons = { why: '', rejected: '', reviewOn: null, supersedes: null };
	const explain = (kind: Kind, id: string, more: object) =>
		explainDecision(db(kind), people.ours.id, id, { ...reasons, ...more });
	const promise = async (more = {}) => {
		const id = randomUUID();
		await insert(backend().database, 'action_items', {
			id,
			team_id: people.ours.id,
			title: 'Call the supplier',
			owner_id: people.member.id,
			captured_at: '2026-11-01T09:00:00Z',
			dropped_because: '',
			...more
		});
		return id;
	};
	const change = async (kind: Kind, chosen: string[], more: object) =>
		(
			await people[kind].client.rpc('change_actions', {
				chosen,
				owner: null,
				due: null,
				because: '',
				...more
			})
		).data as number | null;
	const action = (id: string) => find(backend().database, 'action_items', { id });

	beforeAll(async () => {
		people = await gather(backend());
		seeds = await seed(backend().database, people.ours, people.member.id);
		await seed(backend().database, people.elsewhere, people.otherWorkspace.id);
		for (const day of ['02', '09', '16']) {
			const id = randomUUID();
			decisions.push(id);
			await insert(backend().database, 'decisions', {
				...{ id, team_id: people.ours.id, meeting_id: String(seeds.meetings?.id) },
				...{ title: `Decided on ${day}`, captured_at: `2026-11-${day}T09:00:00Z` },
				...{ why: '', rejected: '' }
			});
		}
	});

	test('a member says why, and the whole team reads it; others cannot', async () => {
		const [first = ''] = decisions;
		expect(await explain('member', first, { why: 'Service first.' })).toBe('kept');
		for (const kind of ['observer', 'otherTeam', 'otherWorkspace', 'formerMember'] as const)
			expect(await explain(kind, first, { why: 'No' }), kind).toBe('none');
		const read = await listDecisions(db('observer'), people.ours.id);
		expect(read.find(({ id }) => id === first)?.why).toBe('Service first.');
		expect(await listDecisions(db('otherTeam'), people.ours.id)).toEqual([]);
	});

	test('a decision replaces an earlier one, once, and never a later one or itself', async () => {
		const [first = '', second = '', third = ''] = decisions;
		expect(await explain('member', second, { supersedes: first })).toBe('kept');
		expect(await explain('member', third, { supersedes: first })).toBe('replaced');
		expect(await explain('member', first, { supersedes: third })).toBe('replaced');
		expect(await explain('member', first, { supersedes: first })).toBe('replaced');
		expect(await explain('member', third, { supersedes: second })).toBe('kept');
	});

	test('what is due comes back, and what was replaced does not', async () => {
		const [, second = '', third = ''] = decisions;
		await explain('member', second, { reviewOn: '2026-11-20' });
		await explain('member', third, { reviewOn: '2026-11-27' });
		const due = async (today: string) =>
			(await listDueDecisions(db('member'), people.ours.id, today)).map(({ decision }) => decision);
		expect(await due('2026-11-26')).toEqual([second]);
		await explain('member', third, { reviewOn: '2026-11-27', supersedes: second });
		expect(await due('2026-11-27')).toEqual([third]);
	});

	test('several actions get another owner and day at once; what is done or of others stays', async () => {
		const mine = [await promise(), await promise()];
		const done = await promise({ done_at: '2026-11-20T09:00:00Z' });
		const moved = { owner: people.owner.id, due: '2026-12-24' };
		expect(await change('member', [...mine, done], moved)).toBe(2);
		expect(await action(mine[0] ?? '')).toMatchObject({
			owner_id: people.owner.id,
			due_on: '2026-12-24',
			done_at: null
		});
		for (const kind of ['observer', 'otherTeam', 'otherWorkspace', 'formerMember'] as const)
			expect(await change(kind, mine, { due: '2027-01-01' }), kind).toBe(0);
		expect(await change('member', mine, { owner: people.observer.id })).toBe(0);
	});

	test('an action ends honestly, with its reason and who said so, and may be taken up again', async () => {
		const id = await promise();
		expect(await change('owner', [id], { because: '  The supplier is gone.  ' })).toBe(1);
		expect(await action(id)).toMatchObject({
			dropped_because: 'The supplier is gone.',
			dropped_by: people.owner.id,
			done_at: expect.any(String)
		});
		await people.member.client.from('action_items').update({ done_at: null }).eq('id', id);
		expect(await action(id)).toMatchObject({
			dropped_because: '',
			dropped_by: null,
			done_at: null
		});
	});

	test('actions of a meeting that runs wait until it is closed', async () => {
		const id = await promise({ meeting_id: String(seeds['meetings (live)']?.id) });
		expect(await change('owner', [id], { due: '2027-01-01' })).toBe(0);
	});
});
