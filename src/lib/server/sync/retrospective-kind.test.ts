import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People, type Person } from '../../../../supabase/tests/people.ts';
import { Connection } from '#lib/live/connection.ts';
import { documentName } from '#lib/live/protocol.ts';
import { RetrospectiveCommands } from '#lib/live/retrospective-commands.ts';
import { RetrospectiveDocument } from '#lib/live/retrospective-document.ts';
import { cookieOf, openSite, soon, type Site } from './sync-site.ts';

let backend: Backend;
let team: People;
let site: Site;
let id: string;
let objective: string;
let keyResult: string;
const here: { leave: () => void }[] = [];

beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
});
afterAll(() => backend.close());
beforeEach(async () => {
	({ id, objective, keyResult } = await makeRetrospective());
	site = await openSite(backend);
});
afterEach(async () => {
	for (const one of here.splice(0)) one.leave();
	await site.close();
});

let cycles = 0;
async function makeRetrospective(hasObjective = true) {
	const [cycle, id, objective, keyResult] = [1, 2, 3, 4].map(() => randomUUID()) as [
		string,
		string,
		string,
		string
	];
	const { database } = backend;
	cycles += 1;
	const year = 1990 + cycles;
	await database.query(
		`insert into public.cycles (id, team_id, name, starts_on, ends_on)
		values ($1::uuid, $2::uuid, $3, $4::date, $5::date)`,
		[cycle, team.ours.id, `Q1 ${year}`, `${year}-01-01`, `${year}-03-31`]
	);
	await database.query(
		'insert into public.retrospectives (id, team_id, cycle_id) values ($1::uuid, $2::uuid, $3::uuid)',
		[id, team.ours.id, cycle]
	);
	if (hasObjective) {
		await database.query(
			`insert into public.objectives (id, team_id, title, cycle_id) values ($1::uuid, $2::uuid, 'Make uptime boring', $3::uuid)`,
			[objective, team.ours.id, cycle]
		);
		await database.query(
			`insert into public.key_results (id, team_id, objective_id, title, baseline, target) values ($1::uuid, $2::uuid, $3::uuid, 'Sites on firmware 4', 0, 38)`,
			[keyResult, team.ours.id, objective]
		);
		await database.query(
			`insert into public.key_result_values (key_result_id, team_id, measured_on, value) values ($1::uuid, $2::uuid, $3::date, 17)`,
			[keyResult, team.ours.id, `${year}-03-20`]
		);
	}
	return { id, objective, keyResult };
}

async function enter(person: Person, retrospective = id) {
	const doc = new Y.Doc();
	const document = new RetrospectiveDocument(doc);
	const cookie = await cookieOf(person);
	const connection = new Connection({
		url: `ws://${site.host}/sync/${documentName('retrospective', retrospective)}`,
		doc,
		renewSession: async () => true,
		openSocket: (url) => {
			const socket = new WebSocket(url, { headers: { cookie, origin: `http://${site.host}` } });
			socket.on('error', () => {});
			return socket as unknown as globalThis.WebSocket;
		}
	});
	connection.awareness.setLocalStateField('person', person.id);
	const commands = new RetrospectiveCommands(document, {
		person: person.id,
		now: () => connection.clock.now(),
		newId: randomUUID
	});
	const participant = { doc, document, connection, commands, leave: () => connection.stop() };
	here.push(participant);
	await soon(() => expect(connection.state).toMatchObject({ state: 'connected', unsaved: 0 }));
	return participant;
}

async function row() {
	const [found] = await backend.database.query<{ state: string; stage: string }>(
		'select state, stage from public.retrospectives where id = $1::uuid',
		[id]
	);
	return found;
}
const atStage = (stage: string) => soon(async () => expect((await row())?.stage).toBe(stage));

async function write({ client }: Person, body: string, side = 'worked', card = randomUUID()) {
	const { error } = await client.rpc('write_silent_card', {
		retrospective: id,
		card,
		side,
		body
	});
	return { card, error };
}

/** Every row of every table of ours, as text. */
async function dump(): Promise<string> {
	const tables = await backend.database.query<{ name: string }>(
		`select format('%I.%I', n.nspname, c.relname) as name from pg_class c
		join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'private') and c.relkind = 'r' order by 1`
	);
	const parts = await Promise.all(
		tables.map(async ({ name }) => {
			const rows = await backend.database.query<{ row: string }>(
				`select to_jsonb(t)::text as row from ${name} t`
			);
			return rows.map(({ row }) => `${name} ${row}`).join('\n');
		})
	);
	return parts.join('\n');
}

test('nothing leads from a card to whoever wrote it', async () => {
	const [ada, grace] = [await enter(team.owner), await enter(team.member)];
	ada.commands.start();
	await atStage('grade');
	expect((await write(team.owner, 'Too early')).error).not.toBeNull();
	ada.commands.enter('grade', 'brainstorm');
	await atStage('brainstorm');

	const mine: string[] = [];
	for (let count = 0; count < 12; count += 1) {
		const writer = count % 2 === 0 ? team.owner : team.member;
		const { card, error } = await write(writer, `Thought ${String(count).padStart(2, '0')}`);
		expect(error).toBeNull();
		mine.push(card);
	}
	expect((await write(team.observer, 'I only watch')).error).not.toBeNull();
	expect((await write(team.otherTeam, 'I am not here')).error).not.toBeNull();

	// While it waits, it has no author and no time, and nobody sees how many there are.
	const waiting = (await dump()).split('\n').filter((line) => line.includes('Thought 00'));
	expect(waiting).toHaveLength(1);
	expect(Object.keys(JSON.parse(waiting[0]!.slice(waiting[0]!.indexOf('{'))) as object)).toEqual(
		expect.arrayContaining(['retrospective_id', 'id', 'shown_as', 'side', 'body'])
	);
	for (const person of [team.owner, team.member]) expect(waiting[0]).not.toContain(person.id);
	expect(waiting[0]).not.toMatch(/\d{4}-\d\d-\d\dT/);
	expect(ada.document.cards.all()).toEqual([]);

	// Somebody leaves in the middle: the stage goes on without them.
	grace.commands.finish('brainstorm', true);
	await soon(() => expect(ada.document.finished.all().size).toBe(1));
	grace.leave();
	ada.commands.enter('brainstorm', 'group');
	await soon(() => expect(ada.document.cards.all()).toHaveLength(12));
	expect((await write(team.member, 'Too late')).error).not.toBeNull();

	const shown = ada.document.cards.all();
	for (const card of shown) {
		expect(Object.keys(card).toSorted()).toEqual(['body', 'id', 'side', 'theme']);
		expect(mine).not.toContain(card.id);
	}
	// They stand in the order of ids that chance gave, not in the order in which they were written.
	expect(shown.map(({ id }) => id)).toEqual(shown.map(({ id }) => id).toSorted());

	// Every update that holds a card is the server's.
	const writers = new Set([ada.doc.clientID, grace.doc.clientID]);
	const logged = await backend.database.query<{ data: Uint8Array }>(
		'select data from private.updates where document = $1',
		[documentName('retrospective', id)]
	);
	for (const { data } of logged) {
		if (!Buffer.from(data).includes('Thought')) continue;
		for (const { id: from } of Y.decodeUpdate(new Uint8Array(data)).structs)
			expect(writers).not.toContain(from.client);
	}
	expect(JSON.stringify([...ada.connection.awareness.getStates()])).not.toContain('Thought');

	// With the next stage even what waited is gone, and no table names a writer's card.
	ada.commands.enter('group', 'vote');
	await atStage('vote');
	ada.commands.enter('vote', 'outcomes');
	await atStage('outcomes');
	ada.commands.close(1);
	await soon(async () => expect((await row())?.state).toBe('closed'));
	const all = await dump();
	for (const card of mine) expect(all).not.toContain(card);
	const lines = all.split('\n').filter((line) => line.includes('Thought 00'));
	for (const line of lines.filter((one) => !one.startsWith('private.')))
		for (const person of [team.owner, team.member]) expect(line).not.toContain(person.id);
	expect(lines.filter((one) => one.startsWith('private.silent'))).toEqual([]);
});

test('votes stay hidden until the vote closes, and may be opened again', async () => {
	const ada = await enter(team.owner);
	ada.commands.start();
	ada.commands.enter('grade', 'brainstorm');
	await atStage('brainstorm');
	await write(team.owner, 'One owner per site');
	ada.commands.enter('brainstorm', 'group');
	await soon(() => expect(ada.document.cards.all()).toHaveLength(1));
	ada.commands.enter('group', 'vote');
	await atStage('vote');
	const [{ theme } = { theme: '' }] = ada.document.cards.all();
	const vote = ({ client }: Person, dots: number) =>
		client.rpc('vote_for_theme', { retrospective: id, theme, dots });
	expect((await vote(team.owner, 3)).error).toBeNull();
	expect((await vote(team.member, 2)).error).toBeNull();
	expect((await vote(team.member, 6)).error).not.toBeNull();
	expect((await vote(team.observer, 1)).error).not.toBeNull();
	const { data } = await team.owner.client.from('retrospective_votes').select('dots');
	expect(data).toEqual([{ dots: 3 }]);
	expect(ada.document.totals.all().size).toBe(0);

	ada.commands.enter('vote', 'outcomes');
	await soon(() => expect(ada.document.totals.get(theme)).toBe(5));
	expect((await vote(team.owner, 1)).error).not.toBeNull();
	ada.commands.enter('outcomes', 'vote');
	await atStage('vote');
	expect((await vote(team.owner, 5)).error).toBeNull();
	ada.commands.enter('vote', 'outcomes');
	await soon(() => expect(ada.document.totals.get(theme)).toBe(7));
});

test('what was agreed is settled at the close, once, and opens the next cycle once', async () => {
	const [ada, grace] = [await enter(team.owner), await enter(team.member)];
	ada.commands.start();
	ada.commands.grade(keyResult, 0.3);
	await soon(() => expect(grace.document.grades.get(keyResult)).toBe(0.3));
	// Grading twice: the last one is right.
	grace.commands.grade(keyResult, 0.4);
	grace.commands.explain(keyResult, 'Access windows');
	grace.commands.setCause(keyResult, 'dependency');
	await soon(() => expect(ada.document.grades.get(keyResult)).toBe(0.4));
	// Two who press Next at once move it once.
	ada.commands.enter('grade', 'brainstorm');
	grace.commands.enter('grade', 'brainstorm');
	await atStage('brainstorm');
	ada.commands.enter('brainstorm', 'group');
	ada.commands.enter('group', 'vote');
	ada.commands.enter('vote', 'outcomes');
	await atStage('outcomes');
	ada.commands.dispose(objective, 'keep');
	ada.commands.setHeadline('We missed the sites');
	ada.commands.record({
		kind: 'action',
		title: 'Name an owner',
		owner: team.member.id,
		due: '2026-12-01'
	});
	ada.commands.record({ kind: 'learning', title: 'Access windows decide' });
	await soon(() => expect(grace.document.outcomes.all()).toHaveLength(2));
	ada.commands.close(0);
	grace.commands.close(0);
	for (const one of [ada, grace])
		await soon(() => expect(one.connection.state).toMatchObject({ readOnly: 'sealed' }));

	const { client } = team.observer;
	const read = async (table: string): Promise<unknown> => {
		const { data } = await client.from(table).select('*').eq('retrospective_id', id).throwOnError();
		return data;
	};
	expect(await read('retrospective_grades')).toMatchObject([
		{ grade: 0.4, why: 'Access windows', cause: 'dependency', value: 17, checked_weeks: 1 }
	]);
	expect(await read('retrospective_dispositions')).toMatchObject([{ disposition: 'keep' }]);
	expect(await read('retrospective_outcomes')).toHaveLength(2);
	const { data: promised } = await client
		.from('action_items')
		.select('title, owner_id, due_on, meeting_id')
		.eq('title', 'Name an owner');
	expect(promised).toEqual([
		{ title: 'Name an owner', owner_id: team.member.id, due_on: '2026-12-01', meeting_id: null }
	]);
	await expect(
		backend.database.query(
			`select private.settle_retrospective($1::uuid, '{"state": "closed"}'::jsonb) as settled`,
			[id]
		)
	).resolves.toEqual([{ settled: false }]);

	const open = (person: Person) =>
		person.client.rpc('open_next_cycle', {
			retrospective: id,
			called: 'Next',
			first_day: '2040-01-01',
			last_day: '2040-03-31',
			hot: []
		});
	expect((await open(team.observer)).error).not.toBeNull();
	const [first, second] = await Promise.all([open(team.owner), open(team.member)]);
	expect(first.error).toBeNull();
	expect(second.data).toBe(first.data);
	const next = await backend.database.query(
		`select o.title, k.baseline::float, k.target::float from public.objectives o
		join public.key_results k on k.objective_id = o.id where o.cycle_id = $1::uuid`,
		[String(first.data)]
	);
	expect(next).toEqual([{ title: 'Make uptime boring', baseline: 17, target: 38 }]);
});

test('of an objective that goes on, each key result is kept, changed or dropped', async () => {
	const { database } = backend;
	const add = async (title: string, value: number) => {
		const one = randomUUID();
		await database.query(
			`insert into public.key_results (id, team_id, objective_id, title, baseline, target)
			values ($1::uuid, $2::uuid, $3::uuid, $4, 0, 10)`,
			[one, team.ours.id, objective, title]
		);
		await database.query(
			`insert into public.key_result_values (key_result_id, team_id, measured_on, value)
			select $1::uuid, $2::uuid, c.starts_on, $3::numeric from public.cycles c
			join public.retrospectives r on r.cycle_id = c.id where r.id = $4::uuid`,
			[one, team.ours.id, value, id]
		);
		return one;
	};
	const reached = await add('Reached', 10);
	const [held, dropped, changed, unnamed] = [
		await add('Held', 12),
		await add('Dropped', 3),
		await add('Changed', 4),
		await add('Changed without a word', 5)
	];
	const [ada, grace] = [await enter(team.owner), await enter(team.member)];
	ada.commands.start();
	ada.commands.enter('grade', 'outcomes');
	ada.commands.dispose(objective, 'keep');
	ada.commands.carry(held, 'keep');
	ada.commands.carry(dropped, 'keep');
	await soon(() => expect(grace.document.carries.get(dropped)).toBe('keep'));
	grace.commands.carry(dropped, 'drop');
	for (const one of [changed, unnamed]) grace.commands.carry(one, 'change');
	grace.document.carries.set(randomUUID(), 'keep');
	await soon(() => expect(ada.document.carries.all().size).toBe(5));
	ada.commands.close(0);
	await soon(() => expect(ada.connection.state).toMatchObject({ readOnly: 'sealed' }));
	const { data: said } = await team.observer.client
		.from('retrospective_grades')
		.select('title, carry')
		.eq('retrospective_id', id)
		.order('title');
	expect(said).toEqual([
		{ title: 'Changed', carry: 'change' },
		{ title: 'Changed without a word', carry: 'change' },
		{ title: 'Dropped', carry: 'drop' },
		{ title: 'Held', carry: 'keep' },
		{ title: 'Reached', carry: null },
		{ title: 'Sites on firmware 4', carry: null }
	]);

	const { data: cycle, error } = await team.member.client.rpc('open_next_cycle', {
		retrospective: id,
		called: 'Next',
		first_day: '2040-01-01',
		last_day: '2040-03-31',
		hot: [],
		changes: [
			{ key_result: changed, title: '  Changed, to fewer ', target: 8 },
			// No way leads to where it stands, nor may another be changed than was said.
			{ key_result: unnamed, title: '', target: 5 },
			{ key_result: held, title: 'Taken over', target: 99 },
			{ key_result: dropped, title: 'Brought back', target: 99 }
		]
	});
	expect(error).toBeNull();
	const next = await database.query(
		`select k.title, k.baseline::float, k.target::float from public.objectives o
		join public.key_results k on k.objective_id = o.id
		where o.cycle_id = $1::uuid and o.id = md5($2 || $3)::uuid order by k.title`,
		[String(cycle), id, objective]
	);
	expect(next).toEqual([
		{ title: 'Changed without a word', baseline: 5, target: 10 },
		{ title: 'Changed, to fewer', baseline: 4, target: 8 },
		{ title: 'Held', baseline: 0, target: 10 },
		{ title: 'Sites on firmware 4', baseline: 17, target: 38 }
	]);
	expect(reached).not.toBe('');
});

test('a cycle without objectives has a retrospective all the same', async () => {
	({ id } = await makeRetrospective(false));
	const ada = await enter(team.owner);
	ada.commands.start();
	ada.commands.enter('grade', 'outcomes');
	await atStage('outcomes');
	ada.commands.record({ kind: 'learning', title: 'Set objectives' });
	ada.commands.close(0);
	await soon(() => expect(ada.connection.state).toMatchObject({ readOnly: 'sealed' }));
	expect((await row())?.state).toBe('closed');
});

test('who is not in the team, and an observer before it begins, do not come in', async () => {
	for (const person of [team.otherTeam, team.observer]) {
		const doc = new Y.Doc();
		const cookie = await cookieOf(person);
		const connection = new Connection({
			url: `ws://${site.host}/sync/${documentName('retrospective', id)}`,
			doc,
			renewSession: async () => true,
			openSocket: (url) =>
				new WebSocket(url, {
					headers: { cookie, origin: `http://${site.host}` }
				}) as unknown as globalThis.WebSocket
		});
		here.push({ leave: () => connection.stop() });
		await soon(() => expect(connection.state).toMatchObject({ state: 'refused' }));
	}
});
