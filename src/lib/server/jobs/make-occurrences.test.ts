import { beforeEach, describe, expect, test } from 'vitest';
import { defaultFormat } from '#lib/meeting/formats.ts';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { found, join } from '../../../../supabase/tests/people.ts';
import { makeOccurrences, makeOccurrencesOf, remakeOccurrences } from './make-occurrences.ts';

const monday = new Date('2026-11-16T12:00:00Z');

onBothBackends((backend) => {
	let team: string;
	let series: string;

	const run = <Row extends Record<string, unknown>>(
		sql: string,
		values: (string | number)[] = []
	) => backend().database.query<Row>(sql, values);
	const meetings = () =>
		run<{ id: string; number: number; day: string; starts: string; steps: { id: string }[] }>(
			`select id, number, occurs_on::text as day, steps,
				to_char(starts_at at time zone 'UTC', 'MM-DD HH24:MI') as starts
			from public.meetings where series_id = $1 and state = 'draft' order by starts_at`,
			[series]
		);
	const days = async () => (await meetings()).map(({ day }) => day);
	const open = (meeting: string) =>
		run('insert into private.documents (name, team_id, meeting_id) values ($1, $2, $3)', [
			`meeting:${meeting}`,
			team,
			meeting
		]);

	beforeEach(async () => {
		team = (await found(await join(backend(), 'Sam'), 'Northwind', 'Leadership')).id;
		const [format] = await run<{ id: string }>(
			`insert into public.formats (team_id, name, steps) values ($1, 'Ours', $2::text::jsonb) returning id`,
			[team, JSON.stringify(defaultFormat.steps)]
		);
		const [row] = await run<{ id: string }>(
			`insert into public.series (team_id, format_id, name, weekday, starts_at, time_zone, minutes, starts_on)
			values ($1, $2, 'Weekly', 2, '09:00', 'Europe/Amsterdam', 90, '2026-11-16') returning id`,
			[team, String(format?.id)]
		);
		series = String(row?.id);
	});

	test('a series has its next four meetings, each with an agenda of its own', async () => {
		await makeOccurrences(backend().database, monday);

		const made = await meetings();
		expect(made.map(({ number, starts }) => [number, starts])).toEqual([
			[1, '11-17 08:00'],
			[2, '11-24 08:00'],
			[3, '12-01 08:00'],
			[4, '12-08 08:00']
		]);
		expect(made[0]?.steps).toHaveLength(defaultFormat.steps.length);
		const ids = made.flatMap(({ steps }) => steps.map(({ id }) => id));
		expect(new Set(ids).size).toBe(4 * defaultFormat.steps.length);
	});

	test('two nodes that make them at once make them once', async () => {
		const make = () => makeOccurrencesOf(backend().database, series, monday);
		await Promise.all([make(), make(), make()]);
		await make();

		expect((await meetings()).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
	});

	test('each week adds the one that is missing, and a cancelled one stays cancelled', async () => {
		await makeOccurrencesOf(backend().database, series, monday);
		await run(
			`update public.meetings set state = 'cancelled' where series_id = $1 and number = 3`,
			[series]
		);
		await makeOccurrencesOf(backend().database, series, new Date('2026-11-18T12:00:00Z'));

		expect(await days()).toEqual(['2026-11-17', '2026-11-24', '2026-12-08', '2026-12-15']);
	});

	test('a series that has ended makes no more meetings', async () => {
		await run('update public.series set ended_at = now() where id = $1', [series]);
		await makeOccurrences(backend().database, monday);

		expect(await meetings()).toEqual([]);
	});

	describe('when the rhythm changes', () => {
		const toThursday = async () => {
			await run(
				`update public.series set weekday = 4, starts_at = '10:30', minutes = 60 where id = $1`,
				[series]
			);
			await remakeOccurrences(backend().database, series, monday);
		};

		test('meetings that nobody has opened move', async () => {
			await makeOccurrencesOf(backend().database, series, monday);
			await toThursday();

			expect(await days()).toEqual(['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10']);
			expect((await meetings())[0]?.starts).toBe('11-19 09:30');
		});

		test('a prepared meeting moves within its week and keeps what was prepared', async () => {
			await makeOccurrencesOf(backend().database, series, monday);
			const [, second] = await meetings();
			await open(String(second?.id));
			await toThursday();

			expect(await days()).toEqual(['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10']);
			const kept = (await meetings()).find(({ id }) => id === second?.id);
			expect(kept).toMatchObject({ number: 2, day: '2026-11-26', starts: '11-26 09:30' });
			expect(kept?.steps).toEqual(second?.steps);
		});

		test('a meeting that is running stays where it is', async () => {
			await makeOccurrencesOf(backend().database, series, monday);
			const [first] = await meetings();
			await run(`update public.meetings set state = 'live' where id = $1`, [String(first?.id)]);
			await toThursday();

			const [row] = await run<{ day: string }>(
				'select occurs_on::text as day from public.meetings where id = $1',
				[String(first?.id)]
			);
			expect(row?.day).toBe('2026-11-17');
		});
	});
});
