import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MeetingCommands } from '../../src/lib/live/meeting-commands.ts';
import { MeetingDocument } from '../../src/lib/live/meeting-document.ts';
import { appendLine } from '../../src/lib/live/note-lines.ts';
import { seedAgenda } from '../../src/lib/live/seed-agenda.ts';
import { settledContent } from '../../src/lib/live/settled-content.ts';
import { documentWithoutSealed } from '../../src/lib/server/archive/sealed-items.ts';
import { findRecap, sealPlace } from '../../src/lib/server/rows/recap.ts';
import { settleMeeting } from '../../src/lib/server/settle/settle-meeting.ts';
import { makeMeeting } from '../../src/lib/server/sync/sync-site.ts';
import { onBothBackends } from './backends.ts';
import { people, type People } from './people.ts';

const secret = 'Canary: Tom leaves in May';
const texts = {
	hot_items: 'title',
	notes: 'body',
	decisions: 'title',
	action_items: 'title',
	insights: 'title',
	risks: 'title'
} as const;

onBothBackends((backend) => {
	let who: People;
	beforeAll(async () => {
		who = await people(backend());
	});

	/** A meeting with a hot item and a step that hold the secret, and an open item beside them. */
	async function hold(seal: 'item' | 'step' | 'nothing' | 'opened again') {
		const { database } = backend();
		const { id, steps } = await makeMeeting(database, who.ours.id);
		await database.query(`update public.meetings set state = 'live' where id = $1::uuid`, [id]);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, seedAgenda(steps as never));
		const meeting = new MeetingDocument(doc);
		const commands = new MeetingCommands(meeting, {
			person: who.member.id,
			now: () => Date.UTC(2026, 10, 16, 9),
			newId: randomUUID
		});
		commands.start();
		const step = steps[0]?.id ?? '';
		const inStep = seal === 'step';
		const item = commands.raise({ title: inStep ? 'A step' : secret, question: 'When?' });
		const note = (of: string, text: string) =>
			appendLine(meeting.notes(of), { id: randomUUID(), by: who.member.id, at: 1, text });
		note(inStep ? step : item, secret);
		note('prepare', 'Sales are up');
		for (const kind of ['decision', 'action', 'insight', 'risk'] as const)
			commands.capture({ kind, title: secret, ...(inStep ? {} : { item, segment: null }) });
		commands.capture({ kind: 'decision', title: 'Open in Leeds', segment: steps[1]?.id ?? null });
		commands.showSuggestion('a', {
			kind: 'agreed before',
			words: `“${secret}” again?`,
			source: 'rule'
		});
		if (seal !== 'nothing') commands.seal(inStep ? step : item, true);
		if (seal === 'opened again') commands.seal(item, false);
		commands.close(0);
		await settleMeeting(database, id, settledContent(meeting, Date.now()));
		return { id, item, meeting };
	}

	async function readBy(person: 'member' | 'owner' | 'observer', meeting: string) {
		const found = await Promise.all(
			Object.entries(texts).map(async ([table, column]) => {
				const { client } = who[person];
				const { data } = await client
					.from(table)
					.select(column)
					.eq('meeting_id', meeting)
					.throwOnError();
				return [table, JSON.stringify(data).includes('Canary')] as const;
			})
		);
		return found.flatMap(([table, isRead]) => (isRead ? table : []));
	}

	const all = Object.keys(texts);

	test('what is sealed with an item is read by the members, and by no observer', async () => {
		const { id } = await hold('item');
		expect(await readBy('member', id)).toEqual(all);
		expect(await readBy('owner', id)).toEqual(all);
		expect(await readBy('observer', id)).toEqual([]);
		const { data } = await who.observer.client
			.from('decisions')
			.select('title')
			.eq('meeting_id', id);
		expect(data).toEqual([{ title: 'Open in Leeds' }]);
	});

	test('a sealed step seals its notes and what was recorded in it', async () => {
		const { id } = await hold('step');
		expect(await readBy('observer', id)).toEqual([]);
		expect(await readBy('member', id)).toEqual(all.filter((table) => table !== 'hot_items'));
	});

	test('what people say in a sealed check-in is the members’ alone, while the meeting is held and afterwards', async () => {
		const { database } = backend();
		const { id, steps } = await makeMeeting(database, who.ours.id);
		await database.query(`update public.meetings set state = 'live' where id = $1::uuid`, [id]);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, seedAgenda(steps as never));
		const meeting = new MeetingDocument(doc);
		const at = (person: string) =>
			new MeetingCommands(meeting, {
				person,
				now: () => Date.UTC(2026, 10, 16, 9),
				newId: randomUUID
			});
		const member = at(who.member.id);
		member.start();
		const step = meeting.segments.all().find(({ kind }) => kind === 'check-in')?.id ?? '';
		expect(step).not.toBe('');
		const settle = () => settleMeeting(database, id, settledContent(meeting, Date.now()));
		const readsAll = async (kind: 'member' | 'observer') => {
			const { client } = who[kind];
			const [there, sealed, recap] = await Promise.all([
				client.from('attendances').select('check_in').eq('meeting_id', id).throwOnError(),
				client.from('sealed_check_ins').select('words').eq('meeting_id', id).throwOnError(),
				findRecap(client as never, id)
			]);
			return {
				there: there.data.length,
				bare: JSON.stringify(there.data).includes('Canary'),
				sealed: JSON.stringify(sealed.data).includes('Canary'),
				recap: JSON.stringify(recap).includes('Canary')
			};
		};
		member.arrive();
		member.checkIn(secret);
		member.seal(step, true);
		await settle();
		// Once it is sealed somebody else comes, and the first says it in other words.
		at(who.owner.id).arrive();
		at(who.owner.id).checkIn(`${secret}, I fear`);
		member.checkIn(`${secret} or June`);
		await settle();
		expect(await readsAll('observer')).toEqual({
			there: 2,
			bare: false,
			sealed: false,
			recap: false
		});
		expect(await readsAll('member')).toEqual({ there: 2, bare: false, sealed: true, recap: true });
		member.close(0);
		await settle();
		expect(await readsAll('observer')).toEqual({
			there: 2,
			bare: false,
			sealed: false,
			recap: false
		});
		const exported = documentWithoutSealed(Y.encodeStateAsUpdate(doc), {
			items: new Set([step]),
			words: new Set()
		});
		expect(Buffer.from(exported).includes('Canary')).toBe(false);
		expect(await sealPlace(who.member.client as never, step, false)).toBe(true);
		expect(await readsAll('observer')).toEqual({
			there: 2,
			bare: true,
			sealed: false,
			recap: true
		});
		expect(await sealPlace(who.member.client as never, step, true)).toBe(true);
		expect(await readsAll('observer')).toEqual({
			there: 2,
			bare: false,
			sealed: false,
			recap: false
		});
	});

	test('what was never sealed, or opened again before the end, is read by all', async () => {
		for (const seal of ['nothing', 'opened again'] as const)
			expect(await readBy('observer', (await hold(seal)).id)).toEqual(all);
	});

	test('of a suggestion about something sealed only its kind is kept', async () => {
		const kept = async (id: string) =>
			(
				await who.member.client
					.from('suggestion_showings')
					.select('kind, words')
					.eq('meeting_id', id)
			).data;
		expect(await kept((await hold('item')).id)).toEqual([{ kind: 'agreed before', words: '' }]);
		expect(JSON.stringify(await kept((await hold('nothing')).id))).toContain('Canary');
	});

	test('the weekly mail of a member holds nothing that is sealed', async () => {
		const week = async () =>
			JSON.stringify(
				(await who.member.client.rpc('read_week', { of_team: who.ours.id, today: '2026-11-18' }))
					.data
			);
		await backend().database.query('delete from public.meetings where team_id = $1::uuid', [
			who.ours.id
		]);
		await hold('item');
		expect(await week()).not.toContain('Canary');
		await hold('nothing');
		expect(await week()).toContain('Canary');
	});

	test('after the close a member seals and opens; observers, strangers and unknown things change nothing', async () => {
		const { id, item } = await hold('nothing');
		const seal = async (
			person: keyof People & ('member' | 'observer' | 'otherTeam'),
			sealed: boolean,
			place = item
		) =>
			(
				await who[person].client
					.rpc('seal_place', { of_place: place, is_sealed: sealed })
					.throwOnError()
			).data as unknown;
		expect(await seal('observer', true)).toBe(false);
		expect(await seal('otherTeam', true)).toBe(false);
		expect(await seal('member', true, randomUUID())).toBe(false);
		expect(await readBy('observer', id)).toEqual(all);
		expect(await seal('member', true)).toBe(true);
		expect(await readBy('observer', id)).toEqual([]);
		expect(await seal('observer', false)).toBe(false);
		expect(await seal('member', false)).toBe(true);
		expect(await readBy('observer', id)).toEqual(all);
	});

	test('settling what is sealed twice changes nothing', async () => {
		const { database } = backend();
		const { id, meeting } = await hold('item');
		const rows = () =>
			database.query(
				'select title, sealed from public.decisions where meeting_id = $1::uuid order by id',
				[id]
			);
		const before = await rows();
		await database.query(`update public.meetings set state = 'live' where id = $1::uuid`, [id]);
		await settleMeeting(database, id, settledContent(meeting, Date.now()));
		expect(await rows()).toEqual(before);
	});
});
