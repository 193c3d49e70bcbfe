import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type Kind, type People } from '../../../../supabase/tests/people.ts';
import { readAnswer, replaceWords, rewriteAnswer } from '#lib/live/answer-text.ts';
import { Connection } from '#lib/live/connection.ts';
import { MessageCommands } from '#lib/live/message-commands.ts';
import { MessageDocument } from '#lib/live/message-document.ts';
import { cookieOf, enter, makeMeeting, openSite, soon, type Site } from './sync-site.ts';

let backend: Backend;
let team: People;
let site: Site;
beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
});
afterAll(() => backend.close());
beforeEach(async () => {
	const { id } = team.ours;
	await backend.database.query('delete from private.documents where team_id = $1::uuid', [id]);
	await backend.database.query('delete from public.message_mentions where team_id = $1::uuid', [
		id
	]);
	await backend.database.query('delete from public.leadership_messages where team_id = $1::uuid', [
		id
	]);
	site = await openSite(backend);
});
afterEach(() => site.close());

const versions = () =>
	backend.database.query<{ name: string; published: boolean; what: string; written_by: string }>(
		'select * from public.leadership_messages where team_id = $1::uuid order by created_at, id desc',
		[team.ours.id]
	);

/** Somebody on the message's page, in a browser of their own. */
async function open(kind: Kind, at = site) {
	const doc = new Y.Doc();
	const cookie = await cookieOf(team[kind]);
	const connection = new Connection({
		url: `ws://${at.host}/sync/message:${team.ours.id}`,
		doc,
		renewSession: async () => true,
		openSocket: (url) => {
			const socket = new WebSocket(url, { headers: { cookie, origin: `http://${at.host}` } });
			socket.on('error', () => {});
			return socket as unknown as globalThis.WebSocket;
		}
	});
	const message = new MessageDocument(doc);
	const commands = new MessageCommands(message, {
		person: team[kind].id,
		now: () => connection.clock.now(),
		newId: randomUUID
	});
	return {
		connection,
		message,
		commands,
		write: (words: string) => rewriteAnswer(message.answer('what'), words),
		isSaved: () => connection.state.state === 'connected' && connection.state.unsaved === 0,
		leave: () => connection.stop()
	};
}

async function writer(kind: Kind = 'member') {
	const opened = await open(kind);
	await soon(() => expect(opened.connection.synced).toBe(true));
	return opened;
}

test('a publication becomes a version, with the words as whoever published saw them', async () => {
	const ada = await writer('owner');
	const grace = await writer();
	ada.write('From engines to answers.');
	expect(ada.commands.publish()).toBeUndefined();
	grace.write('');
	rewriteAnswer(grace.message.answer('why'), 'Grace goes on typing.');
	await soon(async () => expect(await versions()).toHaveLength(1));
	expect((await versions())[0]).toMatchObject({
		what: 'From engines to answers.',
		published: true,
		written_by: team.owner.id
	});
	await soon(() => expect(grace.message.events()).toEqual([]));
	await soon(() => expect(ada.message.text().why).toBe('Grace goes on typing.'));
	ada.leave();
	grace.leave();
});

test('the message begins with its newest version', async () => {
	await backend.database.query(
		`insert into public.leadership_messages (team_id, what) values ($1::uuid, 'Old words')`,
		[team.ours.id]
	);
	const ada = await writer('owner');
	expect(ada.message.text().what).toBe('Old words');
	ada.leave();
});

test('a restored version is a new one, and takes no word from who is typing', async () => {
	const ada = await writer('owner');
	const grace = await writer();
	ada.write('We sell robots to warehouses.');
	ada.commands.publish();
	await soon(async () => expect(await versions()).toHaveLength(1));
	ada.write('We sell picks to warehouses.');
	await soon(() => expect(grace.message.text().what).toBe('We sell picks to warehouses.'));
	const [first] = (await versions()) as unknown as { id: string }[];
	ada.commands.restore(first?.id ?? '');
	const end = readAnswer(grace.message.answer('what')).length;
	replaceWords(grace.message.answer('what'), { from: end, to: end }, ' And shops.');
	await soon(() =>
		expect(grace.message.text().what).toBe('We sell robots to warehouses. And shops.')
	);
	await soon(async () => expect(await versions()).toHaveLength(3));
	const [, kept, restored] = await versions();
	expect(kept).toMatchObject({ name: 'Before restoring', published: false });
	expect(kept?.what).toMatch(/^We sell picks to warehouses\./);
	expect(restored).toMatchObject({
		name: 'Version 1 restored',
		what: 'We sell robots to warehouses.',
		published: false
	});
	ada.leave();
	grace.leave();
});

test('accepted words are put in once, when two people accept them at once', async () => {
	const ada = await writer('owner');
	const grace = await writer();
	ada.write('We promise best-in-class uptime.');
	const id = ada.commands.suggest({ on: 'what', from: 11, to: 31 }, '99.2% uptime');
	await soon(() => expect(grace.message.rewordings.get(id)).toBeDefined());
	ada.commands.accept(id);
	grace.commands.accept(id);
	await soon(() => expect(ada.message.text().what).toBe('We promise 99.2% uptime.'));
	await soon(() => expect(grace.message.rewordings.get(id)?.state).toBe('accepted'));
	expect(grace.message.text().what).toBe('We promise 99.2% uptime.');
	ada.leave();
	grace.leave();
});

test('what becomes of suggestions beside the message is counted by kind, and what people suggest is not', async () => {
	const ada = await writer('owner');
	ada.write('We are best in class, and will transform soon.');
	const all = { on: 'what', from: 0, to: 46 } as const;
	const model = { model: 'stand-in 1', promptVersion: 'sharpen 1', why: 'It says how much.' };
	const taken = ada.commands.suggest(all, 'We answer within a day.', model);
	const refused = ada.commands.suggest(all, 'We answer.', model);
	const ours = ada.commands.suggest(all, 'We do.');
	ada.commands.dismiss('what jargon best in class');
	ada.commands.reject(refused);
	ada.commands.reject(ours);
	ada.commands.acceptAs(taken, 'We answer within a working day.');
	await soon(() => expect(ada.message.text().what).toBe('We answer within a working day.'));
	expect(ada.message.rewordings.get(taken)).toMatchObject({
		...{ state: 'accepted', answeredBy: team.owner.id },
		drafted: 'We answer within a day.'
	});
	const { data } = await team.member.client
		.from('message_suggestions')
		.select('kind, ended_as, edited, answered_by')
		.order('kind')
		.order('ended_as')
		.throwOnError();
	const by = { answered_by: team.owner.id };
	expect(data).toEqual([
		{ kind: 'ai wording', ended_as: 'accepted', edited: true, ...by },
		{ kind: 'ai wording', ended_as: 'dismissed', edited: false, ...by },
		{ kind: 'unclear message', ended_as: 'dismissed', edited: false, ...by }
	]);
	// Brought back, it waits again; what was taken does not.
	ada.commands.reopen(refused);
	ada.commands.reopen(taken);
	expect(ada.message.rewordings.get(refused)?.state).toBe('open');
	expect(ada.message.rewordings.get(taken)?.state).toBe('accepted');
	ada.leave();
});

test('an empty message is no version, whatever a page claims', async () => {
	const ada = await writer('owner');
	const text = { what: ' ', why: '', how: '', howMuch: '' };
	const at = Date.now();
	ada.message.record({
		type: 'published',
		id: randomUUID(),
		at,
		by: team.owner.id,
		name: '',
		text
	});
	await soon(() => expect(ada.message.events()).toEqual([]));
	expect(await versions()).toEqual([]);
	ada.leave();
});

test('a meeting that changed the message keeps it by its number, and only once', async () => {
	const ada = await writer('owner');
	ada.write('From engines to proofs.');
	await soon(() => expect(ada.isSaved()).toBe(true));
	for (const expected of [1, 1]) {
		const meeting = await makeMeeting(backend.database, team.ours.id);
		const chair = await enter(site.host, meeting.id, team.owner);
		await soon(() => expect(chair.isSaved()).toBe(true));
		chair.commands.start();
		chair.commands.close(0);
		await soon(() => expect(chair.connection.state).toMatchObject({ readOnly: 'sealed' }));
		expect(await versions()).toHaveLength(expected);
		chair.leave();
	}
	expect((await versions())[0]).toMatchObject({
		name: 'Meeting 1',
		published: false,
		what: 'From engines to proofs.'
	});
	ada.leave();
});

test('whoever is named in a comment is asked, and nobody else knows, until they answer', async () => {
	await backend.database.query(
		`update public.people set name = case id when $1::uuid then 'Ada Lovelace' else 'Grace Hopper' end
		where id in ($1::uuid, $2::uuid)`,
		[team.owner.id, team.member.id]
	);
	const asked = async (kind: Kind) => {
		const { data } = await team[kind].client
			.from('message_mentions')
			.select('about, quote, body, said_by')
			.eq('team_id', team.ours.id);
		return data;
	};
	const ada = await writer('owner');
	const grace = await writer();
	ada.write('By 2027: 40% of revenue.');
	const place = { on: 'what' as const, from: 9, to: 12 };
	const comment = ada.commands.comment(place, 'Is it audited, @Grace?') ?? '';
	const question = {
		about: 'what',
		quote: '40%',
		body: 'Is it audited, @Grace?',
		said_by: team.owner.id
	};
	await soon(async () => expect(await asked('member')).toEqual([question]));
	for (const other of ['owner', 'observer', 'otherTeam'] as const)
		expect(await asked(other)).toEqual([]);
	await soon(() => expect(ada.message.events()).toEqual([]));

	// Not even the comment about it may be read while they recall the message.
	await team.owner.client.rpc('start_recall', { team: team.ours.id });
	expect(await asked('member')).toEqual([]);
	await backend.database.query('delete from public.recall_rounds where team_id = $1::uuid', [
		team.ours.id
	]);
	expect(await asked('member')).toHaveLength(1);
	await soon(() => expect(grace.message.comments.get(comment)).toBeDefined());
	await soon(() => expect(grace.connection.state).toMatchObject({ state: 'connected' }));

	grace.commands.reply(comment, 'It is. Since when, @Ada?');
	await soon(async () => expect(await asked('member')).toEqual([]));
	await soon(async () => expect(await asked('owner')).toHaveLength(1));
	grace.commands.resolve(comment, true);
	await soon(async () => expect(await asked('owner')).toEqual([]));
	grace.commands.resolve(comment, false);
	await soon(async () => expect(await asked('owner')).toHaveLength(1));
	// What a page claims that is no comment asks nobody, and holds nobody up.
	ada.message.comments.add({
		...ada.message.comments.get(comment)!,
		id: 'no-id',
		at: Number.NaN,
		body: '@Grace?'
	});
	ada.commands.comment(place, 'And this, @Grace?');
	await soon(async () => expect(await asked('member')).toHaveLength(1));
	ada.leave();
	grace.leave();
});

test('observers read and cannot write; strangers get nothing', async () => {
	const ada = await writer('owner');
	ada.write('Ours.');
	const mary = await writer('observer');
	await soon(() => expect(mary.message.text().what).toBe('Ours.'));
	mary.write('Mine.');
	mary.commands.publish();
	const strangers = await Promise.all([open('otherTeam'), open('otherWorkspace')]);
	for (const { connection } of strangers)
		await soon(() => expect(connection.state).toMatchObject({ state: 'refused', code: 4403 }));
	for (const { message } of strangers) expect(message.text().what).toBe('');
	expect(mary.connection.state).toMatchObject({ readOnly: 'observer' });
	expect(ada.message.text().what).toBe('Ours.');
	expect(await versions()).toEqual([]);
	for (const { leave } of [ada, mary, ...strangers]) leave();
});

test('while a recall round runs the message is served to nobody who is asked, and afterwards it is', async () => {
	const ada = await writer('owner');
	ada.write('We move from engines to answers.');
	await soon(() => expect(ada.isSaved()).toBe(true));
	await team.owner.client.rpc('start_recall', { team: team.ours.id });

	// Whoever was inside is shown out and hears nothing more; what they hold stays with them.
	await soon(() => expect(ada.connection.state.state).not.toBe('connected'));
	expect(ada.message.text().what).toBe('We move from engines to answers.');
	const observer = await writer('observer');
	expect(observer.message.text().what).toBe('We move from engines to answers.');
	const grace = await open('member');
	await soon(() => expect(grace.connection.state.state).toBe('offline'));
	expect(grace.connection.synced).toBe(false);
	expect(Y.encodeStateAsUpdate(grace.message.doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));

	await backend.database.query(
		'update public.recall_rounds set closes_at = now() where team_id = $1::uuid',
		[team.ours.id]
	);
	ada.write('We move from engines to proofs.');
	await soon(() => expect(grace.message.text().what).toBe('We move from engines to proofs.'));
	await backend.database.query('delete from public.recall_rounds where team_id = $1::uuid', [
		team.ours.id
	]);
	for (const one of [ada, grace, observer]) one.leave();
});
