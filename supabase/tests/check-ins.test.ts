import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { find, insert } from './seed.ts';

const day = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const now = Date.now();
const monday = iso(now - ((new Date(now).getUTCDay() + 6) % 7) * day);

onBothBackends((backend) => {
	let people: People;
	const [cycle, objective, keyResult, other, elsewhere] = Array.from({ length: 5 }, () =>
		randomUUID()
	) as [string, string, string, string, string];
	const add = (table: string, row: Parameters<typeof insert>[2], team = people.ours.id) =>
		insert(backend().database, table, { team_id: team, ...row });

	beforeAll(async () => {
		people = await gather(backend());
		const dates = { starts_on: iso(now - 40 * day), ends_on: iso(now + 50 * day) };
		await add('cycles', { id: cycle, name: 'Now', ...dates });
		await add('objectives', { id: objective, title: 'Make uptime boring', cycle_id: cycle });
		const key = { objective_id: objective, baseline: 0, target: 10 };
		await add('key_results', { id: keyResult, title: 'Sites on firmware 4', ...key });
		await add('key_results', { id: other, title: 'Weeks at 99%', ...key });
		const theirs = randomUUID();
		await add('objectives', { id: theirs, title: 'Theirs' }, people.theirs.id);
		await add(
			'key_results',
			{ id: elsewhere, title: 'Theirs', ...key, objective_id: theirs },
			people.theirs.id
		);
	});

	const answer = (kind: Kind, answers: object, week = monday) =>
		people[kind].client.rpc('answer_check_in', {
			of_cycle: cycle,
			of_week: week,
			answers: JSON.stringify(answers)
		});
	const seen = async (kind: Kind) => {
		const { data } = await people[kind].client.from('confidences').select('confidence, person_id');
		return (data ?? []) as { confidence: number; person_id: string }[];
	};
	const round = async () =>
		(await find(backend().database, 'check_in_rounds', { cycle_id: cycle, week: monday })) as
			{ id: string; revealed_at: string | null } | undefined;
	const reveal = async (kind: Kind) =>
		people[kind].client.rpc('reveal_check_in', { round: (await round())?.id });

	describe('before the reveal', () => {
		test('the first answer begins the round, and people may think again', async () => {
			expect((await answer('member', { [keyResult]: 4, [other]: 8 })).data).toBe(true);
			expect((await answer('member', { [keyResult]: 6, [other]: null })).data).toBe(true);
			expect((await answer('owner', { [keyResult]: 2 })).data).toBe(true);
			expect(await seen('member')).toEqual([{ confidence: 6, person_id: people.member.id }]);
		});

		test('nobody reads what another gave, admins included, but all see who has answered', async () => {
			expect(await seen('owner')).toEqual([{ confidence: 2, person_id: people.owner.id }]);
			expect(await seen('observer')).toEqual([]);
			const { data } = await people.owner.client
				.from('check_in_rounds')
				.select('id, confidences(confidence, person_id)');
			expect((data ?? []).flatMap((row) => row.confidences)).toHaveLength(1);
			for (const kind of ['owner', 'observer'] as const) {
				const { data: who } = await people[kind].client.rpc('who_checked_in', {
					round: (await round())?.id
				});
				expect(
					((who ?? []) as { person: string }[]).map(({ person }) => person).toSorted()
				).toEqual([people.member.id, people.owner.id].toSorted());
			}
			const { data: strange } = await people.otherTeam.client.rpc('who_checked_in', {
				round: (await round())?.id
			});
			expect(strange ?? []).toEqual([]);
		});

		test.each([11, -1, 'high'])('%o is no confidence', async (wrong) => {
			expect((await answer('owner', { [keyResult]: wrong })).error).not.toBeNull();
			expect(await seen('owner')).toMatchObject([{ confidence: 2 }]);
		});

		test('key results of other teams and cycles are passed over', async () => {
			expect((await answer('owner', { [elsewhere]: 1, [randomUUID()]: 3 })).data).toBe(true);
			expect(await seen('owner')).toHaveLength(1);
		});

		test.each(['observer', 'otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)(
			'%s neither answers nor reveals',
			async (kind) => {
				expect((await answer(kind, { [keyResult]: 5 })).error).not.toBeNull();
				expect((await reveal(kind)).error).not.toBeNull();
				expect((await round())?.revealed_at).toBeNull();
			}
		);

		test('a week long past or to come is not answered', async () => {
			for (const days of [-21, 14])
				expect(
					(await answer('owner', { [keyResult]: 5 }, iso(Date.parse(monday) + days * day))).error
				).not.toBeNull();
		});
	});

	describe('after the reveal', () => {
		test('all is revealed at once, without those who never answered, and once only', async () => {
			const both = await Promise.all([reveal('member'), reveal('owner')]);
			expect(both.map(({ data }) => data === true).toSorted()).toEqual([false, true]);
			for (const kind of ['owner', 'member', 'observer'] as const)
				expect((await seen(kind)).map(({ confidence }) => confidence).toSorted()).toEqual([2, 6]);
			expect(await seen('otherTeam')).toEqual([]);
		});

		test('a late answer is refused and changes nothing', async () => {
			expect((await answer('member', { [keyResult]: 10 })).data).toBe(false);
			expect((await seen('member')).map(({ confidence }) => confidence).toSorted()).toEqual([2, 6]);
		});

		test('an answer beside the reveal is either in it or refused, never slipped in after', async () => {
			await backend().database.query(
				'update public.check_in_rounds set revealed_at = null where cycle_id = $1::uuid',
				[cycle]
			);
			const [told, shown] = await Promise.all([
				answer('member', { [keyResult]: 9 }),
				reveal('owner')
			]);
			expect(shown.data).toBe(true);
			const mine = (await seen('owner')).find(({ person_id: id }) => id === people.member.id);
			expect(mine?.confidence).toBe(told.data ? 9 : 6);
		});
	});

	test('a round that was left open is closed by the next, and stays unread', async () => {
		const before = randomUUID();
		const week = iso(Date.parse(monday) - 7 * day);
		await add('check_in_rounds', { id: before, cycle_id: cycle, week });
		const given = { key_result_id: keyResult, person_id: people.member.id, confidence: 1 };
		await add('confidences', { round_id: before, ...given });
		const late = await answer('owner', { [keyResult]: 1 }, week);
		expect(late.data ?? false).toBe(false);
		const { data } = await people.owner.client.rpc('reveal_check_in', { round: before });
		expect(data).toBe(false);
		const { data: read } = await people.owner.client
			.from('confidences')
			.select()
			.eq('round_id', before);
		expect(read).toEqual([]);
	});

	describe('what is in the way', () => {
		const raise = (kind: Kind, more: object = {}) =>
			people[kind].client.rpc('raise_blocker', {
				key_result: keyResult,
				kind: 'resource',
				next_action: 'Ask two suppliers',
				owner: people.member.id,
				due: iso(now + 7 * day),
				...more
			});
		const actions = async () => {
			const { data } = await people.observer.client
				.from('action_items')
				.select('title, owner_id, meeting_id');
			return (data ?? []) as { title: string; owner_id: string; meeting_id: string | null }[];
		};
		const blockers = async () => {
			const { data } = await people.observer.client
				.from('blockers')
				.select('id, kind, cleared_at')
				.is('cleared_at', null);
			return data ?? [];
		};

		test('comes with a real action; said again, both change and nothing is doubled', async () => {
			expect((await raise('owner')).data).toBe(true);
			const again = { kind: 'clarity', next_action: 'Agree on a number' };
			expect((await raise('member', again)).data).toBe(true);
			expect(await actions()).toEqual([
				{ title: 'Agree on a number', owner_id: people.member.id, meeting_id: null }
			]);
			expect(await blockers()).toMatchObject([{ kind: 'clarity' }]);
		});

		test('two at once leave one', async () => {
			await Promise.all([raise('owner'), raise('member')]);
			expect(await actions()).toHaveLength(1);
			expect(await blockers()).toHaveLength(1);
		});

		test('an action that is done stays as it was, and another follows', async () => {
			await people.member.client
				.from('action_items')
				.update({ done_at: new Date().toISOString() })
				.is('meeting_id', null);
			await raise('owner', { next_action: 'Sign with one of them' });
			expect((await actions()).map(({ title }) => title).toSorted()).toEqual([
				'Ask two suppliers',
				'Sign with one of them'
			]);
		});

		test('is refused for a key result or an owner of elsewhere', async () => {
			expect((await raise('member', { owner: people.otherTeam.id })).data).toBe(false);
			expect((await raise('member', { owner: people.observer.id })).data).toBe(false);
			expect((await raise('member', { key_result: elsewhere })).data).toBe(false);
			expect((await raise('observer')).data).toBe(false);
			expect((await raise('otherTeam')).data).toBe(false);
			expect(await actions()).toHaveLength(2);
		});

		test('cleared, it makes room for the next', async () => {
			const [one] = await blockers();
			const cleared = { cleared_at: new Date().toISOString(), cleared_by: people.owner.id };
			await people.owner.client.from('blockers').update(cleared).eq('id', one?.id);
			expect(await blockers()).toEqual([]);
			expect((await raise('owner', { kind: 'external' })).data).toBe(true);
			expect(await blockers()).toMatchObject([{ kind: 'external' }]);
		});
	});
});
