import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { aMetric } from '#lib/scorecard/a-metric.ts';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { findMetric } from './metric-history.ts';
import { addMetrics, enterReading, listMetrics, listReadings } from './metrics.ts';
import { stopWatching } from './watching.ts';
import {
	compareImport,
	enterImport,
	forgetParts,
	keepPart,
	type ImportPart
} from './reading-imports.ts';

const [week46, week47] = ['2026-11-09', '2026-11-16'];

onBothBackends((backend) => {
	let who: People;
	const ids = new Map<string, string>();
	const metric = (name: string) => ids.get(name) ?? '';
	beforeAll(async () => {
		who = await people(backend());
		const { id: _, baselineFrom: __, ...fields } = aMetric();
		await addMetrics(who.member.client, who.ours.id, [
			{ ...fields, name: 'Uptime' },
			{ ...fields, name: 'Margin', cadence: 'month' },
			{ ...fields, name: 'Fax' }
		]);
		await addMetrics(who.otherTeam.client, who.theirs.id, [{ ...fields, name: 'Theirs' }]);
		for (const [person, team] of [
			[who.member, who.ours],
			[who.otherTeam, who.theirs]
		] as const)
			for (const { name, id } of await listMetrics(person.client, team.id)) ids.set(name, id);
		await stopWatching(who.member.client, who.ours.id, [metric('Fax')]);
	});

	const bring = async (
		readings: ImportPart['readings'],
		person = who.member,
		id = randomUUID()
	) => {
		await keepPart(person.client, who.ours.id, person.id, { import: id, part: 0, readings });
		return id;
	};
	const compare = (id: string, person = who.member) =>
		compareImport(person.client, who.ours.id, id);
	const enter = (id: string, mark: string, person = who.member) =>
		enterImport(person.client, who.ours.id, id, mark, 'from kpis.csv');

	test('an import says what it would do, does it at once, and the same file again changes nothing', async () => {
		const { member, ours } = who;
		const before = { metric: metric('Uptime'), period: week46, value: 97 };
		await enterReading(member.client, ours.id, member.id, before);
		const rows: ImportPart['readings'] = [
			[2, metric('Uptime'), week46, 98.4],
			[3, metric('Uptime'), week47, 98.5],
			[4, metric('Margin'), '2026-10-01', -0.25]
		];
		const id = await bring(rows);
		const found = await compare(id);
		expect(found).toMatchObject({ entered: 2, known: 0, corrected: 1, refused: 0 });
		expect(found.corrections).toEqual([
			{ line: 2, metric: metric('Uptime'), period: week46, was: 97, value: 98.4 }
		]);
		expect(await enter(id, found.mark)).toEqual({ outcome: 'entered', entered: 2, corrected: 1 });
		const history = await findMetric(member.client, ours.id, metric('Uptime'), '2026-11-21');
		expect(history?.readings).toMatchObject([
			{ period: week47, value: 98.5, by: member.id, note: 'from kpis.csv' },
			{ period: week46, value: 98.4 }
		]);
		expect(history?.corrections).toMatchObject([{ was: 97, became: 98.4, by: member.id }]);

		const again = await bring(rows);
		const same = await compare(again);
		expect(same).toMatchObject({ entered: 0, known: 3, corrected: 0 });
		expect(await enter(again, same.mark)).toMatchObject({ entered: 0, corrected: 0 });
		const after = await findMetric(member.client, ours.id, metric('Uptime'), '2026-11-21');
		expect(after?.corrections).toHaveLength(1);
	});

	test('one row that cannot be entered keeps all of them out', async () => {
		const id = await bring([
			[2, metric('Uptime'), '2026-11-02', 96],
			[3, metric('Uptime'), '2026-11-03', 96],
			[4, metric('Uptime'), '2099-01-05', 96],
			[5, metric('Uptime'), '2026-10-26', 2e12],
			[6, metric('Fax'), week47, 1],
			[7, metric('Theirs'), week47, 1],
			[8, metric('Margin'), '2026-09-01', 1],
			[9, metric('Margin'), '2026-09-01', 1]
		]);
		const found = await compare(id);
		expect(found.refusals).toEqual([
			{ line: 3, problem: 'wrong period' },
			{ line: 4, problem: 'too early' },
			{ line: 5, problem: 'no number' },
			{ line: 6, problem: 'no metric' },
			{ line: 7, problem: 'no metric' },
			{ line: 8, problem: 'twice' },
			{ line: 9, problem: 'twice' }
		]);
		expect(await enter(id, found.mark)).toMatchObject({ outcome: 'refused' });
		const readings = await listReadings(who.member.client, who.ours.id, '2026-09-01');
		expect(readings.some(({ period }) => period === '2026-11-02')).toBe(false);
	});

	test('what somebody else enters meanwhile is not written over unseen', async () => {
		const { owner, ours } = who;
		const id = await bring([[2, metric('Uptime'), '2026-10-19', 95]]);
		const { mark } = await compare(id);
		const meanwhile = { metric: metric('Uptime'), period: '2026-10-19', value: 94 };
		await enterReading(owner.client, ours.id, owner.id, meanwhile);
		expect(await enter(id, mark)).toMatchObject({ outcome: 'changed', corrected: 0 });
		const seen = await compare(id);
		expect(seen.corrections).toMatchObject([{ was: 94, value: 95 }]);
		expect(await enter(id, seen.mark)).toMatchObject({ outcome: 'entered', corrected: 1 });
	});

	test('a second window that starts anew leaves nothing half of the first', async () => {
		const first = await bring([[2, metric('Uptime'), '2026-10-12', 95]]);
		const { mark } = await compare(first);
		await bring([[2, metric('Uptime'), '2026-10-05', 95]]);
		expect(await enter(first, mark)).toMatchObject({ outcome: 'changed' });
		await forgetParts(who.member.client, who.ours.id, who.member.id);
		const rows = await backend().database.query('select part from public.reading_import_parts');
		expect(rows).toEqual([]);
	});

	test('observers and strangers bring nothing, and nobody sees what another is about to import', async () => {
		const row: ImportPart['readings'] = [[2, metric('Uptime'), '2026-09-28', 1]];
		for (const person of [who.observer, who.otherTeam, who.otherWorkspace, who.formerMember])
			await expect(bring(row, person)).rejects.toThrow('row-level security');
		const id = await bring(row);
		expect(await compare(id, who.owner)).toMatchObject({ entered: 0, refused: 0 });
		const { mark } = await compare(id, who.owner);
		expect(await enter(id, mark, who.owner)).toMatchObject({ entered: 0 });
		expect(await compare(id)).toMatchObject({ entered: 1 });
	});

	test('a team hears once of a whole import, and not at all of one that changes nothing', async () => {
		const heard: string[] = [];
		const stop = await backend().database.listen('changes', (payload) => {
			if (payload.includes('readings')) heard.push(payload);
		});
		const weeks = Array.from({ length: 50 }, (_, week) =>
			new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10)
		);
		const rows = weeks.map((week, index): ImportPart['readings'][number] => [
			index + 2,
			metric('Uptime'),
			week,
			index
		]);
		for (let times = 0; times < 2; times += 1) {
			const id = await bring(rows);
			await enter(id, (await compare(id)).mark);
		}
		await expect.poll(() => heard.length).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 200));
		await stop();
		expect(heard).toEqual([expect.stringContaining(who.ours.id)]);
	});

	test('a single reading of another length of period is refused as ever', async () => {
		const { member, ours } = who;
		const wrong = { metric: metric('Margin'), period: '2026-11-16', value: 1 };
		await expect(enterReading(member.client, ours.id, member.id, wrong)).rejects.toThrow(
			'A reading belongs to the day its month starts on'
		);
	});
});
