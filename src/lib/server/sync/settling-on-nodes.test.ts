import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People, type Person } from '../../../../supabase/tests/people.ts';
import { readAnswer, rewriteAnswer } from '#lib/live/answer-text.ts';
import { Connection } from '#lib/live/connection.ts';
import type { Actor } from '#lib/live/meeting-commands.ts';
import { MessageCommands } from '#lib/live/message-commands.ts';
import { MessageDocument } from '#lib/live/message-document.ts';
import { documentName, type DocumentKind } from '#lib/live/protocol.ts';
import { RetrospectiveCommands } from '#lib/live/retrospective-commands.ts';
import { RetrospectiveDocument } from '#lib/live/retrospective-document.ts';
import { Nodes } from './nodes.ts';
import { cookieOf, openSite, soon, type Site } from './sync-site.ts';

const redis = process.env.TEST_REDIS_URL;

type Node = Site & { nodes: Nodes };

describe.skipIf(!redis)(`two nodes${redis ? '' : ' (needs TEST_REDIS_URL)'}`, () => {
	let backend: Backend;
	let team: People;
	let here: Node;
	let there: Node;
	const open: { leave: () => void }[] = [];
	beforeAll(async () => {
		backend = await startBackend();
		team = await people(backend);
	});
	afterAll(() => backend.close());
	beforeEach(async () => {
		[here, there] = [await start(), await start()];
	});
	afterEach(async () => {
		for (const one of open.splice(0)) one.leave();
		for (const node of [here, there]) {
			await node.close();
			await node.nodes.close();
		}
	});

	async function start(): Promise<Node> {
		const nodes = new Nodes(redis ?? '', () => {});
		const site = await openSite(backend, { nodes, parkAfterMs: 60_000 });
		await soon(() => expect(nodes.isReachable).toBe(true));
		return { ...site, nodes };
	}

	/** Somebody with a document of some kind open on one of the nodes. */
	async function enter(node: Node, person: Person, kind: DocumentKind, id: string) {
		const doc = new Y.Doc();
		const cookie = await cookieOf(person);
		const connection = new Connection({
			url: `ws://${node.host}/sync/${documentName(kind, id)}`,
			doc,
			renewSession: async () => true,
			openSocket: (url) => {
				const socket = new WebSocket(url, { headers: { cookie, origin: `http://${node.host}` } });
				socket.on('error', () => {});
				return socket as unknown as globalThis.WebSocket;
			}
		});
		open.push({ leave: () => connection.stop() });
		const actor: Actor = {
			person: person.id,
			now: () => connection.clock.now(),
			newId: randomUUID
		};
		await soon(() => expect(connection.state).toMatchObject({ state: 'connected', unsaved: 0 }));
		return { doc, connection, actor };
	}

	test('publish each version once, and know it on both', async () => {
		const write = async (node: Node, person: Person) => {
			const { doc, actor } = await enter(node, person, 'message', team.ours.id);
			const message = new MessageDocument(doc);
			return { message, commands: new MessageCommands(message, actor) };
		};
		const [ada, grace] = [await write(here, team.owner), await write(there, team.member)];
		rewriteAnswer(ada.message.answer('what'), 'We move from engines to answers.');
		await soon(() =>
			expect(readAnswer(grace.message.answer('what'))).toBe('We move from engines to answers.')
		);
		// In the same moment, on either node: two publications, each kept once.
		expect(ada.commands.publish('By Ada')).toBeUndefined();
		expect(grace.commands.publish('By Grace')).toBeUndefined();
		const kept = () =>
			backend.database.query<{ name: string; what: string }>(
				'select name, what from public.leadership_messages where team_id = $1::uuid order by name',
				[team.ours.id]
			);
		await soon(async () => expect(await kept()).toHaveLength(2));
		for (const { message } of [ada, grace]) await soon(() => expect(message.events()).toEqual([]));
		expect(await kept()).toEqual([
			{ name: 'By Ada', what: 'We move from engines to answers.' },
			{ name: 'By Grace', what: 'We move from engines to answers.' }
		]);
		// Brought back on one node while somebody writes on the other: no word of either is lost.
		const [version] = await backend.database.query<{ id: string }>(
			`select id::text from public.leadership_messages where name = 'By Ada' and team_id = $1::uuid`,
			[team.ours.id]
		);
		rewriteAnswer(ada.message.answer('what'), 'Something else.');
		await soon(() => expect(readAnswer(grace.message.answer('what'))).toBe('Something else.'));
		grace.commands.restore(version?.id ?? '');
		rewriteAnswer(ada.message.answer('why'), 'Or we lose.');
		for (const { message } of [ada, grace])
			await soon(() =>
				expect(message.text()).toMatchObject({
					what: 'We move from engines to answers.',
					why: 'Or we lose.'
				})
			);
		await soon(async () => expect(await kept()).toHaveLength(4));
	});

	test('turn the notes over once, count the votes once, and settle a retrospective once', async () => {
		const { database } = backend;
		const [cycle, id] = [randomUUID(), randomUUID()];
		await database.query(
			`insert into public.cycles (id, team_id, name, starts_on, ends_on)
			values ($1::uuid, $2::uuid, 'Q1 1990', '1990-01-01', '1990-03-31')`,
			[cycle, team.ours.id]
		);
		await database.query(
			'insert into public.retrospectives (id, team_id, cycle_id) values ($1::uuid, $2::uuid, $3::uuid)',
			[id, team.ours.id, cycle]
		);
		const take = async (node: Node, person: Person) => {
			const { doc, actor, connection } = await enter(node, person, 'retrospective', id);
			const document = new RetrospectiveDocument(doc);
			return { document, commands: new RetrospectiveCommands(document, actor), connection };
		};
		const [ada, grace] = [await take(here, team.owner), await take(there, team.member)];
		const stage = async (wanted: string) =>
			soon(async () => {
				const [row] = await database.query<{ stage: string }>(
					'select stage from public.retrospectives where id = $1::uuid',
					[id]
				);
				expect(row?.stage).toBe(wanted);
			});
		ada.commands.start();
		await stage('grade');
		await soon(() => expect(grace.document.progress().segment?.id).toBe('grade'));
		// Both press Next, each on a node of their own.
		for (const { commands } of [ada, grace]) commands.enter('grade', 'brainstorm');
		await stage('brainstorm');
		for (const [index, person] of [team.owner, team.member].entries())
			for (let count = 0; count < 10; count += 1)
				await person.client
					.rpc('write_silent_card', {
						retrospective: id,
						card: randomUUID(),
						side: 'worked',
						body: `Note ${index} ${count}`
					})
					.throwOnError();
		for (const { commands } of [ada, grace]) commands.enter('brainstorm', 'group');
		for (const { document } of [ada, grace])
			await soon(() => expect(document.cards.all()).toHaveLength(20));
		const words = ada.document.cards.all().map(({ body }) => body);
		expect(new Set(words).size).toBe(20);
		await soon(() => expect(grace.document.cards.all()).toEqual(ada.document.cards.all()));

		grace.commands.enter('group', 'vote');
		await stage('vote');
		const theme = ada.document.cards.all()[0]?.theme ?? '';
		for (const { client } of [team.owner, team.member])
			await client.rpc('vote_for_theme', { retrospective: id, theme, dots: 3 }).throwOnError();
		for (const { commands } of [ada, grace]) commands.enter('vote', 'outcomes');
		for (const { document } of [ada, grace])
			await soon(() => expect([...document.totals.all()]).toEqual([[theme, 6]]));

		ada.commands.record({ kind: 'learning', title: 'Said on one node' });
		grace.commands.record({ kind: 'learning', title: 'Said on the other' });
		await soon(() => expect(ada.document.outcomes.all()).toHaveLength(2));
		await soon(() => expect(grace.document.outcomes.all()).toHaveLength(2));
		for (const { commands } of [ada, grace]) commands.close(0);
		for (const { connection } of [ada, grace])
			await soon(() => expect(connection.state).toMatchObject({ readOnly: 'sealed' }));
		const count = async (table: string) => {
			const [row] = await database.query<{ count: number }>(
				`select count(*)::int as count from public.${table} where retrospective_id = $1::uuid`,
				[id]
			);
			return Number(row?.count);
		};
		expect(await count('retrospective_cards')).toBe(20);
		expect(await count('retrospective_outcomes')).toBe(2);
		expect(await count('retrospective_votes')).toBe(0);
	});
});
