import { beforeEach, describe, expect, test } from 'vitest';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { settledContent } from '#lib/live/settled-content.ts';
import * as Y from 'yjs';
import { onBothBackends, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import { settleMeeting } from '../settle/settle-meeting.ts';
import { Leases, type Lease } from './leases.ts';
import type { Nodes } from './nodes.ts';
import { makeMeeting } from './sync-site.ts';

describe('looking after a document', () => {
	onBothBackends((backend) => keepsItsPromises(backend));
});

/** Another node as far as leases ask: who it is, and whom it hears. */
const node = (id: string, alive: string[]) =>
	({ id, isAlive: (other: string) => alive.includes(other) }) as unknown as Nodes;

function keepsItsPromises(backend: () => Backend): void {
	const [one, two] = [
		'00000000-0000-4000-8000-000000000001',
		'00000000-0000-4000-8000-000000000002'
	];
	let ada: Person;
	let team: Team;
	let meeting: string;
	let document: string;
	beforeEach(async () => {
		ada ??= await join(backend(), 'Ada');
		team ??= await found(ada, 'Northwind Robotics', 'Leadership team');
		meeting = (await makeMeeting(backend().database, team.id)).id;
		document = `meeting:${meeting}`;
		await backend().database.query(
			'insert into private.documents (name, team_id, meeting_id) values ($1, $2::uuid, $3::uuid)',
			[document, team.id, meeting]
		);
	});

	const runOut = () =>
		backend().database.query(
			`update private.documents set kept_until = now() - interval '1 second' where name = $1`,
			[document]
		);
	const settle = (lease: Lease) => {
		const content = settledContent(new MeetingDocument(new Y.Doc()), Date.now());
		return settleMeeting(backend().database, meeting, content, lease);
	};

	test('one node at a time has it, and keeps it while it asks', async () => {
		const first = new Leases(backend().database, node(one, [two]));
		const second = new Leases(backend().database, node(two, [one]));
		expect(await first.take(document)).toEqual({ node: one, epoch: 1 });
		expect(await second.take(document)).toBe('kept');
		expect(await first.take(document)).toEqual({ node: one, epoch: 1 });
		await first.release(document);
		expect(await second.take(document)).toEqual({ node: two, epoch: 2 });
	});

	test('of two that ask at once one gets it', async () => {
		const leases = [one, two].map((id) => new Leases(backend().database, node(id, [one, two])));
		const answers = await Promise.all(leases.map((lease) => lease.take(document)));
		expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1);
	});

	test('a node that was paused past its lease cannot write any more', async () => {
		const first = new Leases(backend().database, node(one, [two]));
		const second = new Leases(backend().database, node(two, []));
		const old = (await first.take(document)) as Lease;
		expect(await settle(old)).toBe(true);
		expect(await second.take(document)).toBe('orphaned');
		await runOut();
		await expect(settle(old)).rejects.toThrow('another node looks after this document');
		const taken = (await second.take(document)) as Lease;
		expect(taken.epoch).toBe(2);
		await expect(settle(old)).rejects.toThrow('another node looks after this document');
		expect(await settle(taken)).toBe(true);
	});

	test('a server that is alone takes up what it left before it was ended', async () => {
		const before = (await new Leases(backend().database).take(document)) as Lease;
		const after = (await new Leases(backend().database).take(document)) as Lease;
		expect(after.epoch).toBe(before.epoch + 1);
		await expect(settle(before)).rejects.toThrow('another node');
	});
}
