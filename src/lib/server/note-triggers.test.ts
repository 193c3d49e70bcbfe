import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { movePeriod } from '#lib/scorecard/period.ts';
import { onBothBackends } from '../../../supabase/tests/backends.ts';
import { people, type People } from '../../../supabase/tests/people.ts';
import { noteTriggers } from './note-triggers.ts';
import { enterByToken } from './readings-api.ts';
import { addMetric, editMetric, enterReading, listMetrics } from './rows/metrics.ts';
import { addToken } from './rows/tokens.ts';
import { answerTrigger, listTriggers, listWaiting } from './rows/triggers.ts';
import { stopWatching } from './rows/watching.ts';

const now = new Date('2026-11-21T09:00:00Z');
const week = (back: number) => movePeriod('2026-11-16', 'week', -back);

onBothBackends((backend) => {
	let who: People;
	let metric: string;
	let key: string;

	beforeAll(async () => {
		who = await people(backend());
	});
	const { id: _, baselineFrom: __, ...plain } = aMetric();
	const fields = () => ({
		...plain,
		name: `Fleet uptime ${randomUUID()}`,
		owner: who.owner.id,
		responder: who.member.id,
		response: 'Call the supplier'
	});
	beforeEach(async () => {
		await addMetric(who.member.client, who.ours.id, fields());
		const added = (await listMetrics(who.member.client, who.ours.id)).at(-1);
		metric = added?.id ?? '';
		key = added?.key ?? '';
	});

	const enter = async (back: number, value: number) => {
		const reading = { metric, period: week(back), value };
		await enterReading(who.member.client, who.ours.id, who.member.id, reading);
		await note();
	};
	const note = (metrics = [metric], team = who.ours.id) =>
		noteTriggers(backend().database, team, metrics, now);
	const fired = () => listTriggers(who.observer.client, who.ours.id, metric);
	const waiting = (person: People['member']) => listWaiting(person.client, who.ours.id, person.id);
	const answer = (person: People['member'], trigger: string, outcome: 'done' | 'nothing needed') =>
		answerTrigger(
			person.client,
			who.ours.id,
			person.id,
			{ trigger, outcome, words: 'Called them' },
			now
		);

	test('a reading that breaks its bound is logged once, with the response as it stood then', async () => {
		await enter(1, 99.2);
		expect(await fired()).toEqual([]);
		await enter(0, 98.5);
		await note();
		await note([metric, metric]);
		const changed = { ...fields(), response: 'Something else', responder: null };
		await editMetric(who.member.client, who.ours.id, metric, changed);
		await note();
		expect(await fired()).toMatchObject([
			{
				period: week(0),
				reason: '98.5% misses min 99.0% by 0.5%.',
				response: 'Call the supplier',
				responder: who.member.id,
				answer: null
			}
		]);
	});

	test('many who write at once leave one trigger', async () => {
		await enter(1, 99.2);
		const reading = { metric, period: week(0), value: 98.5 };
		await enterReading(who.member.client, who.ours.id, who.member.id, reading);
		await Promise.all(Array.from({ length: 6 }, () => note()));
		expect(await fired()).toHaveLength(1);
	});

	test('it waits for the responder until they say what was done, and for nobody else', async () => {
		await enter(1, 98.4);
		await enter(0, 98.5);
		expect(await fired()).toHaveLength(2);
		const mine = (await waiting(who.member)).filter((one) => one.metric.id === metric);
		expect(mine).toMatchObject([{ period: week(0), metric: { id: metric } }]);
		expect((await waiting(who.owner)).map((one) => one.metric.id)).not.toContain(metric);

		const id = mine[0]?.id ?? '';
		expect(await answer(who.observer, id, 'done')).toBe(false);
		expect(await answer(who.otherTeam, id, 'done')).toBe(false);
		expect(await answer(who.member, id, 'done')).toBe(true);
		expect(await answer(who.owner, id, 'nothing needed')).toBe(false);
		expect((await waiting(who.member)).map((one) => one.metric.id)).not.toContain(metric);
		const said = { outcome: 'done', words: 'Called them', by: who.member.id };
		expect(await fired()).toMatchObject([{ answer: said }, { answer: said }]);
		// What somebody said stays, whatever is noted again.
		await note();
		expect(await fired()).toMatchObject([{ answer: said }, { answer: said }]);
	});

	test('without a responder the owner is asked', async () => {
		await editMetric(who.member.client, who.ours.id, metric, { ...fields(), responder: null });
		await enter(0, 90);
		expect((await waiting(who.owner)).map((one) => one.metric.id)).toContain(metric);
	});

	test('a typing mistake that is corrected asks for nothing, and asks again when it was none', async () => {
		await enter(1, 99.2);
		await enter(0, 9.91);
		await enter(0, 99.1);
		expect(await fired()).toMatchObject([{ answer: { outcome: 'reading corrected', by: null } }]);
		await enter(0, 98.1);
		expect(await fired()).toMatchObject([
			{ answer: null, reason: expect.stringContaining('98.1') }
		]);
		await enter(0, 98.2);
		expect(await fired()).toMatchObject([
			{ answer: null, reason: expect.stringContaining('98.2') }
		]);
	});

	test('a trigger that nobody has answered stays open, however late readings of before come in', async () => {
		await enter(1, 99.2);
		await enter(0, 98.5);
		const later = new Date('2026-12-24T09:00:00Z');
		await noteTriggers(backend().database, who.ours.id, [metric], later);
		expect(await fired()).toMatchObject([{ answer: null }]);
	});

	test('history that comes in later fires nothing', async () => {
		await enter(3, 90);
		expect(await fired()).toEqual([]);
		await enter(0, 99.2);
		await enter(10, 80);
		expect(await fired()).toEqual([]);
	});

	test('what a program brings fires as what a person types', async () => {
		const token = await addToken(who.owner.client, who.ours.id, who.owner.id, 'Export');
		const send = (value: number) =>
			enterByToken(backend().database, token, key, { period: week(0), value }, now);
		expect((await send(98.5)).outcome).toBe('entered');
		expect((await send(98.5)).outcome).toBe('known');
		expect(await fired()).toHaveLength(1);
	});

	test('metrics of another team, and what nobody watches, are left alone', async () => {
		const reading = { metric, period: week(0), value: 90 };
		await enterReading(who.member.client, who.ours.id, who.member.id, reading);
		await note([metric], who.theirs.id);
		expect(await fired()).toEqual([]);
		await note();
		expect((await waiting(who.member)).map((one) => one.metric.id)).toContain(metric);
		await stopWatching(who.member.client, who.ours.id, [metric]);
		expect((await waiting(who.member)).map((one) => one.metric.id)).not.toContain(metric);
		await note([]);
		expect(await fired()).toHaveLength(1);
	});
});
