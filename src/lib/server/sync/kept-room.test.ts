import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import type { Database } from '../database/database.ts';
import {
	enter,
	makeMeeting,
	meetingIn,
	openSite,
	soon,
	type Participant,
	type Site
} from './sync-site.ts';

let backend: Backend;
let team: People;
let site: Site;
let meeting: Awaited<ReturnType<typeof makeMeeting>>;
beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
});
afterAll(() => backend.close());
beforeEach(async () => {
	meeting = await makeMeeting(backend.database, team.ours.id);
	site = await openSite(backend);
});
afterEach(() => site.close());

const rows = (table: string) =>
	backend.database.query<Record<string, unknown>>(
		`select * from public.${table} where meeting_id = $1::uuid`,
		[meeting.id]
	);

async function state(): Promise<string | undefined> {
	const [row] = await backend.database.query<{ state: string }>(
		'select state from public.meetings where id = $1::uuid',
		[meeting.id]
	);
	return row?.state;
}

async function chair(): Promise<Participant> {
	const ada = await enter(site.host, meeting.id, team.owner);
	await soon(() => expect(ada.isSaved()).toBe(true));
	return ada;
}

const step = (index: number) => meeting.steps[index]?.id ?? '';

test('what was agreed is in the database at every change of segment', async () => {
	const ada = await chair();
	ada.commands.start();
	await soon(async () => expect(await state()).toBe('live'));
	ada.commands.capture({ kind: 'decision', title: 'Open in Leeds', owner: team.member.id });
	expect(await rows('decisions')).toEqual([]);
	ada.commands.enter(step(0), step(1));
	await soon(async () =>
		expect(await rows('decisions')).toMatchObject([{ title: 'Open in Leeds' }])
	);
	ada.commands.capture({
		kind: 'action',
		title: 'Call Acme',
		owner: team.owner.id,
		due: '2026-11-28'
	});
	ada.commands.enter(step(1), step(2));
	await soon(async () =>
		expect(await rows('action_items')).toMatchObject([
			{ title: 'Call Acme', due_on: expect.anything() }
		])
	);
	ada.leave();
});

test('a closed meeting is settled, sealed and read-only for everybody', async () => {
	const ada = await chair();
	const grace = await enter(site.host, meeting.id, team.member);
	ada.commands.start();
	ada.commands.capture({ kind: 'insight', title: 'Customers like it' });
	ada.commands.close(0);
	for (const one of [ada, grace])
		await soon(() => expect(one.connection.state).toMatchObject({ readOnly: 'sealed' }));
	expect(await state()).toBe('closed');
	expect(await rows('insights')).toHaveLength(1);
	grace.commands.capture({ kind: 'insight', title: 'Too late' });
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(grace.connection.state.unsaved).toBeGreaterThan(0);
	expect(ada.document.outcomes.all()).toHaveLength(1);
	for (const one of [ada, grace]) one.leave();
});

test('nothing that says saved misses the rows, however close to the close it was typed', async () => {
	const ada = await chair();
	const grace = await enter(site.host, meeting.id, team.member);
	await soon(() => expect(grace.isSaved()).toBe(true));
	ada.commands.start();
	ada.commands.close(0);
	for (let count = 0; count < 40; count += 1) {
		grace.commands.capture({ kind: 'insight', title: `Insight ${count}` });
		await new Promise((resolve) => setImmediate(resolve));
	}
	await soon(() => expect(grace.connection.state).toMatchObject({ readOnly: 'sealed' }));
	await new Promise((resolve) => setTimeout(resolve, 100));
	const stored = await site.rooms.open(`meeting:${meeting.id}`);
	expect(await rows('insights')).toHaveLength(meetingIn(stored).outcomes.all().length);
	expect((await rows('insights')).length + grace.connection.state.unsaved).toBeGreaterThanOrEqual(
		40
	);
	for (const one of [ada, grace]) one.leave();
});

test('two people press Next in the same instant, and the meeting moves on once', async () => {
	const ada = await chair();
	const grace = await enter(site.host, meeting.id, team.member);
	ada.commands.start();
	await soon(() => expect(grace.document.progress().segment?.id).toBe(step(0)));
	ada.commands.enter(step(0), step(1));
	grace.commands.enter(step(0), step(1));
	await soon(() => expect(ada.document.events()).toHaveLength(3));
	for (const one of [ada, grace])
		await soon(() => expect(one.document.progress().segment?.id).toBe(step(1)));
	for (const one of [ada, grace]) one.leave();
});

test('two people take the chair at once: one has it, and both can tell', async () => {
	const ada = await chair();
	const grace = await enter(site.host, meeting.id, team.member);
	await soon(() => expect(grace.isSaved()).toBe(true));
	ada.commands.takeChair();
	grace.commands.takeChair();
	await soon(() => expect(ada.document.events()).toHaveLength(2));
	await soon(() => expect(grace.document.progress()).toEqual(ada.document.progress()));
	const { chair: chosen, chairMissedBy } = ada.document.progress();
	expect([chosen, chairMissedBy?.person].toSorted()).toEqual(
		[team.owner.id, team.member.id].toSorted()
	);
	for (const one of [ada, grace]) one.leave();
});

test('closing twice closes once', async () => {
	const ada = await chair();
	const grace = await enter(site.host, meeting.id, team.member);
	ada.commands.start();
	await soon(() => expect(grace.document.progress().state).toBe('live'));
	ada.commands.close(0);
	grace.commands.close(2);
	await soon(() => expect(ada.connection.state).toMatchObject({ readOnly: 'sealed' }));
	expect(await state()).toBe('closed');
	await soon(() => expect(grace.document.progress()).toEqual(ada.document.progress()));
	expect([0, 2]).toContain(ada.document.progress().passed);
	for (const one of [ada, grace]) one.leave();
});

test('a meeting everybody has left parks itself, and goes on when somebody resumes it', async () => {
	await site.close();
	site = await openSite(backend, { parkAfterMs: 100 });
	const ada = await chair();
	ada.commands.start();
	await soon(async () => expect(await state()).toBe('live'));
	ada.leave();
	await soon(async () => expect(await state()).toBe('parked'));
	await soon(() => expect(site.rooms.count).toBe(0));

	const grace = await enter(site.host, meeting.id, team.member);
	await soon(() => expect(grace.document.progress().state).toBe('parked'));
	grace.commands.unpark();
	await soon(async () => expect(await state()).toBe('live'));
	expect(grace.document.progress()).toMatchObject({
		chair: team.member.id,
		segment: { id: step(0) }
	});
	grace.leave();
});

test('somebody who only reloads the page does not park the meeting', async () => {
	await site.close();
	site = await openSite(backend, { parkAfterMs: 300 });
	const ada = await chair();
	ada.commands.start();
	await soon(async () => expect(await state()).toBe('live'));
	ada.leave();
	await new Promise((resolve) => setTimeout(resolve, 100));
	const again = await chair();
	await new Promise((resolve) => setTimeout(resolve, 400));
	expect(again.document.progress().state).toBe('live');
	again.leave();
});

test('a meeting left live by a server that stopped parks after the next start', async () => {
	const ada = await chair();
	ada.commands.start();
	await soon(async () => expect(await state()).toBe('live'));
	await site.close();
	ada.leave();
	site = await openSite(backend, { parkAfterMs: 100 });
	await site.rooms.watchAbandoned();
	await soon(async () => expect(await state()).toBe('parked'));
});

test('a close whose settling was cut off is finished when the meeting is opened again', async () => {
	await site.close();
	const cutOff: Database = {
		...backend.database,
		query: async (statement, parameters) => {
			if (statement.includes('settle_meeting')) return new Promise(() => {});
			return backend.database.query(statement, parameters);
		}
	};
	const dying = await openSite(backend, { database: cutOff });
	const ada = await enter(dying.host, meeting.id, team.owner);
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.commands.start();
	ada.commands.capture({ kind: 'risk', title: 'One supplier' });
	ada.commands.close(0);
	await soon(() => expect(ada.isSaved()).toBe(true));
	ada.leave();
	expect(await state()).toBe('draft');

	site = await openSite(backend);
	const grace = await enter(site.host, meeting.id, team.member);
	await soon(() => expect(grace.connection.state).toMatchObject({ readOnly: 'sealed' }));
	expect(await state()).toBe('closed');
	expect(await rows('risks')).toMatchObject([{ title: 'One supplier' }]);
	grace.leave();
});

test('a meeting without a single segment can be held and closed', async () => {
	meeting = await makeMeeting(backend.database, team.ours.id, []);
	const ada = await chair();
	ada.commands.start();
	ada.commands.capture({ kind: 'decision', title: `Keep it short ${randomUUID()}` });
	ada.commands.close(0);
	await soon(() => expect(ada.connection.state).toMatchObject({ readOnly: 'sealed' }));
	expect(await rows('decisions')).toHaveLength(1);
	ada.leave();
});
