import { beforeAll, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { seed } from './seed.ts';

onBothBackends((backend) => {
	let people: People;

	const run = <Row extends Record<string, unknown>>(sql: string, ...values: string[]) =>
		backend().database.query<Row>(sql, values);
	const log = async (kind: Kind): Promise<unknown[]> => {
		const { data } = await people[kind].client.rpc('read_weekly_mails', {
			of_team: people.ours.id
		});
		return Array.isArray(data) ? (data as unknown[]) : [];
	};
	const retry = async (kind: Kind, mail: string) =>
		(await people[kind].client.rpc('retry_weekly_mail', { mail })).data === true;
	const leave = async (state: string, week: string) => {
		const [row] = await run<{ id: string }>(
			`insert into private.weekly_mails (team_id, person_id, week, due_at, state, tries, problem, code)
			values ($1::uuid, $2::uuid, $3::text::date, '2026-11-23T08:00:00Z', $4, 6, 'address', '550') returning id`,
			people.ours.id,
			people.member.id,
			week,
			state
		);
		return row?.id ?? '';
	};

	beforeAll(async () => {
		people = await gather(backend());
	});

	test('the team sees who got which mail and what became of it, and no address', async () => {
		await leave('sent', '2026-11-23');
		for (const kind of ['owner', 'member', 'observer'] as const) {
			const rows = await log(kind);
			expect(rows).toHaveLength(1);
			expect(rows[0]).toMatchObject({ person: people.member.id, state: 'sent', code: '550' });
			expect(JSON.stringify(rows)).not.toContain('@');
		}
		for (const kind of ['otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)
			expect(await log(kind)).toEqual([]);
	});

	test('an admin has a mail that was given up tried again, and never one that may have gone out', async () => {
		const refused = await leave('refused', '2026-11-16');
		const unsure = await leave('unsure', '2026-11-09');
		for (const kind of ['member', 'observer', 'otherTeam', 'otherWorkspace', 'anonymous'] as const)
			expect(await retry(kind, refused)).toBe(false);
		expect(await retry('owner', unsure)).toBe(false);
		expect(await retry('owner', refused)).toBe(true);
		expect(await retry('owner', refused)).toBe(false);
		const states = await run('select state, tries from private.weekly_mails order by week');
		expect(states).toEqual([
			{ state: 'unsure', tries: 6 },
			{ state: 'waiting', tries: 0 },
			{ state: 'sent', tries: 6 }
		]);
	});

	test('the week of a team is read by its own people alone', async () => {
		const read = async (kind: Kind): Promise<unknown> =>
			(
				await people[kind].client.rpc('read_week', {
					of_team: people.ours.id,
					today: '2026-11-23'
				})
			).data;
		for (const kind of ['owner', 'member', 'observer'] as const)
			expect(await read(kind)).toMatchObject({ team: { id: people.ours.id } });
		for (const kind of ['otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)
			expect((await read(kind)) ?? null).toBeNull();
	});

	test('what people removed from a priority is in no mail', async () => {
		await seed(backend().database, people.ours, people.member.id);
		const week = async () =>
			(
				await people.member.client.rpc('read_week', {
					of_team: people.ours.id,
					today: '2026-11-23'
				})
			).data as { priorities: { milestones: unknown[] }[]; risks: unknown[] };
		const remove = async (at: string) => {
			for (const table of ['milestones', 'priority_risks'])
				await run(`update public.${table} set removed_at = nullif($1::text, '')::timestamptz`, at);
		};
		const before = await week();
		await remove('2026-11-20T09:00:00Z');
		const after = await week();
		await remove('');
		expect(before.priorities.flatMap(({ milestones }) => milestones)).not.toEqual([]);
		expect(before.risks).not.toEqual([]);
		expect(after.priorities.flatMap(({ milestones }) => milestones)).toEqual([]);
		expect(after.risks).toEqual([]);
	});

	test('somebody is away from one day to another, and not before they have gone', async () => {
		const away = async (away_from: string | null, away_until: string | null) =>
			(
				await people.member.client
					.from('people')
					.update({ away_from, away_until })
					.eq('id', people.member.id)
			).error === null;
		expect(await away('2026-12-24', '2026-12-23')).toBe(false);
		expect(await away('2026-12-24', null)).toBe(false);
		expect(await away('2026-12-24', '2026-12-24')).toBe(true);
		expect(await away(null, null)).toBe(true);
	});
});
