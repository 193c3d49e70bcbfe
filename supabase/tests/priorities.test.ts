import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { dismiss, found, invite, join, type Person, type Team } from './people.ts';

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let stranger: Person;
	let team: Team;

	beforeEach(async () => {
		ada = await join(backend(), 'Ada');
		grace = await join(backend(), 'Grace');
		stranger = await join(backend(), 'Stranger');
		team = await found(ada, 'Northwind', 'Leadership team');
		await found(stranger, 'Elsewhere', 'Leadership team');
		await invite(ada, team, grace, 'member');
	});

	const add = (person: Person, title: string, more = {}) => {
		const id = randomUUID();
		return person.client
			.from('priorities')
			.insert({ id, team_id: team.id, title, ...more })
			.then(({ error }) => ({ id, refused: error?.message.replace(/^\w*error: /iu, '') }));
	};

	test('a sixth priority is refused, until one is finished or parked', async () => {
		const five = [];
		for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) five.push(await add(ada, title));
		expect(five.map(({ refused }) => refused)).toEqual(Array(5).fill(undefined));
		expect(await add(grace, 'Six')).toMatchObject({ refused: 'five priorities are active' });

		const end = { ended_at: new Date().toISOString(), ended_as: 'parked' };
		await ada.client.from('priorities').update(end).eq('id', five[0]?.id).throwOnError();
		expect((await add(grace, 'Six')).refused).toBeUndefined();
		const { error } = await ada.client
			.from('priorities')
			.update({ ended_at: null, ended_as: null })
			.eq('id', five[0]?.id);
		expect(error?.message).toContain('five priorities are active');
	});

	test('of many who add at once, five get through', async () => {
		const all = await Promise.all(
			Array.from({ length: 12 }, (_, at) => add(at % 2 ? ada : grace, `Priority ${at}`))
		);
		expect(all.filter(({ refused }) => !refused)).toHaveLength(5);
	});

	test('each new owner is kept with who named them and when', async () => {
		const { id } = await add(ada, 'Hire', { owner_id: ada.id });
		const give = (owner: string | null) =>
			grace.client.from('priorities').update({ owner_id: owner }).eq('id', id).throwOnError();
		await give(grace.id);
		await give(grace.id);
		await give(null);
		const { data } = await ada.client
			.from('priority_owners')
			.select('owner_id, named_by')
			.eq('priority_id', id)
			.order('since')
			.throwOnError();
		expect(data).toEqual([
			{ owner_id: ada.id, named_by: ada.id },
			{ owner_id: grace.id, named_by: grace.id },
			{ owner_id: null, named_by: grace.id }
		]);
	});

	test('nobody of another team has a part in it, nor a second part', async () => {
		const { id } = await add(ada, 'Hire');
		const part = (person_id: string, part: string) =>
			ada.client
				.from('priority_parts')
				.insert({ priority_id: id, team_id: team.id, person_id, part })
				.then(({ error }) => error === null);
		expect(await part(grace.id, 'consulted')).toBe(true);
		expect(await part(grace.id, 'informed')).toBe(false);
		expect(await part(stranger.id, 'informed')).toBe(false);
		expect(await part(ada.id, 'accountable')).toBe(false);
	});

	test('a milestone that is moved keeps its first day, and each move', async () => {
		const priority = await add(ada, 'Hire');
		const id = randomUUID();
		const of = { id, priority_id: priority.id, team_id: team.id };
		await ada.client.from('milestones').insert({ ...of, title: 'Agency chosen' });
		const move = (due_on: string | null) =>
			grace.client.from('milestones').update({ due_on }).eq('id', id).throwOnError();
		for (const day of ['2026-11-20', '2026-11-20', '2026-11-27', null]) await move(day);
		const { data } = await ada.client
			.from('milestones')
			.select('planned_on, due_on, milestone_moves (from_on, to_on, moved_by)')
			.eq('id', id)
			.order('moved_at', { referencedTable: 'milestone_moves' })
			.throwOnError();
		expect(data).toEqual([
			{
				planned_on: '2026-11-20',
				due_on: null,
				milestone_moves: [
					{ from_on: '2026-11-20', to_on: '2026-11-27', moved_by: grace.id },
					{ from_on: '2026-11-27', to_on: null, moved_by: grace.id }
				]
			}
		]);
	});

	test('nothing of a priority may hang on one of another team', async () => {
		const { id } = await add(ada, 'Hire');
		const { data } = await stranger.client.from('team_members').select('team_id');
		const { error } = await stranger.client
			.from('milestones')
			.insert({ priority_id: id, team_id: data?.[0]?.team_id, title: 'Mine' });
		expect(error).not.toBeNull();
	});

	test('a gap has both its ends; a KPI may wait for its baseline', async () => {
		const { id } = await add(ada, 'Hire');
		const measure = (kind: string, more = {}) =>
			ada.client
				.from('measures')
				.insert({ priority_id: id, team_id: team.id, kind, name: 'Leads signed', ...more })
				.then(({ error }) => error === null);
		expect(await measure('kpi')).toBe(true);
		expect(await measure('gap', { baseline: 3 })).toBe(false);
		expect(await measure('gap', { baseline: 3, target: 3 })).toBe(true);
	});

	const promise = (person: Person, priority: string, more = {}) =>
		person.client
			.rpc('promise_action', {
				action: randomUUID(),
				priority,
				title: 'Call the agency',
				owner: grace.id,
				due: '2026-12-04',
				...more
			})
			.then(({ data }) => data as boolean | null);

	test('an action is promised for a priority, in one step with what it serves', async () => {
		const { id } = await add(ada, 'Hire');
		const action = randomUUID();
		expect(await promise(grace, id, { action })).toBe(true);
		// Said twice, it is one.
		expect(await promise(grace, id, { action })).toBe(false);
		const { data } = await ada.client
			.from('lineages')
			.select('subject, priority_id, linked_by')
			.eq('subject_id', action)
			.throwOnError();
		expect(data).toEqual([{ subject: 'action', priority_id: id, linked_by: grace.id }]);
	});

	test('none is promised by strangers, to people who left, or for what has ended', async () => {
		const { id } = await add(ada, 'Hire');
		expect(await promise(stranger, id)).toBe(false);
		expect(await promise(ada, id, { owner: stranger.id })).toBe(false);
		await dismiss(ada, team, grace);
		expect(await promise(ada, id)).toBe(false);
		expect(await promise(grace, id, { owner: ada.id })).toBe(false);
		const end = { ended_at: new Date().toISOString(), ended_as: 'finished' };
		await ada.client.from('priorities').update(end).eq('id', id).throwOnError();
		expect(await promise(ada, id, { owner: ada.id })).toBe(false);
	});

	test('what is promised can be moved until it is done, and not by strangers', async () => {
		const { id } = await add(ada, 'Hire');
		const action = randomUUID();
		await promise(ada, id, { action });
		const change = (person: Person, due: string, owner = grace.id) =>
			person.client
				.rpc('change_action', { action, title: 'Sign the agency', owner, due })
				.then(({ data }) => data as boolean | null);
		expect(await change(ada, '2026-12-11')).toBe(true);
		expect(await change(stranger, '2027-01-01')).toBe(false);
		expect(await change(ada, '2027-01-01', stranger.id)).toBe(false);
		await grace.client
			.from('action_items')
			.update({ done_at: new Date().toISOString() })
			.eq('id', action)
			.throwOnError();
		expect(await change(ada, '2027-01-01')).toBe(false);
		const { data } = await ada.client.from('action_items').select('title, due_on').eq('id', action);
		expect(data).toEqual([{ title: 'Sign the agency', due_on: '2026-12-11' }]);
	});
});
