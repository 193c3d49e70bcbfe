import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { comeAfterAll, findAbsent, leaveBefore } from '../../src/lib/server/rows/absences.ts';
import type { Db } from '../../src/lib/server/rows/db.ts';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';

onBothBackends((backend) => {
	let people: People | undefined;
	let meeting: string;
	const who = (kind: Kind) => {
		if (!people) throw new Error('Nobody is here yet');
		return people[kind];
	};
	const db = (kind: Kind) => who(kind).client as Db;
	const leave = (kind: Kind, body: string, votes: string[] = []) =>
		leaveBefore(
			db(kind),
			{ meeting, team: people?.ours.id ?? '', person: who(kind).id },
			{ inputs: [{ place: 'step', body }], votes }
		);
	const begin = () =>
		backend().database.query(`update public.meetings set state = 'live' where id = $1::uuid`, [
			meeting
		]);
	const seen = (kind: Kind) => findAbsent(db(kind), meeting);

	beforeEach(async () => {
		people ??= await gather(backend());
		meeting = randomUUID();
		const [format, series, team_id] = [randomUUID(), randomUUID(), people.ours.id];
		const { database } = backend();
		await database.query(
			`insert into public.formats (id, team_id, name, steps) values ($1::uuid, $2::uuid, 'Ours', '[]')`,
			[format, team_id]
		);
		await database.query(
			`insert into public.series (id, team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
			values ($1::uuid, $2::uuid, $3::uuid, 'Weekly', 2, '09:00', 'Europe/London', 90, '2026-11-16')`,
			[series, team_id, format]
		);
		await database.query(
			`insert into public.meetings (id, team_id, series_id, number, occurs_on, starts_at, minutes, name, steps)
			values ($1::uuid, $2::uuid, $3::uuid, 1, '2026-11-24', '2026-11-24T09:00:00Z', 90, 'Weekly', '[]')`,
			[meeting, team_id, series]
		);
	});

	test('before the meeting nobody reads what somebody leaves, and the team sees who is away', async () => {
		expect(await leave('member', 'Ask the bank first', ['a', 'b'])).toBe(true);
		expect(await seen('member')).toMatchObject({
			away: [who('member').id],
			inputs: [{ place: 'step', body: 'Ask the bank first' }],
			ballots: null
		});
		expect(await seen('owner')).toMatchObject({
			away: [who('member').id],
			inputs: [],
			votes: [],
			ballots: null
		});
		for (const kind of ['observer', 'otherTeam', 'formerMember'] as const)
			expect(await seen(kind)).toEqual({ away: [], inputs: [], votes: [], ballots: null });
	});

	test('once it begins the words are read and the votes counted, without a name', async () => {
		await leave('member', 'Ask the bank first', ['a', 'b']);
		await leave('owner', 'Wait for May', ['a']);
		await begin();
		const { inputs, ballots, votes } = await seen('owner');
		expect(inputs.map(({ body }) => body).sort()).toEqual(['Ask the bank first', 'Wait for May']);
		expect(ballots?.map(({ items }) => items.join()).sort()).toEqual(['a', 'a,b']);
		expect(votes).toEqual(['a']);
		expect(JSON.stringify(ballots)).not.toContain(who('member').id);
		const watching = await seen('observer');
		expect(watching).toMatchObject({ inputs: [], votes: [], ballots: null });
		const columns = await db('owner').from('absences').select('ballot').eq('meeting_id', meeting);
		expect(columns.error).not.toBeNull();
	});

	test('what is changed before the beginning counts as it stands then, and nothing afterwards', async () => {
		await leave('member', 'First thought', ['a']);
		expect(await leave('member', 'Second thought', ['b'])).toBe(true);
		expect(await leave('member', '  ', ['b'])).toBe(true);
		expect((await seen('member')).inputs).toEqual([]);
		await begin();
		expect(await leave('member', 'Too late', ['a'])).toBe(false);
		expect(await leave('owner', 'Too late')).toBe(false);
		expect((await seen('owner')).ballots?.map(({ items }) => items)).toEqual([['b']]);
	});

	test('whoever comes after all is not counted twice, and their words stay', async () => {
		await leave('member', 'Ask the bank first', ['a']);
		await begin();
		await comeAfterAll(db('owner'), meeting, who('member').id);
		expect((await seen('owner')).ballots).toHaveLength(1);
		await comeAfterAll(db('member'), meeting, who('member').id);
		expect(await seen('owner')).toMatchObject({
			away: [],
			ballots: [],
			inputs: [{ body: 'Ask the bank first' }]
		});
	});

	test('observers and other teams leave nothing', async () => {
		for (const kind of ['observer', 'otherTeam', 'formerMember'] as const)
			expect(await leave(kind, 'Me too', ['a']), kind).toBe(false);
	});
});
