import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { dismiss, people, type People } from '../../../../supabase/tests/people.ts';
import { readFeed } from '../calendar/feed.ts';
import type { Mail } from '../mail/mail.ts';
import {
	addCalendarLink,
	setInvites,
	withdrawCalendarLink,
	listCalendarLinks
} from '../rows/calendar-links.ts';
import { addSeries } from '../rows/series.ts';
import { changeMeeting } from '../rows/meetings.ts';
import { makeOccurrencesOf } from './make-occurrences.ts';
import { sendInvitations } from './send-invitations.ts';

const now = new Date('2026-11-17T08:00:00Z');

onBothBackends((backend) => {
	let who: People;
	let meetings: { id: string }[];
	const sent: Mail[] = [];
	let isDown = false;

	beforeAll(async () => {
		who = await people(backend());
		const { database } = backend();
		const format = crypto.randomUUID();
		await database.query(
			`insert into public.formats (id, team_id, name, steps)
			values ($1::text::uuid, $2::text::uuid, 'Weekly', '[{"key": "a", "kind": "check-in", "title": "Check-in", "minutes": 5, "guide": ""}]')`,
			[format, who.ours.id]
		);
		const series = await addSeries(who.owner.client, who.ours.id, {
			...{ name: 'Weekly', format, startsOn: '2026-11-16', weekday: 2, startsAt: '09:00' },
			...{ timeZone: 'Europe/London', minutes: 90, place: 'Room 4', facilitator: undefined }
		});
		await makeOccurrencesOf(database, series, now);
		meetings = await database.query(
			`select id::text as id from public.meetings where series_id = $1::text::uuid order by occurs_on`,
			[series]
		);
	});

	const run = async (at = now) => {
		sent.length = 0;
		await sendInvitations(
			{
				database: backend().database,
				openPost: () => ({
					send: async (mail) => {
						if (isDown) throw new Error('No such host');
						sent.push(mail);
					},
					close: () => {}
				}),
				from: 'Drumbeat <mail@drumbeat.example>',
				site: 'https://drumbeat.example',
				tell: () => {}
			},
			at
		);
		return sent.map(({ to, subject, calendar }) => ({
			to,
			subject,
			method: calendar?.method,
			sequence: sequenceOf(calendar?.content ?? '')
		}));
	};

	test('nobody is invited until an admin says so, and then each member once', async () => {
		expect(await run()).toEqual([]);
		expect(await setInvites(who.member.client, who.ours.id, true)).toBe(false);
		expect(await setInvites(who.owner.client, who.ours.id, true)).toBe(true);
		const first = await run();
		expect(first.map(({ to }) => to).toSorted()).toEqual(
			[who.owner.email, who.member.email].toSorted()
		);
		expect(first[0]).toMatchObject({ method: 'REQUEST', sequence: 0 });
		expect(await run()).toEqual([]);
	});

	test('a mail that fails goes out later, once, and what happens meanwhile is in it', async () => {
		const [, second] = meetings;
		const startsAt = '2026-11-24T15:00:00Z';
		await changeMeeting(who.owner.client, who.ours.id, second?.id ?? '', { startsAt });
		isDown = true;
		expect(await run()).toEqual([]);
		isDown = false;
		expect(await run()).toEqual([]);
		const later = await run(new Date('2026-11-17T08:06:00Z'));
		expect(later).toHaveLength(2);
		expect(later[0]).toMatchObject({ method: 'REQUEST', sequence: 1 });
		expect(later[0]?.subject).toBe('Moved: Weekly (Leadership team), Tue 24 Nov');
	});

	test('two nodes send one mail', async () => {
		const [, , third] = meetings;
		await changeMeeting(who.owner.client, who.ours.id, third?.id ?? '', { state: 'cancelled' });
		const at = new Date('2026-11-17T08:10:00Z');
		sent.length = 0;
		const both = await Promise.all([run(at), run(at)]);
		expect(both.length).toBe(2);
		expect(sent).toHaveLength(2);
		expect(sent.map(({ calendar }) => calendar?.method)).toEqual(['CANCEL', 'CANCEL']);
	});

	test('who leaves the team is told that the meetings are no longer theirs', async () => {
		await dismiss(who.owner, who.ours, who.member);
		const at = new Date('2026-11-17T08:20:00Z');
		expect(await run(at)).toMatchObject([{ to: who.member.email, method: 'CANCEL', sequence: 3 }]);
		expect(await run(at)).toEqual([]);
	});

	test('a link shows what its maker may read, says that nothing changed, and ends', async () => {
		const { database } = backend();
		const secret = await addCalendarLink(who.owner.client, who.ours.id, who.owner.id);
		const read = (one = secret) => readFeed(database, one, 'https://drumbeat.example', now);
		const feed = await read();
		const calendar = new ICAL.Component(ICAL.parse(feed?.content ?? '') as unknown[]);
		expect(calendar.getAllSubcomponents('vevent').length).toBe(2);
		expect((await read())?.etag).toBe(feed?.etag);
		const seen = await addCalendarLink(who.observer.client, who.ours.id, who.observer.id);
		expect((await read(seen))?.content).not.toContain('BEGIN:VEVENT');
		expect(await read(`${secret}x`)).toBeUndefined();
		const links = await listCalendarLinks(who.owner.client, who.ours.id);
		for (const { id } of links)
			expect(await withdrawCalendarLink(who.owner.client, who.ours.id, id, now)).toBe(true);
		expect(await read()).toBeUndefined();
		await expect(
			addCalendarLink(who.otherTeam.client, who.ours.id, who.otherTeam.id)
		).rejects.toThrow('row-level security');
	});
});

function sequenceOf(content: string): unknown {
	const [event] = new ICAL.Component(ICAL.parse(content) as unknown[]).getAllSubcomponents(
		'vevent'
	);
	return event?.getFirstPropertyValue('sequence');
}
