import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { onBothBackends } from '../../../supabase/tests/backends.ts';
import { people, type People } from '../../../supabase/tests/people.ts';
import { enterByToken, enterSigned, isSignedWith } from './readings-api.ts';
import { hashToken } from './rows/invitations.ts';
import { findMetric } from './rows/metric-history.ts';
import { addMetrics, enterReading, listMetrics } from './rows/metrics.ts';
import { stopWatching } from './rows/watching.ts';
import { addToken, listTokens, withdrawToken } from './rows/tokens.ts';

const monday = '2026-11-16';

onBothBackends((backend) => {
	let who: People;
	let token: string;
	beforeAll(async () => {
		who = await people(backend());
		const { id: _, baselineFrom: __, ...fields } = aMetric();
		await addMetrics(who.member.client, who.ours.id, [
			fields,
			fields,
			{ ...fields, name: 'Ünïcode & co!' },
			{ ...fields, name: '数字' },
			{ ...fields, name: 'Margin', cadence: 'month' }
		]);
		token = await addToken(who.owner.client, who.ours.id, who.owner.id, 'Warehouse');
	});

	const enter = (key: string, period = monday, value = 98.4, held = token) =>
		enterByToken(backend().database, held, key, { period, value });
	const metricOf = async (key: string) => {
		const metrics = await listMetrics(who.member.client, who.ours.id);
		return metrics.find((metric) => metric.key === key);
	};

	test('every metric has a key of its own, whatever it is called', async () => {
		const keys = (await listMetrics(who.member.client, who.ours.id)).map(({ key }) => key);
		expect(keys).toEqual(['fleet-uptime', 'fleet-uptime-2', 'n-code-co', 'metric', 'margin']);
	});

	test('a reading is entered, known the second time, and kept when it is corrected', async () => {
		expect(await enter('fleet-uptime')).toEqual({ outcome: 'entered', was: null });
		expect(await enter('fleet-uptime')).toEqual({ outcome: 'known', was: 98.4 });
		expect(await enter('fleet-uptime', monday, 98.5)).toEqual({ outcome: 'corrected', was: 98.4 });
		const metric = await metricOf('fleet-uptime');
		const found = await findMetric(who.member.client, who.ours.id, metric?.id ?? '', '2026-11-21');
		expect(found?.readings).toMatchObject([{ value: 98.5, by: null, note: 'by Warehouse' }]);
		expect(found?.corrections).toMatchObject([{ was: 98.4, became: 98.5, note: 'by Warehouse' }]);
		const { member, ours } = who;
		const corrected = { metric: metric?.id ?? '', period: monday, value: 98.6 };
		expect(await enterReading(member.client, ours.id, member.id, corrected)).toBe(true);
		const after = await findMetric(member.client, ours.id, metric?.id ?? '', '2026-11-21');
		expect(after?.readings).toMatchObject([{ value: 98.6, by: member.id, note: '' }]);
		expect(after?.corrections[0]).toMatchObject({ was: 98.5, by: member.id, program: 'Warehouse' });
		expect(found?.readings[0]?.isFromProgram).toBe(true);
		expect(after?.readings[0]?.isFromProgram).toBe(false);
		const why = 'The export counted twice';
		await enterReading(member.client, ours.id, member.id, { ...corrected, value: 98.7 }, why);
		const again = await findMetric(member.client, ours.id, metric?.id ?? '', '2026-11-21');
		expect(again?.corrections[0]).toMatchObject({ was: 98.6, note: why, program: '' });
	});

	test('what cannot be a reading is refused, and shown to the admins', async () => {
		expect(await enter('no-such-metric')).toMatchObject({ outcome: 'no metric' });
		expect(await enter('fleet-uptime', '2026-11-17')).toMatchObject({ outcome: 'wrong period' });
		expect(await enter('margin', monday)).toMatchObject({ outcome: 'wrong period' });
		expect(await enter('margin', '2026-11-01')).toMatchObject({ outcome: 'entered' });
		expect(await enter('fleet-uptime', '2099-01-05')).toMatchObject({ outcome: 'too early' });
		const [shown] = await listTokens(who.owner.client, who.ours.id);
		expect(shown).toMatchObject({ name: 'Warehouse', lastFailure: 'fleet-uptime: too early' });
		expect(shown?.lastUsedAt).not.toBeNull();
		const metric = await metricOf('fleet-uptime-2');
		await stopWatching(who.member.client, who.ours.id, [metric?.id ?? '']);
		expect(await enter('fleet-uptime-2')).toMatchObject({ outcome: 'no metric' });
	});

	test('two programs that bring the same period at once leave one reading', async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 6 }, (_, index) => enter('n-code-co', monday, index % 2))
		);
		expect(outcomes.filter(({ outcome }) => outcome === 'no token')).toEqual([]);
		const metric = await metricOf('n-code-co');
		const rows = await backend().database.query(
			'select value from public.readings where metric_id = $1::text::uuid',
			[metric?.id ?? '']
		);
		expect(rows).toHaveLength(1);
	});

	test('a token reaches its team only, is made by admins only, and ends when it is withdrawn', async () => {
		const made = (person: People['member'], team: string) =>
			addToken(person.client, team, person.id, 'Mine');
		await expect(made(who.member, who.ours.id)).rejects.toThrow('row-level security');
		await expect(made(who.owner, who.theirs.id)).rejects.toThrow('row-level security');
		expect(await listTokens(who.member.client, who.ours.id)).toEqual([]);

		const other = await addToken(who.owner.client, who.ours.id, who.owner.id, 'Short');
		expect(await enter('metric', monday, 1, other)).toMatchObject({ outcome: 'entered' });
		const [newest] = await listTokens(who.owner.client, who.ours.id);
		const withdraw = (person: People['member']) =>
			withdrawToken(person.client, who.ours.id, newest?.id ?? '', new Date());
		expect(await withdraw(who.member)).toBe(false);
		expect(await withdraw(who.owner)).toBe(true);
		expect(await enter('metric', monday, 2, other)).toMatchObject({ outcome: 'no token' });
		expect(await enter('metric', monday, 2, `${token}x`)).toMatchObject({ outcome: 'no token' });
		const kept = await backend().database.query<{ token_hash: string }>(
			'select token_hash from public.team_tokens'
		);
		expect(JSON.stringify(kept)).not.toContain(token);
	});

	test('a signed message needs no token in it', async () => {
		const tokens = await listTokens(who.owner.client, who.ours.id);
		const id = tokens.find(({ name }) => name === 'Warehouse')?.id ?? '';
		const now = Date.now();
		const body = JSON.stringify({ metric: 'metric', period: monday, value: 7 });
		const signed = sign(hashToken(token), body, now);
		const send = (message: typeof signed, by = id) =>
			enterSigned(backend().database, by, message, 'metric', { period: monday, value: 7 }, now);
		expect((await send(signed)).outcome).toMatch(/entered|corrected/);
		expect(await send(signed, randomUUID())).toMatchObject({ outcome: 'no token' });
		expect(await send({ ...signed, body: `${body} ` })).toMatchObject({ outcome: 'no token' });
	});
});

test('a signature is good for five minutes, for its words, and for its token', () => {
	const hash = hashToken('drumbeat_something');
	const now = 1_800_000_000_000;
	const signed = sign(hash, '{}', now);
	expect(isSignedWith(hash, signed, now)).toBe(true);
	expect(isSignedWith(hash, signed, now + 299_000)).toBe(true);
	for (const [other, at] of [
		[signed, now + 301_000],
		[signed, now - 301_000],
		[{ ...signed, body: '{ }' }, now],
		[{ ...signed, timestamp: `${signed.timestamp}0` }, now],
		[{ ...signed, timestamp: 'NaN' }, now],
		[{ ...signed, timestamp: '' }, now],
		[{ ...signed, signature: signed.signature.slice(7) }, now],
		[{ ...signed, signature: 'sha256=' }, now],
		[{ ...signed, signature: '' }, now]
	] as const)
		expect(isSignedWith(hash, other, at)).toBe(false);
	expect(isSignedWith(hashToken('drumbeat_another'), signed, now)).toBe(false);
});

function sign(hash: string, body: string, now: number) {
	const timestamp = String(Math.floor(now / 1000));
	const signature = createHmac('sha256', hash).update(`${timestamp}.${body}`).digest('hex');
	return { timestamp, signature: `sha256=${signature}`, body };
}
