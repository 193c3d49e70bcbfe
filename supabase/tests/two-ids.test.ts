import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { expectations, tableOf } from './expectations.ts';
import { people as gather, type People } from './people.ts';
import { find, seed, type Row, type Seeds } from './seed.ts';

const tables = [...new Set(Object.keys(expectations).map(tableOf))];

const patience = { timeout: 180_000 };

onBothBackends((backend) => {
	let people: People;
	/** The rows of our team, of the other team of the workspace, and of the other workspace. */
	let ours: Seeds;
	let foreign: { team: string; workspace: string; owner: string; seeds: Seeds }[];

	beforeAll(async () => {
		people = await gather(backend());
		const { database } = backend();
		ours = await seed(database, people.ours, people.member.id);
		foreign = [];
		for (const [{ id, workspace }, owner] of [
			[people.theirs, people.otherTeam.id],
			[people.elsewhere, people.otherWorkspace.id]
		] as const)
			foreign.push({
				team: id,
				workspace,
				owner,
				seeds: await seed(database, { id, workspace }, owner)
			});
	});

	const id = (seeds: Seeds, name: string) => String(seeds[name]?.id);

	/** Everything of the other teams, to see afterwards that nothing of it changed. */
	async function everythingForeign(): Promise<string> {
		const rows = await Promise.all(
			foreign.flatMap(({ seeds }) =>
				Object.entries(seeds).map(([name, key]) => find(backend().database, tableOf(name), key))
			)
		);
		expect(rows).not.toContain(undefined);
		return JSON.stringify(rows);
	}

	async function rows(table: string): Promise<number> {
		const [row] = await backend().database.query<{ count: number }>(
			`select count(*)::int as count from public.${table}`
		);
		return row?.count ?? 0;
	}

	/** Sends it as our owner and as our member, and sees that the table kept its number of rows. */
	async function refused(table: string, row: Row | Row[]): Promise<void> {
		const before = await rows(table);
		for (const person of [people.owner, people.member]) {
			const { error } = await person.client.from(table).insert(row);
			expect(error, `${table} took ${JSON.stringify(row)}`).not.toBeNull();
		}
		expect(await rows(table)).toBe(before);
	}

	describe('one id of mine, one of another team', () => {
		test('a reading of my metric cannot carry their team, nor theirs my team', async () => {
			for (const { team, seeds } of foreign)
				for (const person of [people.owner, people.member]) {
					const mine = { period: '2026-11-30', value: 1, entered_by: person.id };
					await refused('readings', { ...mine, metric_id: id(ours, 'metrics'), team_id: team });
					const theirs = { metric_id: id(seeds, 'metrics'), team_id: people.ours.id };
					await refused('readings', { ...mine, ...theirs });
				}
		});

		test('a series cannot use the format of another team', async () => {
			for (const { seeds } of foreign)
				await refused('series', {
					team_id: people.ours.id,
					format_id: id(seeds, 'formats'),
					name: 'Weekly',
					weekday: 2,
					starts_at: '09:00',
					time_zone: 'Europe/London',
					minutes: 60,
					starts_on: '2026-11-17'
				});
			for (const { seeds } of foreign) {
				const mine = people.owner.client.from('series').update({ format_id: id(seeds, 'formats') });
				expect((await mine.eq('id', id(ours, 'series'))).error).not.toBeNull();
			}
		});

		test('an invitation cannot pair my workspace with their team, nor theirs with my team', async () => {
			for (const { team, workspace } of foreign) {
				const link = () => ({ token_hash: randomUUID(), invited_by: people.owner.id });
				const mine = people.ours;
				await refused('invitations', { ...link(), team_id: team, workspace_id: randomUUID() });
				if (workspace === mine.workspace) continue;
				await refused('invitations', { ...link(), team_id: team, workspace_id: mine.workspace });
				await refused('invitations', { ...link(), team_id: mine.id, workspace_id: workspace });
				await refused('invitations', { ...link(), team_id: team, workspace_id: workspace });
			}
		});

		test('nobody is invited in the name of another person', async () => {
			await refused('invitations', {
				team_id: people.ours.id,
				workspace_id: people.ours.workspace,
				token_hash: randomUUID(),
				invited_by: people.observer.id
			});
		});

		test('a seat, a link, a step or a feed of mine cannot hang on a row of another team', async () => {
			for (const { team, seeds } of foreign) {
				const mine = { team_id: people.ours.id };
				const [seat, foreignSeat] = [id(ours, 'seats'), id(seeds, 'seats')];
				await refused('seats', { ...mine, title: 'Below them', reports_to: foreignSeat });
				await refused('seat_holders', { ...mine, seat_id: foreignSeat, name: 'Somebody' });
				await refused('seat_holders', { team_id: team, seat_id: seat, name: 'Somebody' });
				await refused('seat_links', { ...mine, seat_id: seat, metric_id: id(seeds, 'metrics') });
				await refused('seat_links', {
					...mine,
					seat_id: seat,
					priority_id: id(seeds, 'priorities')
				});
				await refused('contributions', {
					...mine,
					outcome_id: id(seeds, 'outcome_targets'),
					department: 'hr',
					what: 'Ours'
				});
				await refused('process_steps', {
					...mine,
					process_id: id(seeds, 'processes'),
					position: 1,
					name: 'Ours'
				});
				await refused('system_feeds', {
					...mine,
					system_id: id(ours, 'systems (bare)'),
					metric_id: id(seeds, 'metrics')
				});
				await refused('retests', {
					...mine,
					round_id: id(seeds, 'blind_rounds'),
					breakdown: 'plans',
					due_on: '2027-01-18'
				});
			}
		});

		test('a person of another workspace cannot be put into my team', async () => {
			for (const workspace_id of [people.ours.workspace, people.elsewhere.workspace])
				await refused('team_members', {
					team_id: people.ours.id,
					workspace_id,
					person_id: people.otherWorkspace.id,
					role: 'member'
				});
		});

		test('I cannot put myself into a team of another workspace', async () => {
			for (const workspace_id of [people.ours.workspace, people.elsewhere.workspace])
				for (const me of [people.owner.id, people.member.id])
					await refused('team_members', {
						team_id: people.elsewhere.id,
						workspace_id,
						person_id: me,
						role: 'admin'
					});
		});

		test('who left the workspace is not put back by undoing the end of their seat', async () => {
			const { database } = backend();
			const key = { team_id: people.ours.id, person_id: people.formerMember.id };
			await database.query(
				'delete from public.workspace_members where workspace_id = $1 and person_id = $2',
				[people.ours.workspace, people.formerMember.id]
			);
			const seats = people.owner.client.from('team_members');
			expect((await seats.update({ left_at: null }).match(key)).error).not.toBeNull();
			expect(await find(database, 'team_members', key)).not.toMatchObject({ left_at: null });
			await database.query('insert into public.workspace_members values ($1, $2)', [
				people.ours.workspace,
				people.formerMember.id
			]);
		});

		test('a rating goes to a meeting of my team only', async () => {
			const before = await rows('meeting_ratings');
			for (const { seeds } of foreign) {
				const meeting = id(seeds, 'meetings (live)');
				const rate = { meeting, rating: 1, improvement: 'Leaked' };
				for (const person of [people.owner, people.member])
					expect((await person.client.rpc('rate_meeting', rate)).error).not.toBeNull();
			}
			expect(await rows('meeting_ratings')).toBe(before);
		});
	});

	describe('arrays of own and foreign rows', () => {
		test('one foreign row refuses the whole array', async () => {
			for (const table of ['metrics', 'priorities', 'objectives'])
				for (const { team } of foreign) {
					const name: Row = table === 'metrics' ? { name: 'New' } : { title: 'New' };
					await refused(table, [
						{ ...name, team_id: people.ours.id },
						{ ...name, team_id: team }
					]);
				}
		});

		test('an upsert cannot take over a row of another team', async () => {
			const before = await everythingForeign();
			for (const { team, seeds } of foreign)
				for (const team_id of [team, people.ours.id])
					for (const person of [people.owner, people.member]) {
						const metric = { id: id(seeds, 'metrics'), team_id, name: 'Taken' };
						expect((await person.client.from('metrics').upsert(metric)).error).not.toBeNull();
						const reading = { ...seeds.readings, team_id, value: 0, entered_by: person.id };
						const upsert = person.client.from('readings').upsert(reading);
						expect((await upsert).error).not.toBeNull();
					}
			expect(await everythingForeign()).toBe(before);
		});
	});

	describe('moving rows', () => {
		// Every table is asked for every row of two others, by two people.
		test('no row of mine moves to another team, and none of theirs to mine', patience, async () => {
			const before = await everythingForeign();
			for (const [name, key] of Object.entries(ours)) {
				const table = tableOf(name);
				const none = [
					...['people', 'notice_choices', 'quiet_hours'],
					...['workspaces', 'workspace_members', 'teams', 'workspace_exports']
				];
				if (none.includes(table)) continue;
				for (const { team, seeds } of foreign)
					for (const person of [people.owner, people.member]) {
						const mine = person.client.from(table).update({ team_id: team });
						await mine.match(key);
						const theirs = person.client.from(table).update({ team_id: people.ours.id });
						await theirs.match(seeds[name] ?? {});
					}
				expect(await find(backend().database, table, key)).toMatchObject({
					team_id: people.ours.id
				});
			}
			expect(await everythingForeign()).toBe(before);
		});

		test('a team does not move to another workspace', async () => {
			for (const workspace_id of [people.elsewhere.workspace])
				await people.owner.client.from('teams').update({ workspace_id }).eq('id', people.ours.id);
			expect(await find(backend().database, 'teams', { id: people.ours.id })).toMatchObject({
				workspace_id: people.ours.workspace
			});
		});
	});

	describe('filters and embeds', () => {
		/** Rows of a table that belong to a team where this person has no seat. */
		const leaked = (data: Row[] | null) =>
			(data ?? []).filter(({ team_id }) => foreign.some(({ team }) => team === team_id));

		test('asking for everything gives nothing of another team', async () => {
			for (const kind of ['member', 'observer', 'formerMember', 'anonymous'] as const)
				for (const table of tables) {
					const { data } = await people[kind].client.from(table).select('*');
					expect(leaked(data), `${kind} ${table}`).toEqual([]);
				}
		});

		test('“or” does not widen what I may read', async () => {
			for (const table of tables) {
				if (['people', 'workspaces', 'workspace_members', 'teams'].includes(table)) continue;
				for (const { team } of foreign) {
					const columns = table === 'invitations' ? 'id, team_id' : '*';
					const asked = people.member.client.from(table).select(columns);
					const { data } = await asked.or(
						`team_id.eq.${people.ours.id},team_id.eq.${team},team_id.not.is.null`
					);
					expect(leaked(data as Row[] | null), table).toEqual([]);
				}
			}
		});

		test('“or” does not widen what I may change or delete', async () => {
			const before = await everythingForeign();
			const change = people.owner.client.from('metrics').update({ name: 'Ours' });
			await change.or(`team_id.eq.${people.ours.id},team_id.not.is.null`);
			const mine = await find(backend().database, 'metrics', ours.metrics ?? {});
			expect(mine).toMatchObject({ name: 'Ours' });
			const leave = people.member.client.from('workspace_members').delete();
			await leave.or(`person_id.eq.${people.observer.id},person_id.eq.${people.otherWorkspace.id}`);
			expect(await everythingForeign()).toBe(before);
			const observer = { person_id: people.observer.id, workspace_id: people.ours.workspace };
			expect(await find(backend().database, 'workspace_members', observer)).toBeDefined();
		});

		test('an embed through a shared parent stops at my team', async () => {
			const { data: workspace } = await people.member.client
				.from('workspaces')
				.select('id, teams(id, metrics(*), meetings(*, action_items(*)), team_members(*))')
				.eq('id', people.ours.workspace)
				.single()
				.throwOnError();
			const text = JSON.stringify(workspace);
			expect(text).toContain(people.ours.id);
			for (const { team } of foreign) expect(text).not.toContain(team);
		});

		test('an embed through a person we both know stops at my team', async () => {
			const { database } = backend();
			// Somebody who sits in our team owns a metric there and one in the other team.
			for (const team of [people.ours.id, people.theirs.id])
				await database.query(
					'insert into public.metrics (team_id, name, owner_id) values ($1, $2, $3)',
					[team, `Metric of ${team}`, people.otherTeam.id]
				);
			const { data } = await people.member.client
				.from('people')
				.select('id, metrics!metrics_owner_id_fkey(name, team_id)')
				.eq('id', people.otherTeam.id)
				.throwOnError();
			const text = JSON.stringify(data);
			expect(text).toContain(people.ours.id);
			expect(text).not.toContain(people.theirs.id);
		});

		test('filtering and ordering by an embed tells nothing about hidden rows', async () => {
			const rated = (rating: number) =>
				people.member.client
					.from('people')
					.select('id, meeting_ratings!inner(rating)')
					.eq('meeting_ratings.rating', rating)
					.throwOnError();
			expect((await rated(8)).data).toHaveLength(1);
			expect((await rated(3)).data).toEqual([]);
		});

		test('counting tells nothing about rows of another team', async () => {
			for (const { team } of foreign) {
				const asked = people.member.client
					.from('metrics')
					.select('*', { count: 'exact', head: true });
				expect((await asked.eq('team_id', team)).count).toBe(0);
			}
		});
	});
});
