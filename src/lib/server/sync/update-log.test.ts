import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { onBothBackends, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import type { Database } from '../database/database.ts';
import { limits } from './limits.ts';
import { enter, makeMeeting, meetingIn, openSite, soon, type Site } from './sync-site.ts';
import { compactDocument, loadDocument, UpdateLog } from './update-log.ts';

describe('the log of a document', () => {
	onBothBackends((backend) => keepsItsPromises(backend));
});

function keepsItsPromises(backend: () => Backend): void {
	let ada: Person;
	let team: Team;
	let meeting: string;
	let name: string;
	let site: Site | undefined;
	beforeEach(async () => {
		ada ??= await join(backend(), 'Ada');
		team ??= await found(ada, 'Northwind Robotics', 'Leadership team');
		meeting = (await makeMeeting(backend().database, team.id)).id;
		name = `meeting:${meeting}`;
	});
	afterEach(async () => {
		await site?.close();
		site = undefined;
	});

	const stored = () =>
		backend().database.query<Record<string, unknown>>(
			`select encode(data, 'hex') as data from private.updates where document = $1
			union all select encode(snapshot, 'hex') from private.documents where name = $1 order by 1`,
			[name]
		);

	const append = (log: UpdateLog, update: Uint8Array) =>
		new Promise<boolean>((written) => log.append(name, update, written));

	async function load(): Promise<Y.Doc> {
		const doc = new Y.Doc();
		const loaded = await loadDocument(backend().database, name);
		for (const update of loaded?.updates ?? []) Y.applyUpdate(doc, update);
		return doc;
	}

	/** A document with words in it, which nobody has open. */
	async function written(): Promise<void> {
		site = await openSite(backend());
		const writer = await enter(site.host, meeting, ada);
		writer.write('kept');
		await soon(() => expect(writer.isSaved()).toBe(true));
		writer.leave();
		await soon(() => expect(site?.rooms.count).toBe(0));
		await site.close();
	}

	test('a document that could not be loaded is never served empty, and stays as it is', async () => {
		await written();
		const before = await stored();
		let fails = true;
		const database: Database = {
			...backend().database,
			query: async (statement, parameters) => {
				if (fails && statement.includes('from private.updates')) throw new Error('too slow');
				return backend().database.query(statement, parameters);
			}
		};
		site = await openSite(backend(), { database });
		const reader = await enter(site.host, meeting, ada);
		reader.write('typed while it failed');
		await soon(() => expect(reader.connection.state.state).toBe('offline'));
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(reader.connection.synced).toBe(false);
		expect(await stored()).toEqual(before);
		fails = false;
		await soon(() => expect(reader.lines().toSorted()).toEqual(['kept', 'typed while it failed']));
		reader.leave();
	});

	test('folding the log loses nothing while others write', async () => {
		await written();
		const log = new UpdateLog(backend().database);
		const writer = await load();
		const waits: Promise<boolean>[] = [];
		writer.on('update', (update: Uint8Array) => waits.push(append(log, update)));
		const folding = (async () => {
			for (let count = 0; count < 15; count += 1) await compactDocument(backend().database, name);
		})();
		const loads: number[] = [];
		for (let count = 0; count < 150; count += 1) {
			writer.getMap('checkIns').set(`key ${count}`, count);
			if (count % 10 !== 0) continue;
			await Promise.all(waits);
			loads.push((await load()).getMap('checkIns').size - count);
		}
		await Promise.all([...waits, folding]);
		// Whoever loads in between sees at least everything that was saved before.
		expect(loads.every((more) => more >= 1)).toBe(true);
		expect((await load()).getMap('checkIns').size).toBe(150);
		await compactDocument(backend().database, name);
		expect((await load()).getMap('checkIns').size).toBe(150);
		expect(await stored()).toHaveLength(1);
	});

	test('what is known of a snapshot is believed of that snapshot and of no other', async () => {
		const { database } = backend();
		await written();
		await compactDocument(database, name);
		const doc = await load();
		const folded = await loadDocument(database, name);
		const { sv, ds } = Y.snapshot(doc);
		expect(folded?.updates).toHaveLength(1);
		expect(folded?.outline).toEqual({ reached: sv, deleted: ds.clients, hasBegun: false });
		// As a process writes it that knows of no outlines.
		await database.query(
			'update private.documents set snapshot_through = snapshot_through + 1 where name = $1',
			[name]
		);
		expect((await loadDocument(database, name))?.outline).toBeUndefined();
	});

	test('a long meeting is folded while it goes on, and loses nothing', async () => {
		site = await openSite(backend());
		const writer = await enter(site.host, meeting, ada);
		await soon(() => expect(writer.isSaved()).toBe(true));
		const text = writer.doc.getText('typed');
		for (let count = 0; count < limits.unfolded + 50; count += 1) {
			text.insert(count, 'x');
			if (count % 50 === 0) await soon(() => expect(writer.isSaved()).toBe(true));
		}
		await soon(() => expect(writer.isSaved()).toBe(true));
		await soon(async () => expect((await stored()).length).toBeLessThan(100));
		expect((await load()).getText('typed').length).toBe(limits.unfolded + 50);
		const newcomer = await enter(site.host, meeting, ada);
		await soon(() => expect(newcomer.doc.getText('typed').toJSON()).toBe(text.toJSON()));
		newcomer.leave();
		writer.leave();
	});

	test('what was struck out is gone from log and snapshot once everybody has left', async () => {
		const holds = async (word: string) =>
			JSON.stringify(await stored()).includes(Buffer.from(word).toString('hex'));
		await written();
		expect(await holds('kept')).toBe(true);
		site = await openSite(backend());
		const writer = await enter(site.host, meeting, ada);
		await soon(() => expect(writer.lines()).toEqual(['kept']));
		writer.document.notes('notes').delete(0, 1);
		writer.write('instead');
		await soon(() => expect(writer.isSaved()).toBe(true));
		writer.leave();
		await soon(() => expect(site?.rooms.count).toBe(0));
		expect(await holds('instead')).toBe(true);
		expect(await holds('kept')).toBe(false);
	});

	test('two nodes that open a meeting at once give it one agenda', async () => {
		const nodes = [await openSite(backend()), await openSite(backend())];
		const rooms = await Promise.all(nodes.map((node) => node.rooms.open(name)));
		for (const room of rooms) expect(meetingIn(room).segments.all()).toHaveLength(3);
		const doc = await load();
		expect(doc.getMap('segments').size).toBe(3);
		const [here, there] = rooms.map((room) => meetingIn(room).segments.all());
		expect(here).toEqual(there);
		for (const node of nodes) await node.close();
	});

	test('people who come and go in the moment a room is put away lose nothing', async () => {
		site = await openSite(backend(), { unloadAfterMs: 0 });
		const said: string[] = [];
		for (let count = 0; count < 20; count += 1) {
			const visitor = await enter(site.host, meeting, ada);
			const line = `visit ${count} ${randomUUID()}`;
			visitor.write(line);
			said.push(line);
			await soon(() => expect(visitor.isSaved()).toBe(true));
			visitor.leave();
			await new Promise((resolve) => setTimeout(resolve, (count % 5) * 3));
		}
		await soon(() => expect(site?.rooms.count).toBe(0));
		const doc = await load();
		const text = doc.getXmlFragment('notes:notes').toJSON();
		expect(said.filter((line) => !text.includes(line))).toEqual([]);
	});

	test('a document whose meeting is deleted takes its updates with it, and stops nobody', async () => {
		await written();
		const log = new UpdateLog(backend().database);
		await backend().database.query('delete from public.meetings where id = $1::uuid', [meeting]);
		const update = Y.encodeStateAsUpdate(new Y.Doc());
		await expect(append(log, update)).resolves.toBe(false);
		expect(await loadDocument(backend().database, name)).toBeUndefined();
	});
}
