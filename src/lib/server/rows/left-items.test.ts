import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { insert, seed, type Row, type Seeds } from '../../../../supabase/tests/seed.ts';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { recurrent } from '#lib/scorecard/recurrent.ts';
import { listEarlierMatters } from './earlier-matters.ts';
import { listLeftItems, watchFor } from './left-items.ts';
import { findMetric } from './metric-history.ts';
import { addMetric, editMetric, enterReading, listMetrics } from './metrics.ts';
import { loadScorecard } from './scorecard.ts';

onBothBackends((backend) => {
	let who: People;
	let ours: Seeds;
	let theirs: Seeds;
	let uptime: string;
	let number = 10;

	beforeAll(async () => {
		who = await people(backend());
		ours = await seed(backend().database, who.ours, who.member.id);
		theirs = await seed(backend().database, who.theirs, who.otherTeam.id);
		const { id: _, baselineFrom: __, ...fields } = aMetric({ name: 'Fleet uptime' });
		await addMetric(who.member.client, who.ours.id, fields);
		uptime = (await listMetrics(who.member.client, who.ours.id)).at(-1)?.id ?? '';
	});

	/** A meeting that was held and left these hot items. */
	async function hold(occursOn: string, items: Row[], state = 'closed'): Promise<string> {
		const meeting = randomUUID();
		number += 1;
		await backend().database.query(
			`insert into public.meetings (id, team_id, series_id, number, state, occurs_on, starts_at, minutes, name, steps)
			values ($1::uuid, $2::uuid, $3::uuid, $4, 'live', $5::text::date, now(), 90, 'Weekly', '[]')`,
			[meeting, who.ours.id, String(ours.series?.id), number, occursOn]
		);
		const nothing = Object.fromEntries(
			'segments attendances notes decisions actions insights risks action_reviews status_checks cascade'
				.split(' ')
				.map((section) => [section, []])
		);
		const hot_items = items.map((item, position) => ({
			...{ id: randomUUID(), position, title: 'Uptime', question: '', kind: 'hot' },
			...{ wants: 'resolution', state: 'resolved', source: '', planned_minutes: 8 },
			...{ spent_ms: 0, votes: 0, metric_id: uptime },
			...item
		}));
		const content = { ...nothing, state, chair: null, opened_at: null, closed_at: null, hot_items };
		await backend().database.query('select private.settle_meeting($1::uuid, $2::text::jsonb)', [
			meeting,
			JSON.stringify(content)
		]);
		return meeting;
	}
	const scorecard = (person = who.member, today = '2026-11-21') =>
		loadScorecard(person.client, who.ours.id, today);
	/** What the metric's own page says of it. */
	const nominationOnPage = async (today: string) =>
		(await findMetric(who.observer.client, who.ours.id, uptime, today))?.nomination;

	test('a hot item lives on: facts are found, its resolution is watched, and it may come back', async () => {
		const [asked, answered] = [randomUUID(), randomUUID()];
		await hold('2026-09-01', [{ id: asked, state: 'fact-finding', back_by: '2026-09-08' }]);
		const held = async (today: string) =>
			(await scorecard(who.observer, today)).held.find(({ metric }) => metric === uptime)?.words;
		expect(await held('2026-09-07')).toBe('Being looked into, back on Tue 8 Sep');
		expect(await held('2026-09-09')).toBeUndefined();

		await hold('2026-09-08', [{ id: answered, continues: asked, watch_periods: 2 }]);
		expect(await held('2026-09-15')).toBe(
			'Watching since the resolution of Tue 8 Sep: 0 of 2 weeks good'
		);
		await enterReading(who.member.client, who.ours.id, who.member.id, {
			metric: uptime,
			period: '2026-09-14',
			value: 98
		});
		const { nominations } = await scorecard(who.member, '2026-09-21');
		expect(nominations[0]).toMatchObject({ metric: uptime, reasons: [{ rule: 'came back' }, {}] });
		expect(await nominationOnPage('2026-09-21')).toEqual(nominations[0]);

		const { watch, member, observer, owner } = { watch: watchFor, ...who };
		const say = (person: typeof member, periods: number, item = answered) =>
			watch(person.client, who.ours.id, uptime, item, periods);
		expect(await say(observer, 4)).toBe(false);
		expect(await say(who.otherTeam, 4)).toBe(false);
		expect(await say(member, 4, randomUUID())).toBe(false);
		expect(await say(owner, 0)).toBe(true);
		expect((await scorecard(member, '2026-09-21')).nominations[0]?.reasons).not.toContainEqual(
			expect.objectContaining({ rule: 'came back' })
		);
		await expect(say(member, 27)).rejects.toThrow('check');
	});

	test('an action that came of it is known with its days', async () => {
		const item = randomUUID();
		const meeting = await hold('2026-09-15', [{ id: item, continues: randomUUID() }]);
		await insert(backend().database, 'action_items', {
			id: randomUUID(),
			team_id: who.ours.id,
			meeting_id: meeting,
			hot_item_id: item,
			title: 'Call the supplier',
			due_on: '2026-10-01',
			captured_at: '2026-09-15T09:00:00Z'
		});
		const { held } = await scorecard(who.member, '2026-09-20');
		expect(held.find(({ metric }) => metric === uptime)?.words).toBe(
			'In hand: an action is due on Thu 1 Oct'
		);
		expect(await nominationOnPage('2026-09-20')).toBeUndefined();
	});

	test('a document cannot merge into another meeting, watch for ever, or take a metric of others', async () => {
		const [part, whole, foreign] = [randomUUID(), randomUUID(), String(theirs.hot_items?.id)];
		await hold('2026-10-06', [
			{ id: whole, kind: 'opportunity', metric_id: null, watch_periods: 1000 },
			{ id: part, state: 'merged', merged_into: whole, watch_periods: -3 },
			{ id: randomUUID(), state: 'merged', merged_into: foreign, kind: 'opportunity' },
			{ id: randomUUID(), metric_id: String(theirs.metrics?.id) }
		]);
		const items = await listLeftItems(who.member.client, who.ours.id, '2026-10-06');
		expect(items).toHaveLength(3);
		expect(items).toMatchObject([
			{ id: whole, metric: null, watch: 26, mergedInto: null },
			{ id: part, metric: uptime, watch: 0, mergedInto: whole },
			{ state: 'merged', mergedInto: null }
		]);
	});

	test('hot in three meetings, it is one for the next objectives; drafts, others and strangers count nothing', async () => {
		const recurrentFor = async (person: People['observer'], since: string) =>
			recurrent(await listLeftItems(person.client, who.ours.id, since), since);
		const again = async () =>
			(await recurrentFor(who.observer, '2026-09-01')).map(({ metric, times }) => ({
				metric,
				times
			}));
		expect(await again()).toEqual([]);
		const live = await hold('2026-10-13', [{}], 'live');
		expect(await again()).toEqual([]);
		await hold('2026-10-20', [{}]);
		expect(await again()).toEqual([{ metric: uptime, times: 3 }]);
		expect(await recurrentFor(who.observer, '2026-10-01')).toEqual([]);
		expect(await recurrentFor(who.otherTeam, '2026-09-01')).toEqual([]);
		await backend().database.query('delete from public.meetings where id = $1::uuid', [live]);
	});

	test('a scorecard comes whole, with readings in order, and not to strangers', async () => {
		const { member, ours: team } = who;
		for (const [period, value] of [
			['2026-11-09', 99.25],
			['2026-11-02', 1e12],
			['2026-11-16', -0.5]
		] as const)
			await enterReading(member.client, team.id, member.id, { metric: uptime, period, value });
		const { rows } = await scorecard();
		const row = rows.find(({ metric }) => metric.id === uptime);
		expect(row?.points.slice(-3).map(({ value }) => value)).toEqual([1e12, 99.25, -0.5]);
		expect(rows.map(({ metric }) => metric.name)).toEqual(['Robots shipped', 'Fleet uptime']);
		expect((await loadScorecard(who.otherTeam.client, team.id, '2026-11-21')).rows).toEqual([]);
		expect((await loadScorecard(who.formerMember.client, team.id, '2026-11-21')).rows).toEqual([]);
	});

	test('the months of a metric are kept, and a month is not both low and high', async () => {
		const { member, ours: team } = who;
		const { id: _, baselineFrom: __, ...fields } = aMetric({ name: 'Fleet uptime' });
		const edit = (lowMonths: number[], highMonths: number[]) =>
			editMetric(member.client, team.id, uptime, { ...fields, lowMonths, highMonths });
		expect(await edit([8, 12], [3])).toBe(true);
		const metric = (await listMetrics(member.client, team.id)).find(({ id }) => id === uptime);
		expect(metric).toMatchObject({ lowMonths: [8, 12], highMonths: [3] });
		const { rows } = await scorecard();
		expect(rows.at(-1)?.metric).toMatchObject({ lowMonths: [8, 12], highMonths: [3] });
		await expect(edit([8], [8])).rejects.toThrow('check');
		await expect(edit([13], [])).rejects.toThrow('check');
	});

	test('a room knows what earlier meetings were about and what came of it, and not its own', async () => {
		const parked = randomUUID();
		const held = await hold('2026-04-07', [
			{ id: parked, title: 'Night cover in Tilburg', state: 'parked' },
			{ title: 'Part of another', state: 'merged' }
		]);
		await hold('2026-04-08', [{ title: 'Not closed yet' }], 'live');
		const matters = (person = who.observer, id: string = randomUUID()) =>
			listEarlierMatters(person.client, { id, team_id: who.ours.id });
		const { items, decisions } = await matters();
		expect(items.find(({ id }) => id === parked)).toEqual({
			id: parked,
			text: 'Night cover in Tilburg',
			on: '2026-04-07',
			outcome: 'it was parked'
		});
		expect(items.map(({ text }) => text)).not.toContain('Part of another');
		expect(items.map(({ text }) => text)).not.toContain('Not closed yet');
		expect(items.map(({ on }) => on)).toEqual(
			items
				.map(({ on }) => on)
				.toSorted()
				.toReversed()
		);
		expect(decisions.length).toBeGreaterThan(0);
		const before = await matters(who.observer, held);
		expect(before.items.map(({ id }) => id)).not.toContain(parked);
		expect(await matters(who.otherTeam)).toEqual({ items: [], decisions: [] });
	});
});
