import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#lib/calendar/day.ts';
import { breakdowns } from '#lib/diagnosis/breakdowns.ts';
import { breakdownEvidence, pillarEvidence } from '#lib/diagnosis/evidence.ts';
import { itemKey } from '#lib/diagnosis/pillars.ts';
import { readParts, weakestFirst } from '#lib/diagnosis/read-parts.ts';
import { compare, dueRetests, retestDay } from '#lib/diagnosis/retest.ts';
import { draftPlan } from '#lib/execution/workers/draft-plan.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import {
	invite,
	join,
	people,
	type People,
	type Person
} from '../../../../supabase/tests/people.ts';
import { seed, type Seeds } from '../../../../supabase/tests/seed.ts';
import { endProposal, listAgendaProposals, proposeForAgenda } from './agenda-proposals.ts';
import {
	answerBlindRound,
	listAskedBlind,
	listBlindRounds,
	revealBlindRound,
	startBlindRound
} from './blind-rounds.ts';
import { loadFacts } from './diagnosis-facts.ts';
import { chooseLane, findLane } from './lane.ts';
import { themeOn } from '#lib/diagnosis/theme.ts';
import { chooseTheme, listThemes } from './themes.ts';
import { addPriority } from './priorities.ts';
import { loadPriorityPicture } from './priority-picture.ts';
import { addRetest, listRetests } from './retests.ts';
import { addSeat, editSeat, endSeat, giveSeat, signChart } from './seat-changes.ts';
import { findSeatNotes, writeSeatNotes } from './seat-notes.ts';
import { listChanges, listReviews, listSeats } from './seats.ts';

let backend: Backend;
let who: People;
let ours: Seeds;
let leaders: Person[];
const today = '2026-11-19';

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
	ours = await seed(backend.database, who.ours, who.member.id);
	const more = await Promise.all(['Ines', 'Kenji'].map((name) => join(backend, name)));
	for (const one of more) await invite(who.owner, who.ours, one, 'member');
	leaders = [who.owner, who.member, ...more];
});
afterAll(() => backend.close());

const team = () => who.ours.id;
const gap = 'execution gap' as const;

/** A round in which every leader says the same of each breakdown. */
async function hold(of: (key: string) => number, startedOn: string) {
	await startBlindRound(
		who.owner.client,
		team(),
		gap,
		leaders.map(({ id }) => id),
		null
	);
	const { open } = await listBlindRounds(who.owner.client, team(), gap);
	await backend.database.query(
		'update public.blind_rounds set started_at = $2::text::timestamptz where id = $1::uuid',
		[open?.id ?? '', `${startedOn}T09:00:00Z`]
	);
	const sheet = Object.fromEntries(
		breakdowns.flatMap(({ key, items }) =>
			items.map((_, at) => [itemKey(key, at), of(key)] as const)
		)
	);
	for (const one of leaders) {
		expect(await listAskedBlind(one.client, team(), one.id)).toEqual([gap]);
		expect(await answerBlindRound(one.client, open?.id ?? '', one.id + one.id, sheet)).toBe('kept');
		expect(await listAskedBlind(one.client, team(), one.id)).toEqual([]);
	}
	expect(await revealBlindRound(who.member.client, open?.id ?? '')).toBe(true);
	const { revealed } = await listBlindRounds(who.member.client, team(), gap);
	return revealed[0]!;
}

test('a breakdown becomes a priority, and sixty simulated days later its re-test is due and compared', async () => {
	const found = await hold((key) => (key === 'workflow' ? 2 : 4), today);
	const [worst] = weakestFirst(readParts(breakdowns, found.result!));
	expect(worst?.key).toBe('workflow');
	const priority = randomUUID();
	const title = 'Remove the bottleneck';
	await addPriority(who.member.client, team(), { title, owner: who.member.id }, priority);
	const dueOn = retestDay(today, 60);
	await addRetest(who.member.client, team(), who.member.id, {
		...{ round: found.id, breakdown: 'workflow', priority, dueOn }
	});

	const due = async (on: string) => {
		const { revealed } = await listBlindRounds(who.member.client, team(), gap);
		const retests = await listRetests(who.member.client, team());
		const begun = revealed.map(({ startedAt }) => startedAt.slice(0, 10));
		return dueRetests(
			retests.filter((one) => one.priority === priority),
			begun,
			on
		).map(({ breakdown }) => breakdown);
	};
	expect(await due(addDays(today, 59))).toEqual([]);
	expect(await due(addDays(today, 60))).toEqual(['workflow']);

	const later = await hold((key) => (key === 'workflow' ? 3 : 4), addDays(today, 61));
	expect(await due(addDays(today, 62))).toEqual([]);
	const compared = compare(
		readParts(breakdowns, found.result!),
		readParts(breakdowns, later.result!)
	);
	expect(compared.find(({ key }) => key === 'workflow')).toMatchObject({
		before: 25,
		after: 50,
		change: 25
	});
});

test('the chosen lane is a check in every plan that workers draft', async () => {
	const id = String(ours['priorities']?.['id']);
	const draft = async () => {
		const picture = (await loadPriorityPicture(who.member.client, team(), id, today))!;
		return {
			lane: picture.lane,
			rows: draftPlan('operations', picture).rows.map(({ key }) => key)
		};
	};
	await backend.database.query('delete from public.chosen_lanes where team_id = $1::uuid', [
		team()
	]);
	const without = await draft();
	expect(without.lane).toBeNull();
	await chooseLane(who.member.client, team(), who.member.id, 'service');
	expect(await findLane(who.observer.client, team())).toMatchObject({ lane: 'service' });
	const along = await draft();
	expect(along.lane).toBe('service');
	expect(along.rows.filter((key) => !without.rows.includes(key))).toHaveLength(1);
	await chooseLane(who.owner.client, team(), who.owner.id, 'cost');
	expect((await draft()).lane).toBe('cost');
});

test('evidence is counted from the rows of one team alone', async () => {
	const facts = await loadFacts(who.member.client, team(), today, undefined);
	expect(facts.metrics).toMatchObject({ all: 1 });
	expect(facts.seats).toMatchObject({ all: 3, vacant: 2, key: 3, keyVacant: 2 });
	expect(facts.chartReviewed).toBe(18);
	expect(pillarEvidence(facts).structure.map(({ value }) => value)).toContain(33);
	expect(breakdownEvidence(facts).workflow[1]).toMatchObject({ value: 100 });
	const strange = await loadFacts(who.otherWorkspace.client, team(), today, undefined);
	expect(strange).toMatchObject({
		metrics: { all: 0 },
		seats: { all: 0 },
		priorities: { all: 0 },
		chartReviewed: null
	});
});

test('what was told to the teams and called off track early is counted from closed meetings', async () => {
	const { database } = backend;
	const [meeting] = await database.query<{ id: string; on: string }>(
		`update public.meetings set occurs_on = '2026-11-05' where id = $1::uuid returning id::text, occurs_on::text as on`,
		[String(ours['meetings']?.id)]
	);
	const before = await loadFacts(who.observer.client, team(), today, undefined);
	await database.query(
		`with told as (
			insert into public.cascade_messages (id, meeting_id, team_id, position, body, teller_id) values
				(gen_random_uuid(), $1::uuid, $2::uuid, 8, 'Leeds opens in May', null),
				(gen_random_uuid(), $1::uuid, $2::uuid, 9, 'Hire two', $3::uuid) returning id, teller_id
		)
		insert into public.told_teams (message_id, meeting_id, team_id, person_id)
		select id, $1::uuid, $2::uuid, $3::uuid from told where teller_id is null`,
		[meeting?.id ?? '', team(), who.member.id]
	);
	const facts = await loadFacts(who.observer.client, team(), today, undefined);
	// To be told by each of the four who take part, and by one; said to be done by one.
	expect(facts.told.asked - before.told.asked).toBe(5);
	expect(facts.told.done - before.told.done).toBe(1);

	const priority = String(ours['priorities']?.id);
	const milestone = (due: string, done: string | null) =>
		database.query(
			`insert into public.milestones (team_id, priority_id, title, due_on, done_on)
			values ($1::uuid, $2::uuid, 'A step', $3::text::date, $4::text::date)`,
			[team(), priority, due, done]
		);
	await milestone('2026-11-10', null);
	await milestone('2026-11-12', '2026-11-12');
	await milestone('2026-11-02', '2026-11-09');
	await database.query(
		`insert into public.status_checks (meeting_id, subject_id, subject, team_id, on_track)
		values ($1::uuid, $2::uuid, 'priority', $3::uuid, false)
		on conflict (meeting_id, subject_id) do update set on_track = false`,
		[meeting?.id ?? '', priority, team()]
	);
	// Called on the 5th: before the 10th, and after the 2nd.
	const missed = (await loadFacts(who.member.client, team(), today, undefined)).missed;
	expect(missed.all - before.missed.all).toBe(2);
	expect(missed.early).toBe(1);
});

test('a theme is chosen by members for a quarter, read by the team, and the newest counts', async () => {
	const quarter = '2026-10-01';
	await chooseTheme(who.owner.client, team(), who.owner.id, {
		...{ quarter, pillar: 'structure', score: 40 }
	});
	await chooseTheme(who.member.client, team(), who.member.id, {
		...{ quarter, pillar: 'market', score: null }
	});
	expect(themeOn(await listThemes(who.observer.client, team()), today)).toMatchObject({
		...{ pillar: 'market', by: who.member.id, score: null }
	});
	expect(await listThemes(who.otherWorkspace.client, team())).toEqual([]);
	for (const [kind, as] of [
		['observer', 'observer'],
		['otherTeam', 'otherTeam'],
		['member', 'owner']
	] as const)
		await expect(
			chooseTheme(who[kind].client, team(), who[as].id, {
				...{ quarter, pillar: 'people', score: null }
			})
		).rejects.toThrow();
});

test('what is offered to the next meeting waits once, until somebody takes or declines it', async () => {
	const offer = { title: 'Who decides?', source: 'Six pillars' };
	await proposeForAgenda(who.member.client, team(), who.member.id, offer);
	await proposeForAgenda(who.member.client, team(), who.member.id, offer);
	const waiting = await listAgendaProposals(who.observer.client, team());
	const [mine] = waiting.filter(({ title }) => title === offer.title);
	expect(waiting.filter(({ title }) => title === offer.title)).toHaveLength(1);
	expect(await endProposal(who.observer.client, team(), mine!.id, 'taken')).toBe(false);
	expect(await endProposal(who.owner.client, team(), mine!.id, 'taken')).toBe(true);
	expect(await endProposal(who.owner.client, team(), mine!.id, 'declined')).toBe(false);
});

test('reporting lines stay a tree, a closed seat hands its own on, and the history says by whom', async () => {
	const { client } = who.member;
	const [top, middle, low] = [randomUUID(), randomUUID(), randomUUID()];
	const seat = (title: string, reportsTo: string | null) => ({
		...{ title, reportsTo, accountabilities: ['One thing'], isKey: false }
	});
	await addSeat(client, team(), top, seat('Top', null));
	await addSeat(client, team(), middle, seat('Middle', top));
	await addSeat(client, team(), low, seat('Low', middle));
	expect(await editSeat(client, team(), top, seat('Top', low))).toBe('loop');
	expect(await editSeat(client, team(), top, seat('Top', top))).not.toBe('changed');
	expect(await editSeat(who.observer.client, team(), low, seat('Mine', null))).toBe('none');
	await giveSeat(client, team(), low, { name: 'Oskar Nyberg' });
	await giveSeat(client, team(), low, { name: 'Oskar Nyberg' });
	await giveSeat(client, team(), low, { person: who.owner.id });
	expect(await endSeat(client, team(), middle, new Date())).toBe(true);
	const seats = await listSeats(client, team());
	expect(seats.some(({ id }) => id === middle)).toBe(false);
	expect(seats.find(({ id }) => id === low)).toMatchObject({
		reportsTo: top,
		holders: expect.objectContaining({ length: 2 })
	});
	const said = (await listChanges(client, team()))
		.filter(({ by }) => by === who.member.id)
		.map(({ seat, what }) => `${seat}: ${what}`);
	for (const words of [
		'Low: Added',
		'Low: Given to Oskar Nyberg',
		'Middle: Closed',
		'Low: Reports to Top'
	])
		expect(said).toContain(words);
	await signChart(client, team(), who.member.id, { on: today, note: '', seats: 5, vacant: 3 });
	expect((await listReviews(client, team()))[0]).toMatchObject({ on: today, by: who.member.id });
});

test('notes on a key seat reach those permitted, and no other surface', async () => {
	const secret = 'Fleece-lined secret';
	const seat = String(ours['seats']?.['id']);
	const notes = { head: secret, heart: secret, briefcase: secret, development: secret };
	expect(await writeSeatNotes(who.owner.client, team(), seat, who.owner.id, notes)).toBe(true);
	const find = (kind: 'owner' | 'member' | 'observer' | 'otherTeam', role: string) =>
		findSeatNotes(who[kind].client, team(), seat, { id: who[kind].id, role });
	expect(await find('owner', 'admin')).toMatchObject({ head: secret });
	for (const kind of ['member', 'observer', 'otherTeam'] as const)
		expect(await find(kind, 'member')).toBeUndefined();
	expect(await writeSeatNotes(who.member.client, team(), seat, who.member.id, notes)).toBe(false);

	// Whatever mails, pages, exports and models are made of, asked as the admin who may read them.
	const { client } = who.owner;
	const asked = [
		client.rpc('read_week', { of_team: team(), today }),
		client.rpc('read_execution', { of_team: team(), today }),
		client.rpc('read_scorecard', { of_team: team(), today }),
		client.rpc('read_weekly_mails', { of_team: team() }),
		client.from('seat_changes').select('*'),
		client.from('seats').select('*, seat_holders(*), seat_links(*)')
	];
	for (const question of asked) {
		const { data, error } = await question;
		expect(error).toBeNull();
		expect(JSON.stringify(data)).not.toContain(secret);
	}
	const picture = await loadPriorityPicture(
		client,
		team(),
		String(ours['priorities']?.['id']),
		today
	);
	expect(JSON.stringify(picture)).not.toContain(secret);
});

test('a change of notes is announced to nobody', async () => {
	const heard: string[] = [];
	const stop = await backend.database.listen('changes', (payload) => heard.push(payload));
	const notes = { head: 'Calm', heart: '', briefcase: '', development: '' };
	await writeSeatNotes(
		who.owner.client,
		team(),
		String(ours['seats']?.['id']),
		who.owner.id,
		notes
	);
	await chooseLane(who.owner.client, team(), who.owner.id, 'service');
	await expect.poll(() => heard.length).toBeGreaterThan(0);
	await stop();
	expect(heard.join()).not.toContain('seat_notes');
});
