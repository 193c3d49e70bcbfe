import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { loadCatchUp } from '../../src/lib/server/rows/catch-up.ts';
import type { Db } from '../../src/lib/server/rows/db.ts';
import { countMyNeeds } from '../../src/lib/server/rows/needs.ts';
import { commentOn, signOff } from '../../src/lib/server/rows/recap-comments.ts';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { seed, type Seeds } from './seed.ts';

const today = '2026-11-30';

onBothBackends((backend) => {
	let people: People;
	let seeds: Seeds;
	let meeting: string;
	const db = (kind: Kind) => people[kind].client as Db;
	const count = (kind: Kind) => countMyNeeds(db(kind), people.ours.id, today);
	const run = (sql: string, ...values: string[]) => backend().database.query(sql, values);
	/** What the page lists, counted by hand. */
	const listed = async (kind: Kind) => {
		const found = await loadCatchUp(
			db(kind),
			people.ours.id,
			people[kind].id,
			today,
			new Date('2026-11-30T12:00:00Z')
		);
		const { missed, questions, asked, readings, toTell, actions } = found;
		const due = actions.filter((action) => action.due !== null && action.due <= '2026-12-01');
		return [missed, questions, asked, readings, toTell, due].reduce(
			(sum, things) => sum + things.length,
			0
		);
	};

	beforeAll(async () => {
		people = await gather(backend());
		seeds = await seed(backend().database, people.ours, people.member.id);
		meeting = String(seeds.meetings?.id);
		await run(`update public.team_members set joined_at = '2026-01-01'`);
		await run(
			`insert into public.action_items (id, team_id, title, owner_id, due_on, captured_at)
			values ($1::uuid, $2::uuid, 'Call the bank', $3::uuid, '2026-12-01', '2026-11-24T10:00:00Z')`,
			randomUUID(),
			people.ours.id,
			people.owner.id
		);
	});

	test('the number in the rail is what the page lists', async () => {
		for (const kind of ['owner', 'member', 'observer'] as const)
			expect(await count(kind), kind).toBe(await listed(kind));
		expect(await count('owner')).toBeGreaterThan(0);
	});

	test('it follows an answer, a word to somebody and a signature', async () => {
		const before = await count('owner');
		const line = { kind: 'meeting', line: meeting };
		await commentOn(db('owner'), meeting, { ...line, body: 'Which bank?', mentioned: [] });
		await commentOn(db('member'), meeting, { ...line, body: 'The one in Leeds', mentioned: [] });
		expect(await count('owner')).toBe(before + 1);
		expect(await listed('owner')).toBe(before + 1);
		await signOff(db('owner'), people.ours.id, people.owner.id, [meeting]);
		expect(await count('owner')).toBe(before);
		await commentOn(db('owner'), meeting, { ...line, body: 'Good', mentioned: [] });
		expect(await count('owner')).toBe(before - 1);
	});

	test('words about what was sealed since are counted for members, and for no observer', async () => {
		const before = [await count('owner'), await count('observer')];
		const decision = String(seeds.decisions?.id);
		const mentioned = [people.owner.id, people.observer.id];
		const words = { kind: 'decision', line: decision, body: 'For good?', mentioned };
		expect(await commentOn(db('member'), meeting, words)).toBe(true);
		expect([await count('owner'), await count('observer')]).toEqual(before.map((one) => one + 1));
		await run('update public.decisions set sealed = true where id = $1::uuid', decision);
		for (const kind of ['owner', 'observer'] as const)
			expect(await count(kind), kind).toBe(await listed(kind));
		expect([await count('owner'), await count('observer')]).toEqual([
			Number(before[0]) + 1,
			Number(before[1])
		]);
	});

	test('what somebody turned off is not counted, and nobody else is counted for', async () => {
		const before = await count('owner');
		await db('owner')
			.from('notice_choices')
			.upsert({ person_id: people.owner.id, kind: 'due', channel: 'off' })
			.throwOnError();
		expect(await count('owner')).toBe(before - 1);
		for (const kind of ['otherTeam', 'otherWorkspace', 'formerMember'] as const)
			expect(await count(kind), kind).toBe(0);
	});
});
