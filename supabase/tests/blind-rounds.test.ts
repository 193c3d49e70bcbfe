import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { breakdowns, openQuestions } from '../../src/lib/diagnosis/breakdowns.ts';
import { Result, type Sheet } from '../../src/lib/diagnosis/blind-round.ts';
import { itemKey, lanes, pillarKeys, pillars } from '../../src/lib/diagnosis/pillars.ts';
import * as v from 'valibot';
import { onBothBackends } from './backends.ts';
import { dismiss, invite, join, people as gather, type People, type Person } from './people.ts';
import { find } from './seed.ts';

type Rpc = { data: unknown; error: unknown };

onBothBackends((backend) => {
	let people: People;
	let leaders: Person[];
	let round: string;

	beforeAll(async () => {
		people = await gather(backend());
		const more = await Promise.all(
			['Ines', 'Kenji', 'Priya', 'Tomas'].map((n) => join(backend(), n))
		);
		for (const one of more) await invite(people.owner, people.ours, one, 'member');
		leaders = [people.owner, people.member, ...more];
	});

	const call = async (who: Person, name: string, parameters: object): Promise<Rpc> =>
		who.client.rpc(name, parameters);
	const start = async (who: Person, invited: readonly Person[], kind = 'pillars') => {
		const asked = {
			team: people.ours.id,
			of_kind: kind,
			invited: invited.map(({ id }) => id),
			due: null
		};
		return call(who, 'start_blind_round', asked);
	};
	/** A new round; whatever is left of the one before goes. */
	const begin = async (invited: readonly Person[], kind = 'pillars') => {
		await backend().database.query('delete from public.blind_rounds where team_id = $1::uuid', [
			people.ours.id
		]);
		round = String((await start(people.owner, invited, kind)).data);
	};
	const sheet = (value: number, more: Sheet = {}): Sheet => ({
		...Object.fromEntries(
			pillars.flatMap(({ key, items }) => items.map((_, at) => [itemKey(key, at), value]))
		),
		lane: 'service',
		matters: 'people',
		...more
	});
	const answer = async (who: Person, said: object | string, key: string = who.id + who.id) => {
		const answers = typeof said === 'string' ? said : JSON.stringify(said);
		return call(who, 'answer_blind_round', { round, key, answers });
	};
	const answered = async (who: Person) =>
		[(await call(who, 'who_answered_blind', { round })).data ?? []].flat();
	const reveal = (who: Person) => call(who, 'reveal_blind_round', { round });
	const found = async () =>
		(await find(backend().database, 'blind_rounds', { id: round })) as {
			answers: number;
			result: unknown;
		};

	test('what the database asks is what the pages ask', async () => {
		const rows = await backend().database.query<{
			kind: string;
			key: string;
			form: string;
			options: string;
		}>(
			`select kind, key, form, array_to_string(options, ' ') as options from private.blind_questions`
		);
		const keys = (kind: string, form: string) =>
			rows
				.filter((row) => row.kind === kind && row.form === form)
				.map(({ key }) => key)
				.toSorted();
		const items = (parts: readonly { key: string; items: readonly string[] }[]) =>
			parts.flatMap((part) => part.items.map((_, at) => itemKey(part.key, at))).toSorted();
		expect(keys('pillars', 'scale')).toEqual(items(pillars));
		expect(keys('execution gap', 'scale')).toEqual(items(breakdowns));
		expect(keys('execution gap', 'words')).toEqual(
			openQuestions.map(({ key }) => key as string).toSorted()
		);
		const options = (key: string) => rows.find((row) => row.key === key)?.options;
		expect(options('lane')).toBe(lanes.join(' '));
		expect(options('matters')).toBe(pillarKeys.join(' '));
	});

	test('two who start a round at once start the same one, for members only', async () => {
		await begin([...leaders, people.observer, people.formerMember, people.otherWorkspace]);
		expect((await start(people.member, leaders)).data).toBe(round);
		const asked = await backend().database.query<{ person_id: string }>(
			'select person_id::text from public.blind_invitations where round_id = $1::uuid',
			[round]
		);
		expect(asked.map(({ person_id }) => person_id).toSorted()).toEqual(
			leaders.map(({ id }) => id).toSorted()
		);
	});

	test.each(['observer', 'otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)(
		'%s neither starts, answers nor reveals a round, nor learns who has answered',
		async (kind) => {
			await begin(leaders);
			await answer(people.member, sheet(3));
			expect((await start(people[kind], leaders)).error).not.toBeNull();
			expect((await answer(people[kind], sheet(3))).error).not.toBeNull();
			expect((await reveal(people[kind])).error).not.toBeNull();
			if (kind !== 'observer') expect(await answered(people[kind])).toEqual([]);
		}
	);

	test('whoever is not invited does not answer', async () => {
		await begin(leaders.slice(0, 5));
		expect((await answer(leaders[5]!, sheet(3))).error).not.toBeNull();
	});

	test('only a whole sheet is kept: nothing lacks, nothing else is in it, no number beyond 5', async () => {
		await begin(leaders);
		const [who] = leaders as [Person];
		const { lane: _, ...lacks } = sheet(3);
		for (const said of [
			lacks,
			sheet(3, { 'strategy.a': 6 }),
			sheet(3, { 'strategy.a': 2.5 }),
			sheet(3, { 'strategy.a': '3' }),
			sheet(3, { lane: 'luck' }),
			sheet(3, { who: 'me' }),
			[],
			'"pillars"',
			'null',
			'{',
			''
		])
			expect((await answer(who, said)).data, JSON.stringify(said)).toBe('incomplete');
		expect((await answer(who, sheet(3), 'short')).data).toBe('incomplete');
		expect(await answered(who)).toEqual([]);
		expect((await answer(who, sheet(0))).data).toBe('kept');
	});

	test('an answer may be changed with its key, and given once by each', async () => {
		await begin(leaders);
		const [who, other] = leaders as [Person, Person];
		expect((await answer(who, sheet(1))).data).toBe('kept');
		expect((await answer(who, sheet(5))).data).toBe('kept');
		expect((await answer(who, sheet(5), randomUUID())).data).toBe('elsewhere');
		expect((await answer(other, sheet(1), who.id + who.id)).data).toBe('elsewhere');
		expect(await answered(other)).toEqual([who.id]);
	});

	test('nothing that is stored, and nothing anybody can read, says who answered what', async () => {
		await begin(leaders);
		// In another order than that of their ids.
		const given = leaders.toReversed().map((who, at) => ({ who, value: (at % 5) + 1 }));
		for (const { who, value } of given) await answer(who, sheet(value));
		const { database } = backend();
		const [box] = await database.query<{ rows: number; sheets: string }>(
			`select count(*)::int as rows, string_agg(sheets::text, '') as sheets from private.blind_boxes where round_id = $1::uuid`,
			[round]
		);
		// One row for all, in the order of their hashes: neither order nor time is anybody's.
		expect(box?.rows).toBe(1);
		const slots = Object.keys(JSON.parse(box?.sheets ?? '{}') as object);
		expect(slots).toHaveLength(6);
		expect(slots).toEqual(slots.toSorted());
		for (const { id, email } of leaders) {
			expect(box?.sheets).not.toContain(id);
			expect(box?.sheets).not.toContain(email);
		}
		const columns = await database.query<{ name: string }>(
			`select column_name::text as name from information_schema.columns
			where table_schema = 'private' and table_name in ('blind_boxes', 'blind_answered') order by 1`
		);
		expect(columns.map(({ name }) => name)).toEqual(['people', 'round_id', 'round_id', 'sheets']);

		// Nobody reads a result before the reveal, whoever they are.
		for (const who of [...leaders, people.observer]) {
			const rows = await who.client.from('blind_rounds').select('result, answers').eq('id', round);
			expect(rows.data).toEqual([{ result: null, answers: null }]);
			for (const table of ['blind_boxes', 'blind_answered', 'blind_questions']) {
				expect((await who.client.schema('private').from(table).select('*')).data).toBeNull();
				expect((await who.client.from(table).select('*')).data).toBeNull();
			}
			expect(
				(await who.client.from('blind_invitations').select('*').eq('round_id', round)).data
			).toHaveLength(6);
		}

		await reveal(people.owner);
		const shown = v.parse(Result, (await found()).result);
		expect(shown.items['strategy.a']).toEqual([2, 1, 1, 1, 1, 0]);
		expect(shown.parts['market']).toEqual([2, 1, 1, 1, 1]);
		expect(shown.choices).toEqual({
			lane: { cost: 0, innovation: 0, service: 6 },
			matters: { strategy: 0, leadership: 0, metrics: 0, structure: 0, people: 6, market: 0 }
		});
		const text = JSON.stringify(shown);
		for (const { id } of leaders) expect(text).not.toContain(id);
		// The sheets are gone, and who had answered with them.
		expect(
			await database.query(
				`select (select count(*)::int from private.blind_boxes where round_id = $1::uuid) as boxes,
					(select count(*)::int from private.blind_answered where round_id = $1::uuid) as answered`,
				[round]
			)
		).toEqual([{ boxes: 0, answered: 0 }]);
		expect(await answered(people.owner)).toEqual([]);
	});

	test('what is announced says that something changed, and neither who nor what', async () => {
		await begin(leaders);
		const heard: string[] = [];
		const stop = await backend().database.listen('changes', (payload) => heard.push(payload));
		await answer(leaders[2]!, sheet(4));
		await expect.poll(() => heard.length).toBeGreaterThan(0);
		await stop();
		expect([...new Set(heard)].map((one): unknown => JSON.parse(one))).toEqual([
			{ team: people.ours.id, kind: 'blind_rounds' }
		]);
	});

	test.each([0, 1, 3])(
		'%s answers are never broken down, for admins neither, and are forgotten',
		async (count) => {
			await begin(leaders);
			for (const who of leaders.slice(0, count)) await answer(who, sheet(2));
			expect((await reveal(people.owner)).data).toBe(true);
			expect(await found()).toMatchObject({ answers: count, result: null });
			expect(
				await backend().database.query(
					'select 1 from private.blind_boxes where round_id = $1::uuid',
					[round]
				)
			).toEqual([]);
		}
	);

	test('four are', async () => {
		await begin(leaders);
		for (const who of leaders.slice(0, 4)) await answer(who, sheet(2));
		await reveal(people.owner);
		expect(v.parse(Result, (await found()).result).items['people.e']).toEqual([0, 4, 0, 0, 0, 0]);
	});

	test('all “can’t say” is shown as that, and nobody has a place in a pillar', async () => {
		await begin(leaders);
		for (const who of leaders) await answer(who, sheet(0));
		await reveal(people.owner);
		const shown = v.parse(Result, (await found()).result);
		expect(shown.items['strategy.a']).toEqual([0, 0, 0, 0, 0, 6]);
		expect(shown.parts).toEqual({});
	});

	test('it is revealed once: by anybody when all have answered, before that by who began it', async () => {
		await begin(leaders);
		for (const who of leaders.slice(0, 5)) await answer(who, sheet(4));
		expect((await reveal(people.member)).data).toBe(false);
		expect(await found()).toMatchObject({ result: null, answers: null });
		await answer(leaders[5]!, sheet(4));
		expect((await reveal(people.member)).data).toBe(true);
		const once = await found();
		expect((await answer(leaders[5]!, sheet(1))).data).toBe('closed');
		expect((await reveal(people.owner)).data).toBe(true);
		expect(await found()).toEqual(once);
	});

	test('a leader who leaves mid-round does not hold it up, and what they answered counts', async () => {
		const [leaver, silent] = await Promise.all(['Leila', 'Jonas'].map((n) => join(backend(), n)));
		for (const one of [leaver!, silent!]) await invite(people.owner, people.ours, one, 'member');
		await begin([...leaders, leaver!, silent!]);
		for (const who of [...leaders, leaver!]) await answer(who, sheet(4));
		for (const one of [leaver!, silent!]) await dismiss(people.owner, people.ours, one);
		expect((await answer(silent!, sheet(1))).error).not.toBeNull();
		expect((await reveal(people.member)).data).toBe(true);
		expect((await found()).answers).toBe(7);
	});

	test('what was written in the execution gap is shown together, in no order, without names', async () => {
		await begin(leaders, 'execution gap');
		const items = Object.fromEntries(
			breakdowns.flatMap(({ key, items }) => items.map((_, at) => [itemKey(key, at), 2]))
		);
		for (const [at, who] of leaders.entries())
			expect((await answer(who, { ...items, slows: ` Waiting ${at} `, stop: '' })).data).toBe(
				'kept'
			);
		await reveal(people.owner);
		const { words } = v.parse(Result, (await found()).result);
		expect(words['slows']?.toSorted()).toEqual(leaders.map((_, at) => `Waiting ${at}`));
		expect(words['stop']).toBeUndefined();
	});
});
