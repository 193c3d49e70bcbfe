import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { documentName } from '#lib/live/protocol.ts';
import { loadDocument } from '../sync/update-log.ts';
import { reasons } from './ledger-rows.ts';
import { createSampleCompany, removeSampleCompany, type SampleCompany } from './sample-company.ts';

const morning = new Date('2026-11-17T07:40:00Z');

let backend: Backend;
let company: SampleCompany;
beforeAll(async () => {
	backend = await startBackend();
	company = await createSampleCompany({ supabase: backend }, morning);
});
afterAll(() => backend.close());

test('every past meeting left outcomes, each with an owner, actions with a due date', async () => {
	const meetings = await backend.database.query<{ number: number; outcomes: number }>(
		`select m.number, (select count(*)::int from public.action_items a where a.meeting_id = m.id)
			+ (select count(*)::int from public.decisions d where d.meeting_id = m.id) as outcomes
		from public.meetings m where m.state = 'closed' order by m.number`
	);
	expect(meetings.map(({ number }) => number)).toEqual([38, 39, 40, 41, 42, 43, 44, 45]);
	expect(meetings.every(({ outcomes }) => outcomes >= 5)).toBe(true);
	const loose = await backend.database.query(
		`select title from public.action_items where owner_id is null or due_on is null
		union all select title from public.decisions where owner_id is null
		union all select title from public.risks where owner_id is null`
	);
	expect(loose).toEqual([]);
});

test('there is something to read: at least forty outcomes, all named in full', async () => {
	const outcomes = await backend.database.query<{ title: string }>(
		`select title from public.decisions union all select title from public.action_items
		union all select title from public.insights union all select title from public.risks`
	);
	expect(outcomes.length).toBeGreaterThanOrEqual(40);
	const unfilled = await backend.database.query(
		`select body from public.notes where body ~ '[{}]'
		union all select title from public.hot_items where title || question ~ '[{}]'
		union all select body from public.cascade_messages where body ~ '[{}]'
		union all select title from public.risks where title ~ '[{}]'
		union all select how_much from public.leadership_messages where how_much ~ '[{}]'`
	);
	expect(unfilled).toEqual([]);
});

test('nothing was done before it was promised, or later than today', async () => {
	const odd = await backend.database.query(
		`select title from public.action_items
		where done_at < captured_at or done_at > '2026-11-17T07:40:00Z'::timestamptz`
	);
	expect(odd).toEqual([]);
});

test('a review says done of what was done by then, and not done of what was not', async () => {
	const wrong = await backend.database.query(
		`select a.title from public.action_reviews r
		join public.action_items a on a.id = r.action_id
		join public.meetings m on m.id = r.meeting_id
		where r.done is distinct from coalesce(a.done_at < m.starts_at, false)`
	);
	expect(wrong).toEqual([]);
});

test('fifteen metrics have a year of readings, and three owners still owe this week’s', async () => {
	const rows = await backend.database.query<{ count: number; last: string }>(
		`select count(*)::int as count, max(period)::text as last from public.readings
		group by metric_id order by count`
	);
	expect(rows.map(({ count }) => count)).toEqual([52, 52, 52, ...Array<number>(12).fill(53)]);
	expect(rows.at(-1)?.last).toBe('2026-11-16');
});

test('the next meeting already holds what people raised and who is away left, and settled meetings are sealed', async () => {
	const rows = await backend.database.query<{ id: string; number: number }>(
		'select id::text as id, number from public.meetings where number in (45, 46) order by number'
	);
	const [held, ready] = await Promise.all(
		rows.map(({ id }) => loadDocument(backend.database, documentName('meeting', id)))
	);
	expect(held?.sealed).toBe(true);
	expect(ready?.sealed).toBe(false);
	const doc = new Y.Doc();
	for (const update of ready?.updates ?? []) Y.applyUpdate(doc, update);
	const meeting = new MeetingDocument(doc);
	expect(meeting.segments.all()).toHaveLength(7);
	expect(meeting.items.all().map(({ title }) => title)).toContain(
		'Fleet uptime below 99% for three weeks'
	);
	expect(meeting.progress().state).toBe('draft');

	const left = await backend.database.query<{ place: string; body: string }>(
		'select place, body from public.absent_inputs'
	);
	const places = [...meeting.segments.all(), ...meeting.items.all()].map(({ id }) => id);
	expect(left).toHaveLength(3);
	expect(left.filter(({ place }) => !places.includes(place))).toEqual([]);
	expect(left.filter(({ body }) => /[{}]/u.test(body))).toEqual([]);
	const voted = await backend.database.query<{ item: string }>(
		`select v.item from public.absent_votes v
		join public.absences a on a.meeting_id = v.meeting_id and a.person_id = v.person_id`
	);
	expect(voted.filter(({ item }) => meeting.items.get(item))).toHaveLength(2);
});

test('every reason in the ledger belongs to a decision that was made', async () => {
	const given = await backend.database.query(
		`select title from public.decisions where why <> '' and rejected <> '' order by title`
	);
	expect(given.map(({ title }) => title)).toEqual(reasons.map(({ title }) => title).toSorted());
});

test('any day of the year will do', async () => {
	const days = ['2026-03-29T00:40:00Z', '2026-10-25T00:10:00Z', '2027-01-01T22:50:00Z'];
	for (const day of [...days, '2028-02-29T08:00:00Z']) {
		await removeSampleCompany(backend.database, company.workspace);
		await createSampleCompany({ supabase: backend }, new Date(day));
		const [closed] = await backend.database.query(
			`select count(*)::int as count from public.meetings where state = 'closed'`
		);
		expect(closed).toEqual({ count: 8 });
	}
});
