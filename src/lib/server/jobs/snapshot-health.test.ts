import { beforeEach, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { found, join } from '../../../../supabase/tests/people.ts';
import { snapshotHealth } from './snapshot-health.ts';

/** Still Sunday in New York, Monday already in Amsterdam. */
const midnight = new Date('2026-11-22T23:30:00Z');

onBothBackends((backend) => {
	let team: string;
	let priority: string;

	const run = <Row extends Record<string, unknown>>(sql: string, values: string[] = []) =>
		backend().database.query<Row>(sql, values);
	const snap = (at: Date) => snapshotHealth(backend().database, at);
	const kept = () =>
		run<{ week: string; score: number | null; isAll: boolean }>(
			`select week::text, score::float8 as score, priority_id is null as "isAll"
			from public.health_snapshots where team_id = $1::uuid order by week, priority_id nulls last`,
			[team]
		);
	const finish = (count: number) =>
		run(
			`update public.milestones set done_on = '2026-11-20' where id in (
				select id from public.milestones where team_id = $1::uuid and done_on is null limit ${count})`,
			[team]
		);

	beforeEach(async () => {
		team = (await found(await join(backend(), 'Sam'), 'Northwind', 'Leadership')).id;
		const [row] = await run<{ id: string }>(
			`insert into public.priorities (team_id, title) values ($1::uuid, 'Hire') returning id`,
			[team]
		);
		priority = String(row?.id);
		await run(
			`insert into public.milestones (priority_id, team_id, title)
			select $1::uuid, $2::uuid, 'Step ' || n from generate_series(1, 4) n`,
			[priority, team]
		);
	});

	test('a week keeps one score, the last of it, however often and on however many nodes', async () => {
		const friday = new Date('2026-11-20T12:00:00Z');
		await Promise.all([snap(friday), snap(friday)]);
		expect(await kept()).toEqual([
			{ week: '2026-11-16', score: 0, isAll: false },
			{ week: '2026-11-16', score: 0, isAll: true }
		]);
		await finish(1);
		await snap(new Date('2026-11-22T12:00:00Z'));
		await finish(1);
		await snap(new Date('2026-11-23T12:00:00Z'));
		expect((await kept()).map(({ week, score }) => [week, score])).toEqual([
			['2026-11-16', 25],
			['2026-11-16', 25],
			['2026-11-23', 50],
			['2026-11-23', 50]
		]);
	});

	test('a week ends where the team meets', async () => {
		const [format] = await run<{ id: string }>(
			`insert into public.formats (team_id, name, steps) values ($1::uuid, 'Ours', '[]') returning id`,
			[team]
		);
		const meetIn = (zone: string) =>
			run(
				`insert into public.series (team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
				values ($1::uuid, $2::uuid, 'Weekly', 2, '09:00', $3, 90, '2026-11-16')`,
				[team, String(format?.id), zone]
			);
		await meetIn('America/New_York');
		await snap(midnight);
		await run(`update public.series set time_zone = 'Europe/Amsterdam' where team_id = $1::uuid`, [
			team
		]);
		await snap(midnight);
		expect([...new Set((await kept()).map(({ week }) => week))]).toEqual([
			'2026-11-16',
			'2026-11-23'
		]);
	});

	test('what has ended is kept no more, and nothing measured has no score', async () => {
		await run('delete from public.milestones where team_id = $1::uuid', [team]);
		await snap(midnight);
		expect((await kept()).map(({ score }) => score)).toEqual([null, null]);
		await run('update public.priorities set ended_at = now() where id = $1::uuid', [priority]);
		await snap(new Date('2026-12-02T12:00:00Z'));
		expect(await kept()).toHaveLength(2);
	});
});
