import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { findMetric, rebase } from './metric-history.ts';
import { addMetrics, enterReading, listMetrics, setDashboard, setPath } from './metrics.ts';
import { answerReview, isReviewed, listStopped, stopWatching, watchAgain } from './watching.ts';

let backend: Backend;
let who: People;
let ids: string[];
const today = '2026-11-21';

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
	const { id: _, baselineFrom: __, ...fields } = aMetric();
	await addMetrics(who.member.client, who.ours.id, [
		{ ...fields, name: 'Fleet uptime' },
		{ ...fields, name: 'Cash runway' }
	]);
	ids = (await listMetrics(who.member.client, who.ours.id)).map(({ id }) => id);
});
afterAll(() => backend.close());

test('what nobody watches leaves the scorecard with a reason, a name and its history', async () => {
	const { member, owner, observer, otherTeam, ours } = who;
	const reading = { metric: ids[0] ?? '', period: '2026-11-16', value: 99.2 };
	await enterReading(member.client, ours.id, member.id, reading);
	const why = { reason: 'We have another for it', decidedBy: owner.id };
	expect(await stopWatching(observer.client, ours.id, ids, why)).toBe(0);
	expect(await stopWatching(otherTeam.client, ours.id, ids, why)).toBe(0);
	expect(await stopWatching(member.client, ours.id, ids.slice(0, 1), why)).toBe(1);
	expect(await stopWatching(member.client, ours.id, ids.slice(0, 1))).toBe(0);

	const signed = { name: 'Fleet uptime', ...why, by: member.id };
	expect(await listStopped(observer.client, ours.id)).toMatchObject([signed]);
	const found = await findMetric(observer.client, ours.id, ids[0] ?? '', today);
	expect(found).toMatchObject({ stopped: signed, readings: [{ value: 99.2 }] });

	expect(await watchAgain(observer.client, ours.id, ids[0] ?? '')).toBe(false);
	expect(await watchAgain(member.client, ours.id, ids[0] ?? '')).toBe(true);
	expect(await watchAgain(member.client, ours.id, ids[0] ?? '')).toBe(false);
	expect(await listStopped(member.client, ours.id)).toEqual([]);
	expect(await listMetrics(member.client, ours.id)).toMatchObject([
		{ name: 'Fleet uptime' },
		{ name: 'Cash runway' }
	]);
});

test('nobody can sign for somebody else', async () => {
	const { member, owner, ours } = who;
	const { error } = await member.client
		.from('metrics')
		.update({ removed_at: '2026-11-20T09:00:00Z', removed_by: owner.id })
		.eq('id', ids[1] ?? '');
	expect(error?.code).toBe('42501');
	expect(await listStopped(member.client, ours.id)).toEqual([]);
});

test('the question of a quarter is answered once for the team, and asked again in the next', async () => {
	const { member, owner, observer, ours, theirs, otherTeam } = who;
	expect(await isReviewed(member.client, ours.id, today)).toBe(false);
	await expect(
		answerReview(observer.client, ours.id, observer.id, today, 'put off')
	).rejects.toMatchObject({ code: '42501' });
	await answerReview(member.client, ours.id, member.id, today, 'put off');
	await answerReview(owner.client, ours.id, owner.id, today, 'stopped');
	expect(await isReviewed(observer.client, ours.id, '2026-12-31')).toBe(true);
	expect(await isReviewed(observer.client, ours.id, '2027-01-01')).toBe(false);
	expect(await isReviewed(otherTeam.client, theirs.id, today)).toBe(false);
});

test('a metric keeps its path of targets and its dashboard, and the database takes https only', async () => {
	const { member, observer, ours } = who;
	const id = ids[1] ?? '';
	const path = [{ from: '2026-10-01', target: 98 }];
	expect(await setPath(observer.client, ours.id, id, path)).toBe(false);
	expect(await setPath(member.client, ours.id, id, path)).toBe(true);
	expect(await setDashboard(member.client, ours.id, id, 'https://app.powerbi.com/1')).toBe(true);
	await expect(setDashboard(member.client, ours.id, id, 'javascript:alert(1)')).rejects.toThrow();
	expect(await findMetric(observer.client, ours.id, id, today)).toMatchObject({
		dashboard: 'https://app.powerbi.com/1',
		row: { metric: { path } }
	});
});

test('each restart of the limits is kept, also after the next one', async () => {
	const { member, ours } = who;
	const id = ids[1] ?? '';
	for (const [from, reason] of [
		['2026-09-07', 'A new line'],
		[null, 'It was none']
	] as const)
		await rebase(member.client, ours.id, id, member.id, from, reason);
	const found = await findMetric(member.client, ours.id, id, today);
	expect(found?.restarts).toMatchObject([
		{ period: null, reason: 'It was none' },
		{ period: '2026-09-07', reason: 'A new line' }
	]);
});
