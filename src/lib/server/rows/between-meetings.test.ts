import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayIn, mondayOf } from '#lib/calendar/day.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { insert, seed, type Seeds } from '../../../../supabase/tests/seed.ts';
import { finishAction, countMyOpenActions, listDoneActions, listOpenActions } from './actions.ts';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { findMetric, rebase } from './metric-history.ts';
import { declineNomination, loadScorecard } from './scorecard.ts';
import { findHome } from './home.ts';
import { countOutcomes } from './meeting-outcomes.ts';
import { changeMeeting, findMeeting, listAhead } from './meetings.ts';
import { addMetric, enterReading, listMetrics, listReadings } from './metrics.ts';
import { findPublished, listMessages } from './messages.ts';
import { addPriority, endPriority, listPriorities } from './priorities.ts';
import { findRecap } from './recap.ts';
import { listLastCalls } from './status-checks.ts';
import { stopWatching } from './watching.ts';

const now = new Date('2026-11-21T09:00:00Z');
let backend: Backend;
let who: People;
let ours: Seeds;
let theirs: Seeds;
const id = (seeds: Seeds, table: string) => String(seeds[table]?.['id']);

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
	ours = await seed(backend.database, who.ours, who.member.id);
	theirs = await seed(backend.database, who.theirs, who.otherTeam.id);
});
afterAll(() => backend.close());

test('the recap holds all that a meeting left behind, and ratings without names', async () => {
	const recap = await findRecap(who.member.client, id(ours, 'meetings'));

	expect(recap.segments).toMatchObject([{ title: 'Check-in', plannedMinutes: 5, entered: false }]);
	expect(recap.decisions).toMatchObject([{ title: 'Open in Leeds', owner: who.member.id }]);
	expect(recap.actions).toMatchObject([{ title: 'Call Acme', due: null, doneAt: null }]);
	expect(recap.insights).toMatchObject([{ title: 'Customers like it', owner: who.member.id }]);
	expect(recap.risks).toMatchObject([{ title: 'One supplier' }]);
	expect(recap.hotItems).toMatchObject([{ title: 'Check-in', state: 'open', kind: 'hot' }]);
	expect(recap.notes).toMatchObject([{ body: 'Sales are up', author: who.member.id }]);
	expect(recap.attendances).toMatchObject([{ person: who.member.id, checkIn: 'Ready' }]);
	expect(recap.statuses).toMatchObject([
		{ title: 'Hire a head of service', subject: 'priority', onTrack: true }
	]);
	expect(recap.cascade).toMatchObject([{ body: 'Leeds opens in May' }, { body: 'And hires two' }]);
	expect(recap.ratings).toEqual([8]);
});

test('the recap of a running meeting shows reviews, and no rating before the reveal', async () => {
	const recap = await findRecap(who.observer.client, id(ours, 'meetings (live)'));

	expect(recap.reviews).toMatchObject([{ title: 'Call Acme', done: false, note: 'Not yet' }]);
	expect(recap.ratings).toEqual([]);
});

test('of the meeting of another team there is nothing', async () => {
	const recap = await findRecap(who.member.client, id(theirs, 'meetings'));

	expect(Object.values(recap).flatMap((all) => [...all])).toEqual([]);
	expect(await findMeeting(who.member.client, id(theirs, 'meetings'))).toBeUndefined();
	expect(await findMeeting(who.member.client, 'no-id')).toBeUndefined();
});

test('home leads to the running meeting, and shows what is mine', async () => {
	const home = await findHome(who.member.client, who.ours.id, who.member.id, now);

	expect(home.today).toBe('2026-11-21');
	expect(home.next).toMatchObject({ id: id(ours, 'meetings (live)'), state: 'live' });
	const actions = home.actions.toSorted((a, b) => a.title.localeCompare(b.title));
	expect(actions).toMatchObject([
		{ title: 'Ask two suppliers', meeting: null },
		{ title: 'Call Acme', meeting: { occursOn: '2026-11-16' } }
	]);
	expect(home.metrics).toEqual([]);
	expect(home.recaps.find(({ number }) => number === 1)).toMatchObject({
		counts: { decisions: 1, actions: 1, rating: 8 }
	});
	expect(home.decided).toMatchObject([{ title: 'Open in Leeds' }]);
});

test('an observer knows when the team meets next without seeing a draft', async () => {
	const home = await findHome(who.observer.client, who.ours.id, who.observer.id, now);

	expect(home.next?.state).toBe('live');
	expect(home.appointment).toMatchObject({ name: 'Weekly', startsAt: '2026-11-23T09:00:00Z' });
	const ahead = await listAhead(who.observer.client, who.ours.id);
	expect(ahead.map(({ state }) => state)).toEqual(['live']);
});

test('only the owner finishes an action, and may take it up again', async () => {
	const { member, owner, ours: team } = who;
	const action = id(ours, 'action_items');

	expect(await finishAction(owner.client, team.id, action, now)).toBe(false);
	expect(await finishAction(member.client, team.id, action, now)).toBe(true);
	const open = await listOpenActions(member.client, team.id);
	expect(open.map(({ title }) => title)).toEqual(['Ask two suppliers']);
	expect(await listDoneActions(member.client, team.id, 10)).toMatchObject([{ id: action }]);
	expect(await finishAction(member.client, team.id, action, null)).toBe(true);
	expect(await countMyOpenActions(member.client, team.id, member.id)).toBe(2);
});

test('a reading is entered, corrected, and refused for a metric of another team', async () => {
	const { member, ours: team } = who;
	const metric = id(ours, 'metrics');
	const enter = (to: string, value: number) =>
		enterReading(member.client, team.id, member.id, { metric: to, period: '2026-11-16', value });

	expect(await enter(metric, 41.5)).toBe(true);
	expect(await enter(metric, 42.25)).toBe(true);
	expect(await listReadings(member.client, team.id, mondayOf('2026-11-21'))).toEqual([
		{ metric, period: '2026-11-16', value: 42.25 }
	]);
	expect(await enter(id(theirs, 'metrics'), 1)).toBe(false);
});

test('a correction keeps the old value, who and why', async () => {
	const { member, owner, ours: team } = who;
	const metric = id(ours, 'metrics');
	const enter = (person: typeof member, value: number) =>
		enterReading(person.client, team.id, person.id, { metric, period: '2026-11-09', value });

	expect(await enter(member, 40)).toBe(true);
	expect(await enter(owner, 44)).toBe(true);
	expect(await enter(owner, 44)).toBe(true);
	const found = await findMetric(member.client, team.id, metric, '2026-11-21');
	expect(found?.corrections.filter(({ period }) => period === '2026-11-09')).toMatchObject([
		{ was: 40, became: 44, by: owner.id }
	]);
	expect(found?.readings.find(({ period }) => period === '2026-11-09')).toMatchObject({
		value: 44,
		by: owner.id
	});
	expect(await findMetric(member.client, team.id, id(theirs, 'metrics'), '2026-11-21')).toBe(
		undefined
	);
});

test('a reading belongs to the start of its period, and not to the future', async () => {
	const { member, ours: team } = who;
	const metric = id(ours, 'metrics');
	const enter = (period: string) =>
		enterReading(member.client, team.id, member.id, { metric, period, value: 1 });

	await expect(enter('2026-11-10')).rejects.toThrow('starts on');
	await expect(enter('2099-01-05')).rejects.toThrow('row-level security');
});

test('a nomination that was declined stays quiet until its day, and only for its team', async () => {
	const { member, ours: team } = who;
	const metric = id(ours, 'metrics');
	const said = { metric, rule: 'stale', reason: 'Known' } as const;
	const nominated = async (today: string) => {
		const { nominations } = await loadScorecard(member.client, team.id, today);
		return nominations.some((nomination) => nomination.metric === metric);
	};
	// Its readings are only late some time after it was made, which is now.
	const day = addDays(dayIn('UTC', new Date()), 100);

	expect(await nominated(day)).toBe(true);
	const late = { ...said, quietUntil: addDays(day, 1) };
	expect(await declineNomination(member.client, team.id, member.id, late)).toBe(true);
	expect(await nominated(day)).toBe(false);
	expect(await nominated(addDays(day, 2))).toBe(true);
	const { observer } = who;
	expect(await declineNomination(observer.client, team.id, observer.id, late)).toBe(false);
	const elsewhere = { ...late, metric: id(theirs, 'metrics') };
	expect(await declineNomination(member.client, team.id, member.id, elsewhere)).toBe(false);
});

test('natural limits start anew where a person says so', async () => {
	const { member, observer, ours: team } = who;
	const metric = id(ours, 'metrics');
	const again = (person: typeof member) =>
		rebase(person.client, team.id, metric, person.id, '2026-11-16', 'A new line');

	expect(await again(observer)).toBe(false);
	expect(await again(member)).toBe(true);
	const found = await findMetric(member.client, team.id, metric, '2026-11-21');
	expect(found?.row.metric.baselineFrom).toBe('2026-11-16');
	expect(found?.baseline).toEqual({ reason: 'A new line', by: member.id });
});

test('a metric joins at the end, and leaves with its readings kept', async () => {
	const { member, ours: team } = who;
	const { id: _, baselineFrom: __, ...fields } = aMetric();
	await addMetric(member.client, team.id, {
		...fields,
		name: 'Fleet uptime',
		owner: member.id
	});

	const metrics = await listMetrics(member.client, team.id);
	expect(metrics.at(-1)).toMatchObject({ name: 'Fleet uptime', target: 99, tolerance: 0.3 });
	expect(await stopWatching(member.client, team.id, [metrics.at(-1)?.id ?? ''])).toBe(1);
	expect(await listMetrics(member.client, team.id)).toHaveLength(1);
	expect(await stopWatching(member.client, team.id, [id(theirs, 'metrics')])).toBe(0);
});

test('priorities come with the last call on them', async () => {
	const { member, ours: team } = who;
	await addPriority(member.client, team.id, { title: 'Reach 99%', owner: null });

	const priorities = await listPriorities(member.client, team.id);
	expect(priorities.map(({ title }) => title)).toEqual(['Hire a head of service', 'Reach 99%']);
	const calls = await listLastCalls(member.client, team.id);
	expect(calls.get(id(ours, 'priorities'))).toMatchObject({ onTrack: true, on: '2026-11-16' });

	await endPriority(member.client, team.id, priorities[1]?.id ?? '', { at: now, as: 'parked' });
	expect((await listPriorities(member.client, team.id)).at(-1)?.endedAt).toBe(now.toISOString());
	const end = { at: now, as: 'finished' } as const;
	expect(await endPriority(member.client, team.id, id(theirs, 'priorities'), end)).toBe('none');
});

test('versions are counted when they are published, and called by their moment otherwise', async () => {
	const { member, ours: team } = who;
	const add = (row: Record<string, unknown>) =>
		insert(backend.database, 'leadership_messages', {
			id: randomUUID(),
			team_id: team.id,
			why: '',
			how: '',
			how_much: '99%',
			...row
		});
	// The first was made when the company was.
	const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
	await add({ what: 'Robots', name: '', published: true, created_at: later(1) });
	await add({ what: 'Picks', name: 'Meeting 7', published: false, created_at: later(2) });

	const versions = await listMessages(member.client, team.id);
	expect(versions.map(({ name, what }) => [name, what])).toEqual([
		['Meeting 7', 'Picks'],
		['Version 2', 'Robots'],
		['Version 1', 'Quality first']
	]);
	expect(await findPublished(member.client, team.id)).toMatchObject({ what: 'Robots' });
	expect(await findPublished(who.otherTeam.client, team.id)).toBeUndefined();
});

test('an admin moves and cancels what has not begun, and nothing else', async () => {
	const { owner, member, ours: team } = who;
	const draft = id(ours, 'meetings (draft)');
	const startsAt = '2026-11-19T13:00:00.000Z';

	expect(await changeMeeting(owner.client, team.id, draft, { startsAt })).toBe(true);
	expect(await findMeeting(owner.client, draft)).toMatchObject({ startsAt });
	expect(await changeMeeting(owner.client, team.id, draft, { state: 'cancelled' })).toBe(true);
	expect(await changeMeeting(owner.client, team.id, draft, { state: 'draft' })).toBe(true);
	expect(await changeMeeting(member.client, team.id, draft, { startsAt })).toBe(false);
	const live = id(ours, 'meetings (live)');
	expect(await changeMeeting(owner.client, team.id, live, { state: 'cancelled' })).toBe(false);
});

test('meetings without outcomes count none', async () => {
	const live = id(ours, 'meetings (live)');
	await insert(backend.database, 'risks', {
		id: randomUUID(),
		team_id: who.ours.id,
		meeting_id: live,
		title: 'Frost',
		captured_at: now.toISOString()
	});

	expect((await countOutcomes(who.member.client, [live])).get(live)).toEqual({
		decisions: 0,
		actions: 0,
		insights: 0,
		risks: 1,
		rating: null
	});
	expect(await countOutcomes(who.member.client, [])).toEqual(new Map());
});
