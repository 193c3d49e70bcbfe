import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { find } from './seed.ts';

onBothBackends((backend) => {
	let people: People;
	let round: string;

	beforeAll(async () => {
		people = await gather(backend());
	});
	beforeEach(async () => {
		await backend().database.query('delete from public.recall_rounds where team_id = $1::uuid', [
			people.ours.id
		]);
		const { data } = await start('member');
		round = String(data);
	});

	const start = (kind: Kind) => people[kind].client.rpc('start_recall', { team: people.ours.id });
	const answer = (kind: Kind, what: string, priorities: string[] = []) =>
		people[kind].client.rpc('answer_recall', {
			round,
			priorities,
			what,
			why: '',
			how: '',
			how_much: ''
		});
	const reveal = (kind: Kind) => people[kind].client.rpc('reveal_recall', { round });
	const answered = async (kind: Kind): Promise<unknown> =>
		(await people[kind].client.rpc('recall_answered', { round })).data ?? [];
	const seen = async (kind: Kind) => {
		const asked = people[kind].client.from('recall_answers').select('what').eq('round_id', round);
		return ((await asked).data ?? []).map(({ what }): unknown => what);
	};
	const runOut = (seconds: number) =>
		backend().database.query(
			`update public.recall_rounds set closes_at = clock_timestamp() - make_interval(secs => $2::int)
			where id = $1::uuid`,
			[round, seconds]
		);

	test('two people who start a round at once start the same one', async () => {
		expect((await start('owner')).data).toBe(round);
	});

	test('who is asked cannot read the message until the time is up; an observer can', async () => {
		const { database } = backend();
		await database.query(
			`insert into public.leadership_messages (team_id, what) values ($1::uuid, 'Robots for all')`,
			[people.ours.id]
		);
		const read = async (kind: Kind) => {
			const asked = people[kind].client
				.from('leadership_messages')
				.select('what')
				.eq('team_id', people.ours.id);
			return ((await asked).data ?? []).some(({ what }) => what === 'Robots for all');
		};
		await answer('member', 'From memory');
		for (const kind of ['owner', 'member', 'otherTeam'] as const)
			expect(await read(kind)).toBe(false);
		expect(await read('observer')).toBe(true);
		await runOut(0);
		for (const kind of ['owner', 'member', 'observer'] as const)
			expect(await read(kind)).toBe(true);
		expect(await read('otherTeam')).toBe(false);
	});

	test.each(['observer', 'otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)(
		'%s neither starts, answers nor reveals a round',
		async (kind) => {
			expect((await start(kind)).error).not.toBeNull();
			expect((await answer(kind, 'Robots')).error).not.toBeNull();
			expect((await reveal(kind)).error).not.toBeNull();
		}
	);

	test('who has answered is known to the team, what only to them until the reveal', async () => {
		expect((await answer('member', 'From memory')).data).toBe(true);
		for (const kind of ['owner', 'observer', 'otherTeam', 'anonymous'] as const)
			expect(await seen(kind)).toEqual([]);
		expect(await seen('member')).toEqual(['From memory']);
		for (const kind of ['owner', 'member', 'observer'] as const)
			expect(await answered(kind)).toEqual([people.member.id]);
		for (const kind of ['otherTeam', 'formerMember', 'anonymous'] as const)
			expect(await answered(kind)).toEqual([]);

		await runOut(0);
		expect((await reveal('owner')).data).toBe(true);
		for (const kind of ['owner', 'member', 'observer'] as const)
			expect(await seen(kind)).toEqual(['From memory']);
		for (const kind of ['otherTeam', 'formerMember', 'anonymous'] as const)
			expect(await seen(kind)).toEqual([]);
	});

	test('a leader who left does not block the round: it is revealed once the time is up', async () => {
		await answer('member', 'Only me');
		expect((await reveal('member')).data).toBe(false);
		expect(await seen('owner')).toEqual([]);
		await runOut(1);
		expect((await reveal('member')).data).toBe(true);
	});

	test('it is revealed as soon as all members have answered', async () => {
		await answer('member', 'Mine');
		await answer('owner', 'Mine too');
		expect((await reveal('owner')).data).toBe(true);
	});

	test('what is sent as the clock runs out still counts, later it does not', async () => {
		await runOut(2);
		expect((await answer('member', 'Just in time')).data).toBe(true);
		await runOut(20);
		expect((await answer('member', 'Too late')).data).toBe(false);
		expect(await seen('member')).toEqual(['Just in time']);
		await reveal('owner');
		await backend().database.query(
			`update public.recall_rounds set closes_at = now() + interval '1 hour' where id = $1::uuid`,
			[round]
		);
		expect((await answer('owner', 'After the reveal')).data).toBe(false);
	});

	test('an answer holds five priorities, and what is too long is cut', async () => {
		await answer('member', 'n'.repeat(5000), ['a', ' ', 'b', 'c', 'd', 'e', 'f']);
		expect(await find(backend().database, 'recall_answers', { round_id: round })).toMatchObject({
			what: 'n'.repeat(1000),
			priorities: ['a', 'b', 'c', 'd']
		});
	});
});
