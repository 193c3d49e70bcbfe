import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import {
	dismiss,
	found,
	invite,
	join,
	type Person,
	type Team
} from '../../../../supabase/tests/people.ts';
import { findAccess, findVisitor, type Access, type Asked } from './access.ts';
import {
	cookieOf,
	enter,
	makeMeeting,
	openSite,
	openSocket,
	soon,
	type Site
} from './sync-site.ts';

let backend: Backend;
let site: Site;
let admin: Person;
let team: Team;
beforeAll(async () => {
	backend = await startBackend();
	site = await openSite(backend);
	admin = await join(backend, 'Ada');
	team = await found(admin, 'Northwind Robotics', 'Leadership team');
});
afterAll(async () => {
	await site.close();
	await backend.close();
});

const keysOf = <Key extends string>(object: Record<Key, unknown>) => Object.keys(object) as Key[];

async function newcomer(role = 'member'): Promise<Person> {
	const person = await join(backend, 'Grace');
	await invite(admin, team, person, role);
	return person;
}

async function meetingInState(state: string): Promise<string> {
	const { id } = await makeMeeting(backend.database, team.id);
	await backend.database.query('update public.meetings set state = $2 where id = $1::uuid', [
		id,
		state
	]);
	return id;
}

test('an observer reads along, is told so, and cannot write', async () => {
	const meeting = await meetingInState('live');
	const ada = await enter(site.host, meeting, admin);
	const watcher = await enter(site.host, meeting, await newcomer('observer'));
	ada.write('for all');
	await soon(() => expect(watcher.lines()).toEqual(['for all']));
	await soon(() =>
		expect(watcher.connection.state).toMatchObject({ readOnly: 'observer', unsaved: 0 })
	);

	watcher.write('as an update');
	const { room } = await site.rooms.open(`meeting:${meeting}`);
	const before = room.document.stateVector.size;
	watcher.cut();
	await soon(() => expect(watcher.connection.state.state).toBe('offline'));
	await soon(() => expect(watcher.connection.state).toMatchObject({ readOnly: 'observer' }));
	ada.write('still here');
	await soon(() => expect(watcher.lines()).toContain('still here'));
	expect(ada.lines()).toEqual(['for all', 'still here']);
	expect(room.document.stateVector.size).toBe(before);
	await soon(() => expect(watcher.connection.state.unsaved).toBeGreaterThan(0));
	for (const one of [ada, watcher]) one.leave();
});

test('an observer who wrote nothing owes nothing, also where something was deleted', async () => {
	const meeting = await meetingInState('live');
	const ada = await enter(site.host, meeting, admin);
	ada.write('on second thoughts');
	ada.document.notes('notes').delete(0, 1);
	await soon(() => expect(ada.isSaved()).toBe(true));
	const watcher = await enter(site.host, meeting, await newcomer('observer'));
	await soon(() => expect(watcher.connection.synced).toBe(true));
	watcher.cut();
	await soon(() => expect(watcher.connection.state.state).toBe('offline'));
	await soon(() => expect(watcher.isSaved()).toBe(true));
	for (const one of [ada, watcher]) one.leave();
});

test('observers and strangers do not see a draft', async () => {
	const meeting = await meetingInState('draft');
	for (const person of [await newcomer('observer'), await join(backend, 'Stranger')]) {
		const visitor = await enter(site.host, meeting, person);
		await soon(() =>
			expect(visitor.connection.state).toMatchObject({ state: 'refused', code: 4403 })
		);
		expect(visitor.document.segments.all()).toEqual([]);
		visitor.leave();
	}
});

test('once something is sealed observers are shown out before they hear it, and nobody lets them in', async () => {
	const meeting = await meetingInState('live');
	const ada = await enter(site.host, meeting, admin);
	const observer = await newcomer('observer');
	const watcher = await enter(site.host, meeting, observer);
	ada.commands.start();
	await soon(() => expect(watcher.document.progress().state).toBe('live'));
	// In one change: whoever may not read it must not be told of it first.
	const item = ada.commands.raise({ title: 'Canary: who leaves' }, { isSealed: true });
	await soon(() =>
		expect(watcher.connection.state).toMatchObject({ state: 'refused', code: 4424 })
	);
	expect(watcher.document.items.all()).toEqual([]);
	const late = await enter(site.host, meeting, observer);
	await soon(() => expect(late.connection.state).toMatchObject({ state: 'refused', code: 4424 }));
	expect(late.document.segments.all()).toEqual([]);
	const grace = await enter(site.host, meeting, await newcomer());
	await soon(() => expect(grace.document.items.all()).toHaveLength(1));
	const rows = () =>
		backend.database.query('select sealed from public.hot_items where id = $1::uuid', [item]);
	await soon(async () => expect(await rows()).toEqual([{ sealed: true }]));

	ada.commands.seal(item, false);
	await soon(() => expect(ada.isSaved()).toBe(true));
	const again = await enter(site.host, meeting, observer);
	await soon(() => expect(again.document.items.all()).toHaveLength(1));
	for (const one of [ada, watcher, late, grace, again]) one.leave();
});

test('somebody who is removed while inside is out within five seconds, and hears nothing more', async () => {
	const meeting = await meetingInState('live');
	const ada = await enter(site.host, meeting, admin);
	const member = await newcomer();
	const grace = await enter(site.host, meeting, member);
	await soon(() => expect(grace.isSaved()).toBe(true));
	await dismiss(admin, team, member);
	await soon(() => expect(grace.connection.state).toMatchObject({ state: 'refused', code: 4403 }));
	ada.write('after she left');
	await soon(() => expect(ada.isSaved()).toBe(true));
	expect(grace.lines()).toEqual([]);
	for (const one of [ada, grace]) one.leave();
});

test('what a removed person was still sending is not written', async () => {
	const meeting = await meetingInState('live');
	const member = await newcomer();
	const grace = await enter(site.host, meeting, member);
	await soon(() => expect(grace.isSaved()).toBe(true));
	const { room } = await site.rooms.open(`meeting:${meeting}`);
	const [inside] = room.members;
	room.leave(inside!);
	grace.write('too late');
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(room.document.read().getXmlFragment('notes:notes')).toHaveLength(0);
	grace.leave();
});

test('somebody who becomes an observer while inside stays, and can only read', async () => {
	const meeting = await meetingInState('live');
	const member = await newcomer();
	const grace = await enter(site.host, meeting, member);
	await soon(() => expect(grace.isSaved()).toBe(true));
	await admin.client
		.from('team_members')
		.update({ role: 'observer' })
		.match({ team_id: team.id, person_id: member.id })
		.throwOnError();
	await soon(() => expect(grace.connection.state).toMatchObject({ readOnly: 'observer' }));
	grace.leave();
});

test('a session that was signed out elsewhere is out within five seconds, and cannot come back', async () => {
	const meeting = await meetingInState('live');
	const member = await newcomer();
	const cookie = await cookieOf(member);
	const grace = await enter(site.host, meeting, member);
	await soon(() => expect(grace.isSaved()).toBe(true));
	await member.client.auth.signOut();
	await soon(() => expect(grace.connection.state).toMatchObject({ state: 'refused' }));
	const socket = await openSocket(site.host, meeting, member, { cookie });
	const code = await new Promise((resolve) => socket.on('close', resolve));
	expect([4401, 4403]).toContain(code);
	grace.leave();
});

test('a sealed meeting can be read and takes no more words, also from a tab of last week', async () => {
	const meeting = await meetingInState('live');
	const stale = await enter(site.host, meeting, admin);
	stale.write('said in time');
	await soon(() => expect(stale.isSaved()).toBe(true));
	stale.leave();
	await soon(() => expect(site.rooms.find({ kind: 'meeting', id: meeting })).toBeUndefined());
	await backend.database.query('update private.documents set sealed_at = now() where name = $1', [
		`meeting:${meeting}`
	]);

	stale.write('said too late');
	const tab = await enter(site.host, meeting, admin, stale.doc);
	await soon(() => expect(tab.connection.state).toMatchObject({ readOnly: 'sealed' }));
	const reader = await enter(site.host, meeting, await newcomer());
	await soon(() => expect(reader.lines()).toEqual(['said in time']));
	await soon(() =>
		expect(reader.connection.state).toMatchObject({ readOnly: 'sealed', unsaved: 0 })
	);
	expect(tab.connection.state.unsaved).toBeGreaterThan(0);
	for (const one of [tab, reader]) one.leave();
});

test('whatever was known of somebody, the answer is what they may now', async () => {
	const people = {
		member: await newcomer(),
		observer: await newcomer('observer'),
		stranger: await join(backend, 'Stranger')
	};
	const expected = {
		draft: { member: 'write', observer: 'none', stranger: 'none' },
		live: { member: 'write', observer: 'observe', stranger: 'none' },
		closed: { member: 'read', observer: 'observe', stranger: 'none' },
		cancelled: { member: 'none', observer: 'none', stranger: 'none' }
	} as const;
	const known = [undefined, 'write', 'read', 'observe', 'none', 'asked'] as const;
	const asked: { ask: Asked; may: Access }[] = [];
	for (const state of keysOf(expected)) {
		const id = await meetingInState(state);
		for (const who of keysOf(people)) {
			const visitor = await findVisitor(backend, await cookieOf(people[who]));
			for (const before of known) {
				const ask: Asked = { visitor: visitor!, kind: 'meeting', id };
				if (before) ask.known = before;
				asked.push({ ask, may: expected[state][who] });
			}
			const left = { person: visitor!.person, session: randomUUID() };
			asked.push({ ask: { visitor: left, kind: 'meeting', id, known: 'write' }, may: 'none' });
		}
	}
	const answers = await findAccess(
		backend.database,
		asked.map(({ ask }) => ask)
	);
	expect(answers).toEqual(asked.map(({ may }) => may));
});

test('whoever is asked to write the message from memory does not read it until all is revealed', async () => {
	const ask = async (person: Person): Promise<Asked> => ({
		visitor: (await findVisitor(backend, await cookieOf(person)))!,
		kind: 'message',
		id: team.id
	});
	const asked = [await ask(await newcomer()), await ask(await newcomer('observer'))];
	expect(await findAccess(backend.database, asked)).toEqual(['write', 'observe']);
	const [round] = await backend.database.query<{ id: string }>(
		`insert into public.recall_rounds (team_id, closes_at)
		values ($1::uuid, now() + interval '1 day') returning id`,
		[team.id]
	);
	expect(await findAccess(backend.database, asked)).toEqual(['asked', 'observe']);
	await backend.database.query(
		'update public.recall_rounds set revealed_at = now() where id = $1::uuid',
		[round!.id]
	);
	expect(await findAccess(backend.database, asked)).toEqual(['write', 'observe']);
});

test('nobody can stand in for somebody else', async () => {
	const meeting = await meetingInState('live');
	const ada = await enter(site.host, meeting, admin);
	const grace = await enter(site.host, meeting, await newcomer());
	await soon(() => expect(grace.isSaved()).toBe(true));
	grace.connection.awareness.setLocalStateField('person', admin.id);
	await soon(() => expect(grace.connection.state).toMatchObject({ state: 'refused', code: 4400 }));
	const named = () =>
		[...ada.connection.awareness.getStates().values()].map((state): unknown => state.person);
	expect(named().filter((name) => name === admin.id)).toHaveLength(1);
	await soon(() => expect(named()).toEqual([admin.id]));
	for (const one of [ada, grace]) one.leave();
});
