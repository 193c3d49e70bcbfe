import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { dismiss, invite, join, people, type People } from '../../../../supabase/tests/people.ts';
import type { NodeMessage } from './node-message.ts';
import { Nodes } from './nodes.ts';
import { enter, makeMeeting, openSite, soon, type Participant, type Site } from './sync-site.ts';

const redis = process.env.TEST_REDIS_URL;

/** A node whose messages get lost and repeated, by chance or altogether. */
class Unlucky extends Nodes {
	loses: (message: NodeMessage) => boolean = () => false;

	override say(document: string, message: NodeMessage): void {
		if (this.loses(message)) return;
		super.say(document, message);
		if (message.kind === 'update') super.say(document, message);
	}
}

type Node = Site & { nodes: Unlucky };

describe.skipIf(!redis)(`two nodes${redis ? '' : ' (needs TEST_REDIS_URL)'}`, () => {
	let backend: Backend;
	let team: People;
	let meeting: Awaited<ReturnType<typeof makeMeeting>>;
	let here: Node;
	let there: Node;
	beforeAll(async () => {
		backend = await startBackend();
		team = await people(backend);
	});
	afterAll(() => backend.close());
	beforeEach(async () => {
		meeting = await makeMeeting(backend.database, team.ours.id);
		[here, there] = [await start(), await start()];
	});
	afterEach(async () => {
		for (const node of [here, there]) await stop(node);
	});

	async function start(parkAfterMs = 60_000): Promise<Node> {
		const nodes = new Unlucky(redis ?? '', () => {});
		const site = await openSite(backend, { nodes, parkAfterMs });
		await soon(() => expect(nodes.isReachable).toBe(true));
		return { ...site, nodes };
	}

	async function stop(node: Node): Promise<void> {
		await node.close();
		await node.nodes.close();
	}

	async function adaAndGrace(): Promise<[Participant, Participant]> {
		const ada = await enter(here.host, meeting.id, team.owner);
		const grace = await enter(there.host, meeting.id, team.member);
		await soon(() => expect(ada.isSaved() && grace.isSaved()).toBe(true));
		return [ada, grace];
	}

	const peopleSeenBy = ({ connection }: Participant) =>
		[...connection.awareness.getStates().values()].map((state): unknown => state.person);

	const step = (index: number) => meeting.steps[index]?.id ?? '';

	test('show each other what is typed, and who is here', async () => {
		const [ada, grace] = await adaAndGrace();
		for (let count = 0; count < 20; count += 1) {
			ada.write(`Ada ${count}`);
			grace.write(`Grace ${count}`);
		}
		await soon(() => expect(ada.lines()).toHaveLength(40));
		await soon(() => expect(grace.lines()).toEqual(ada.lines()));
		await soon(() => expect(ada.isSaved() && grace.isSaved()).toBe(true));
		// What Grace reads of Ada is known to be stored, though another node stored it.
		await soon(() => expect(grace.connection.isDurable(ada.doc.clientID)).toBe(true));
		for (const one of [ada, grace])
			await soon(() =>
				expect(peopleSeenBy(one).toSorted()).toEqual([team.owner.id, team.member.id].toSorted())
			);
		ada.leave();
		await soon(() => expect(peopleSeenBy(grace)).toEqual([team.member.id]));
		grace.leave();
	});

	test('agree within seconds though half of what they say is lost', async () => {
		let seed = 12345;
		const chance = () => (seed = (seed * 48271) % 2147483647) % 2 === 0;
		for (const { nodes } of [here, there]) nodes.loses = chance;
		const [ada, grace] = await adaAndGrace();
		for (let count = 0; count < 30; count += 1) {
			ada.write(`Ada ${count}`);
			grace.write(`Grace ${count}`);
			if (count % 5 === 4) grace.document.notes('notes').delete(0, 1);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		// A question and its answer both get through once in four seconds.
		await vi.waitFor(() => expect(grace.lines()).toEqual(ada.lines()), 20_000);
		await vi.waitFor(() => expect(ada.isSaved() && grace.isSaved()).toBe(true), 20_000);
		for (const one of [ada, grace]) one.leave();
	});

	test('read from the log what nobody tells them', async () => {
		for (const { nodes } of [here, there]) {
			nodes.loses = () => true;
			Object.defineProperty(nodes, 'isReachable', { get: () => false });
		}
		const [ada, grace] = await adaAndGrace();
		ada.write('said without Redis');
		await soon(() => expect(grace.lines()).toEqual(['said without Redis']));
		grace.document.notes('notes').delete(0, 1);
		await soon(() => expect(ada.lines()).toEqual([]));
		for (const one of [ada, grace]) one.leave();
	});

	test('store what a node passed on and could not store before it died', async () => {
		const lost = await openSite(
			{ ...backend },
			{ nodes: there.nodes, database: withoutAppends(backend.database) }
		);
		const ada = await enter(here.host, meeting.id, team.owner);
		await soon(() => expect(ada.isSaved()).toBe(true));
		const grace = await enter(lost.host, meeting.id, team.member);
		await soon(() => expect(grace.connection.synced).toBe(true));
		grace.write('seen by Ada, stored by nobody');
		await soon(() => expect(ada.lines()).toHaveLength(1));
		ada.write('an answer to it');
		// It hangs on what is not stored yet, and would be lost with it.
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(ada.isSaved()).toBe(false);
		expect(grace.isSaved()).toBe(false);
		await soon(() => expect(ada.isSaved()).toBe(true));
		for (const one of [ada, grace]) one.leave();
		await soon(() => expect(here.rooms.count).toBe(0));
		const later = await enter(here.host, meeting.id, team.owner);
		await soon(() =>
			expect(later.lines()).toEqual(['seen by Ada, stored by nobody', 'an answer to it'])
		);
		later.leave();
	});

	test('take the people of a node that leaves off the list', async () => {
		const [ada, grace] = await adaAndGrace();
		await soon(() => expect(peopleSeenBy(ada)).toHaveLength(2));
		// Its sockets stay open for once, so that only its word counts.
		await there.nodes.close();
		await soon(() => expect(peopleSeenBy(ada)).toEqual([team.owner.id]));
		for (const one of [ada, grace]) one.leave();
	});

	test('show somebody out on whatever node they are, who was removed from the team', async () => {
		const removed = await join(backend, 'Removed');
		await invite(team.owner, team.ours, removed, 'member');
		const ada = await enter(here.host, meeting.id, team.owner);
		const gone = await enter(there.host, meeting.id, removed);
		await soon(() => expect(ada.isSaved() && gone.isSaved()).toBe(true));
		await dismiss(team.owner, team.ours, removed);
		await soon(() => expect(gone.connection.state).toMatchObject({ state: 'refused', code: 4403 }));
		ada.write('after they left');
		await soon(() => expect(ada.isSaved()).toBe(true));
		expect(gone.lines()).toEqual([]);
		await soon(() => expect(peopleSeenBy(ada)).toEqual([team.owner.id]));
		for (const one of [ada, gone]) one.leave();
	});

	test('settle a meeting once, seal it on both, and leave out nothing that was saved', async () => {
		const [ada, grace] = await adaAndGrace();
		ada.commands.start();
		await soon(() => expect(grace.document.progress().state).toBe('live'));
		grace.commands.capture({ kind: 'decision', title: 'Open in Leeds' });
		await soon(() => expect(ada.document.outcomes.all()).toHaveLength(1));
		ada.commands.enter(step(0), step(1));
		await soon(async () => expect(await count('decisions')).toBe(1));
		ada.commands.close(0);
		for (let index = 0; index < 20; index += 1) {
			grace.commands.capture({ kind: 'insight', title: `Insight ${index}` });
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		for (const one of [ada, grace])
			await soon(() => expect(one.connection.state).toMatchObject({ readOnly: 'sealed' }));
		const saved = 20 - grace.connection.state.unsaved;
		expect(await count('insights')).toBeGreaterThanOrEqual(saved);
		const [document] = await backend.database.query<{ keeper_epoch: number }>(
			'select keeper_epoch from private.documents where name = $1',
			[`meeting:${meeting.id}`]
		);
		expect(Number(document?.keeper_epoch)).toBe(1);
		for (const one of [ada, grace]) one.leave();
	});

	test('park a meeting only when it was left on both, and park it once', async () => {
		for (const node of [here, there]) await stop(node);
		[here, there] = [await start(300), await start(300)];
		const [ada, grace] = await adaAndGrace();
		ada.commands.start();
		await soon(() => expect(grace.document.progress().state).toBe('live'));
		ada.leave();
		await new Promise((resolve) => setTimeout(resolve, 800));
		expect(grace.document.progress().state).toBe('live');
		grace.leave();
		await soon(async () => expect(await state()).toBe('parked'));
		const later = await enter(here.host, meeting.id, team.owner);
		await soon(() => expect(later.document.progress().state).toBe('parked'));
		expect(later.document.events().filter(({ type }) => type === 'parked')).toHaveLength(1);
		later.leave();
	});

	async function count(table: string): Promise<number> {
		const rows = await backend.database.query(
			`select 1 from public.${table} where meeting_id = $1::uuid`,
			[meeting.id]
		);
		return rows.length;
	}

	async function state(): Promise<string | undefined> {
		const [row] = await backend.database.query<{ state: string }>(
			'select state from public.meetings where id = $1::uuid',
			[meeting.id]
		);
		return row?.state;
	}
});

/** A database that can be read, and never finishes a write to the log. */
function withoutAppends(database: Backend['database']): Backend['database'] {
	return {
		...database,
		query: async (statement, parameters) =>
			statement.includes('insert into private.updates') && !statement.includes('created')
				? new Promise(() => {})
				: database.query(statement, parameters)
	};
}
