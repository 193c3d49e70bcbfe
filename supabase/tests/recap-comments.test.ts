import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { loadCatchUp } from '../../src/lib/server/rows/catch-up.ts';
import type { Db } from '../../src/lib/server/rows/db.ts';
import {
	commentOn,
	listComments,
	signOff,
	takeBack
} from '../../src/lib/server/rows/recap-comments.ts';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { insert, seed, type Seeds } from './seed.ts';

onBothBackends((backend) => {
	let people: People;
	let seeds: Seeds;
	let meeting: string;
	const db = (kind: Kind) => people[kind].client as Db;
	const note = async (body: string, more = {}) => {
		const id = randomUUID();
		const of = { id, team_id: people.ours.id, meeting_id: meeting, position: 9, body };
		await insert(backend().database, 'notes', { ...of, ...more });
		return id;
	};
	const say = (kind: Kind, line: string, body: string, mentioned: string[] = []) =>
		commentOn(db(kind), meeting, { kind: 'note', line, body, mentioned });
	const about = async (kind: Kind, line: string) =>
		(await listComments(db(kind), meeting)).filter((one) => one.line === line);

	beforeAll(async () => {
		people = await gather(backend());
		seeds = await seed(backend().database, people.ours, people.member.id);
		meeting = String(seeds.meetings?.id);
	});

	test('members comment on a line of their meeting; observers and others cannot', async () => {
		const line = await note('We ship in May');
		expect(await say('member', line, 'Early or late?')).toBe(true);
		for (const kind of ['observer', 'otherTeam', 'otherWorkspace', 'formerMember'] as const)
			expect(await say(kind, line, 'Me too'), kind).toBe(false);
		expect(await say('member', randomUUID(), 'On nothing')).toBe(false);
		expect(await about('observer', line)).toMatchObject([{ body: 'Early or late?' }]);
		expect(await about('otherTeam', line)).toEqual([]);
	});

	test('a comment that a device sends twice, at once too, stands once, and nobody else may use its id', async () => {
		const line = await note('Written in a tunnel');
		const once = randomUUID();
		const send = (kind: Kind) =>
			commentOn(db(kind), meeting, { kind: 'note', line, body: 'Sent', mentioned: [], once });
		expect(await Promise.all([send('member'), send('member')])).toEqual([true, true]);
		expect(await send('member')).toBe(true);
		expect(await send('owner')).toBe(false);
		expect(await about('member', line)).toHaveLength(1);
		for (const kind of ['observer', 'otherTeam', 'formerMember'] as const)
			expect(
				await commentOn(db(kind), meeting, {
					...{ kind: 'note', line, body: 'Sent', mentioned: [], once: randomUUID() }
				}),
				kind
			).toBe(false);
	});

	test('a comment stays readable, with the words of its line, when the line is deleted', async () => {
		const line = await note('A thought that goes');
		await say('member', line, 'Why?');
		await backend().database.query('delete from public.notes where id = $1::uuid', [line]);
		expect(await about('observer', line)).toMatchObject([
			{ body: 'Why?', lineWords: 'A thought that goes' }
		]);
	});

	test('nobody comments on what is sealed, and observers do not read what was said before', async () => {
		const item = String(seeds.hot_items?.id);
		const line = await note('About a person', { hot_item_id: item });
		await say('member', line, 'Said before');
		await people.member.client.rpc('seal_place', { of_place: item, is_sealed: true });
		expect(await say('member', line, 'Said after')).toBe(false);
		expect(await about('observer', line)).toEqual([]);
		expect(await about('owner', line)).toHaveLength(1);
		await people.member.client.rpc('seal_place', { of_place: item, is_sealed: false });
	});

	test('only whoever said it takes it back', async () => {
		const line = await note('A line');
		await say('member', line, 'Mine');
		const [comment] = await about('member', line);
		expect(await takeBack(db('owner'), comment?.id ?? '')).toBe(false);
		expect(await takeBack(db('member'), comment?.id ?? '')).toBe(true);
	});

	test('whoever was away finds what they missed and are asked, until they sign off and answer', async () => {
		const line = await note('Who calls the bank?');
		await say('member', line, '@Owner, can you?', [people.owner.id]);
		const load = () =>
			loadCatchUp(db('owner'), people.ours.id, people.owner.id, '2026-11-30', new Date());
		await backend().database.query(
			`update public.team_members set joined_at = '2026-01-01' where person_id = $1::uuid`,
			[people.owner.id]
		);
		const before = await load();
		expect(before.missed.map(({ id }) => id)).toContain(meeting);
		expect(before.questions.map(({ body }) => body)).toEqual(['@Owner, can you?']);
		await signOff(db('owner'), people.ours.id, people.owner.id, [meeting]);
		await signOff(db('owner'), people.ours.id, people.owner.id, [meeting]);
		await say('owner', line, 'I will.');
		const after = await load();
		expect(after.missed.map(({ id }) => id)).not.toContain(meeting);
		expect(after.questions).toEqual([]);
	});
});
