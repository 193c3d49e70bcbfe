import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { found, invite, join, type Person, type Team } from './people.ts';
import { find, seed } from './seed.ts';

onBothBackends((backend) => {
	let founder: Person;
	let colleague: Person;
	let team: Team;

	beforeEach(async () => {
		founder = await join(backend(), 'Founder');
		colleague = await join(backend(), 'Colleague');
		team = await found(founder, '  Northwind Robotics ', ' Leadership team ');
		await invite(founder, team, colleague, 'member');
	});

	const seat = (person: Person, of = team) =>
		find(backend().database, 'team_members', { team_id: of.id, person_id: person.id });
	const place = (person: Person) =>
		find(backend().database, 'workspace_members', {
			workspace_id: team.workspace,
			person_id: person.id
		});
	const seats = (person: Person) => person.client.from('team_members');
	const places = (person: Person) => person.client.from('workspace_members');

	describe('a new workspace', () => {
		test('has its first team, and its founder as admin of both', async () => {
			expect(await seat(founder)).toMatchObject({ role: 'admin', left_at: null });
			expect(await place(founder)).toMatchObject({ role: 'admin' });
			expect(await find(backend().database, 'teams', { id: team.id })).toMatchObject({
				name: 'Leadership team'
			});
		});

		test.each([
			['without a name', { workspace_name: '  ', team_name: 'Team' }],
			['without a team name', { workspace_name: 'Workspace', team_name: '' }],
			['with a name of 121 letters', { workspace_name: 'n'.repeat(121), team_name: 'Team' }]
		])('%s is refused whole', async (_, names) => {
			const count = () => backend().database.query('select id from public.workspaces');
			const before = await count();
			expect((await founder.client.rpc('create_workspace', names)).error).not.toBeNull();
			expect(await count()).toHaveLength(before.length);
		});

		test('cannot be made without a session', async () => {
			const names = { workspace_name: 'Workspace', team_name: 'Team' };
			expect((await backend().visitor().rpc('create_workspace', names)).error).not.toBeNull();
		});

		test('seats the admin who adds another team in it', async () => {
			const id = randomUUID();
			await founder.client
				.from('teams')
				.insert({ id, workspace_id: team.workspace, name: 'Warehouse' })
				.throwOnError();
			expect(await seat(founder, { ...team, id })).toMatchObject({ role: 'admin' });
		});
	});

	describe('the last admin', () => {
		test.each([{ role: 'member' }, { role: 'observer' }, { left_at: new Date().toISOString() }])(
			'of a team cannot become %o',
			async (change) => {
				const { error } = await seats(founder).update(change).match({ person_id: founder.id });
				expect(error?.message).toContain('A team needs at least one admin');
				expect(await seat(founder)).toMatchObject({ role: 'admin', left_at: null });
			}
		);

		test('of a workspace can neither step down nor leave', async () => {
			const mine = { person_id: founder.id };
			const down = await places(founder).update({ role: 'member' }).match(mine);
			expect(down.error?.message).toContain('A workspace needs at least one admin');
			expect((await places(founder).delete().match(mine)).error).not.toBeNull();
			expect(await place(founder)).toMatchObject({ role: 'admin' });
		});

		test('of a team may go once there is another', async () => {
			const other = { person_id: colleague.id };
			await seats(founder).update({ role: 'admin' }).match(other).throwOnError();
			await seats(founder).update({ role: 'member' }).match({ person_id: founder.id });
			expect(await seat(founder)).toMatchObject({ role: 'member' });
		});

		test('stays when two admins step down at the same moment', async () => {
			await seats(founder)
				.update({ role: 'admin' })
				.match({ person_id: colleague.id })
				.throwOnError();
			await places(founder)
				.update({ role: 'admin' })
				.match({ person_id: colleague.id })
				.throwOnError();
			for (const [table, scope] of [
				['team_members', `team_id = '${team.id}'`],
				['workspace_members', `workspace_id = '${team.workspace}'`]
			]) {
				const { database } = backend();
				const down = `update public.${table} set role = 'member' where ${scope} and person_id = $1`;
				let second: Promise<unknown> = Promise.resolve();
				await database.transaction(async (queries) => {
					await queries.query(down, [founder.id]);
					second = database.query(down, [colleague.id]).catch(() => undefined);
					// Long enough for the second to be decided before the first is done.
					await setTimeout(200);
				});
				await second;
			}
			const admins = [await seat(founder), await seat(colleague)];
			expect(admins).toContainEqual(expect.objectContaining({ role: 'admin' }));
			const owners = [await place(founder), await place(colleague)];
			expect(owners).toContainEqual(expect.objectContaining({ role: 'admin' }));
		});
	});

	describe('leaving', () => {
		test('the workspace leaves its teams, and keeps the name on what was done', async () => {
			await places(colleague).delete().match({ person_id: colleague.id }).throwOnError();
			expect(await seat(colleague)).toMatchObject({ left_at: expect.any(String) });
			for (const table of ['workspaces', 'teams', 'team_members'])
				expect((await colleague.client.from(table).select()).data).toEqual([]);
			const names = await founder.client.from('people').select('name').eq('id', colleague.id);
			expect(names.data).toEqual([{ name: 'Colleague' }]);
		});

		test('the workspace touches no team of another workspace', async () => {
			const elsewhere = await found(colleague, 'Contoso', 'Board');
			await places(colleague)
				.delete()
				.match({ person_id: colleague.id, workspace_id: team.workspace });
			expect(await seat(colleague, elsewhere)).toMatchObject({ left_at: null });
		});

		test('nobody can make another person leave but an admin', async () => {
			await places(colleague).delete().match({ person_id: founder.id });
			expect(await place(founder)).toBeDefined();
			await places(founder).delete().match({ person_id: colleague.id }).throwOnError();
			expect(await place(colleague)).toBeUndefined();
		});
	});

	describe('erasing', () => {
		test('an admin can delete the workspace with everything in it', async () => {
			const { database } = backend();
			const seeds = await seed(database, team, colleague.id);
			await founder.client.from('workspaces').delete().eq('id', team.workspace).throwOnError();
			// What is a person's own and of no team goes when the person does.
			const personal = ['people', 'notice_choices', 'quiet_hours'];
			for (const [name, key] of Object.entries(seeds))
				if (!personal.includes(name))
					expect(await find(database, name.split(' ')[0] ?? '', key), name).toBeUndefined();
		});

		test('an admin can delete a team with everything in it', async () => {
			const { database } = backend();
			const seeds = await seed(database, team, colleague.id);
			await founder.client.from('teams').delete().eq('id', team.id).throwOnError();
			expect(await find(database, 'meetings', seeds.meetings ?? {})).toBeUndefined();
			expect(await find(database, 'workspaces', { id: team.workspace })).toBeDefined();
		});

		test('a person takes their name off what stays, also the only admin', async () => {
			const { database } = backend();
			const seeds = await seed(database, team, founder.id);
			await database.query('delete from auth.users where id::text = $1', [founder.id]);
			for (const [name, key] of [
				['people', 'id'],
				['notice_choices', 'person_id'],
				['quiet_hours', 'person_id']
			] as const)
				expect(await find(database, name, { [key]: founder.id }), name).toBeUndefined();
			expect(await seat(founder)).toBeUndefined();
			expect(await find(database, 'action_items', seeds.action_items ?? {})).toMatchObject({
				owner_id: null
			});
		});
	});
});
