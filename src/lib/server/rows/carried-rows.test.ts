import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { found, invite, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import {
	endCarried,
	enterMeasured,
	quietRisk,
	removeCarried,
	saveCarried,
	type CarriedRow,
	type Place
} from './carried-rows.ts';
import { loadExecution } from './execution.ts';
import { answerCheck, listAsked } from './lasting.ts';
import { listReviews } from './risk-reviews.ts';
import { addPriority, endPriority, givePart, listPriorities } from './priorities.ts';

const today = '2026-11-19';

onBothBackends((backend) => {
	let ada: Person;
	let observer: Person;
	let stranger: Person;
	let team: Team;
	let place: Place;

	const read = async (person = ada) =>
		(await loadExecution(person.client, team.id, today, place.priority)).priorities;
	const one = async () => (await read()).find(({ id }) => id === place.priority);
	const save = (row: CarriedRow, id?: string, person = ada) =>
		saveCarried(person.client, place, person.id, row, id);
	const milestone = (title: string, due: string | null): CarriedRow => ({
		kind: 'milestone',
		fields: { title, due, owner: null, isChange: true }
	});
	const gap = (name: string): CarriedRow => ({
		kind: 'measure',
		fields: {
			of: 'gap',
			name,
			definition: '',
			unit: 'sites',
			decimals: 0,
			baseline: 2,
			target: 38,
			direction: 'up',
			metric: null,
			owner: null,
			foundOn: today
		}
	});

	beforeEach(async () => {
		ada = await join(backend(), 'Ada');
		observer = await join(backend(), 'Olive');
		stranger = await join(backend(), 'Stranger');
		team = await found(ada, 'Northwind', 'Leadership team');
		await invite(ada, team, observer, 'observer');
		await found(stranger, 'Elsewhere', 'Leadership team');
		const id = randomUUID();
		await addPriority(ada.client, team.id, { title: 'Uptime', owner: ada.id }, id);
		place = { team: team.id, priority: id };
	});

	test('every kind of row is added, changed and read again', async () => {
		await save(milestone('Field test', '2026-11-27'));
		await save(gap('Sites on firmware 4'));
		await save({
			kind: 'risk',
			fields: {
				title: 'Windows close',
				likelihood: 3,
				impact: 3,
				mitigation: '',
				owner: ada.id,
				reviewOn: '2026-12-01'
			}
		});
		await save({
			kind: 'phase',
			fields: { name: 'Roll-out', startsOn: today, endsOn: '2026-12-24' }
		});
		const phase = (await one())?.phases[0]?.id ?? '';
		await save({
			kind: 'resource',
			fields: { title: 'Engineers', of: 'people', days: 12, phase, owner: null }
		});
		await save({
			kind: 'dependency',
			fields: { title: 'Driver', other: null, neededBy: null, owner: null }
		});
		const first = (await one())?.milestones[0]?.id;
		expect(await save(milestone('Field test passed', '2026-12-04'), first)).toBe(true);
		expect(await one()).toMatchObject({
			milestones: [
				{
					title: 'Field test passed',
					due: '2026-12-04',
					planned: '2026-11-27',
					moved: { by: ada.id, from: '2026-11-27', to: '2026-12-04' }
				}
			],
			gaps: [{ title: 'Sites on firmware 4', baseline: 2, target: 38, value: null }],
			risks: [{ title: 'Windows close', owner: ada.id }],
			phases: [{ name: 'Roll-out', planned: '2026-12-24' }],
			resources: [{ title: 'Engineers', days: 12, phase }],
			dependencies: [{ title: 'Driver', neededBy: null }]
		});
	});

	test('what is removed comes back with its values', async () => {
		await save(gap('Sites on firmware 4'));
		const id = (await one())?.gaps[0]?.id ?? '';
		const said = { measure: id, on: today, value: 17, note: 'Counted' };
		expect(await enterMeasured(ada.client, place, ada.id, said)).toBe(true);
		expect(await removeCarried(ada.client, place, 'measure', id, new Date())).toBe(true);
		expect((await one())?.gaps).toEqual([]);
		expect(await enterMeasured(ada.client, place, ada.id, said)).toBe(false);
		expect(await removeCarried(ada.client, place, 'measure', id, null)).toBe(true);
		expect((await one())?.gaps[0]).toMatchObject({ value: 17, values: [{ note: 'Counted' }] });
	});

	test('a measure that follows a metric takes its readings, up to today', async () => {
		const { data: metric } = await ada.client
			.from('metrics')
			.insert({ team_id: team.id, name: 'Uptime', area: 'operations', direction: 'up' })
			.select('id')
			.single()
			.throwOnError();
		for (const [period, value] of [
			['2026-11-09', 98.7],
			['2026-11-16', 98.4],
			['2026-11-23', 99.9]
		] as const)
			await backend().database.query(
				`insert into public.readings (metric_id, team_id, period, value) values ($1::uuid, $2::uuid, $3::text::date, ${value})`,
				[metric.id, team.id, period]
			);
		const row = gap('Fleet uptime');
		if (row.kind !== 'measure') throw new Error('A gap is a measure');
		await save({ ...row, fields: { ...row.fields, metric: metric.id } });
		const [follows] = (await one())?.gaps ?? [];
		expect(follows).toMatchObject({ metric: metric.id, value: 98.4 });
		expect(follows?.values.map(({ value }) => value)).toEqual([98.7, 98.4]);
		const said = { measure: follows?.id ?? '', on: today, value: 1, note: '' };
		expect(await enterMeasured(ada.client, place, ada.id, said)).toBe(false);
	});

	test('observers and strangers change nothing, and strangers see nothing', async () => {
		await save(milestone('Field test', null));
		const id = (await one())?.milestones[0]?.id ?? '';
		for (const person of [observer, stranger]) {
			expect(await save(milestone('Mine', null), id, person)).toBe(false);
			expect(await removeCarried(person.client, place, 'milestone', id, new Date())).toBe(false);
			expect(await endCarried(person.client, place, 'milestone', id, today)).toBe(false);
			await expect(save(milestone('New', null), undefined, person)).rejects.toMatchObject({
				message: expect.stringContaining('row-level security') as string
			});
		}
		expect(await read(stranger)).toEqual([]);
		expect((await read(observer))[0]?.milestones).toHaveLength(1);
	});

	test('a row is changed in its own priority only', async () => {
		await save(milestone('Field test', null));
		const id = (await one())?.milestones[0]?.id ?? '';
		const other = randomUUID();
		await addPriority(ada.client, team.id, { title: 'Other', owner: null }, other);
		const elsewhere = { ...place, priority: other };
		expect(await endCarried(ada.client, elsewhere, 'milestone', id, today)).toBe(false);
		expect(await endCarried(ada.client, place, 'milestone', id, today)).toBe(true);
		expect((await one())?.milestones[0]?.done).toBe(today);
	});

	test('a sixth priority is refused until one is parked, which is kept and can be taken up', async () => {
		for (const title of ['Two', 'Three', 'Four', 'Five'])
			expect(await addPriority(ada.client, team.id, { title, owner: null })).toBe(true);
		const six = { title: 'Six', owner: null };
		expect(await addPriority(ada.client, team.id, six)).toBe(false);
		const parked = { at: new Date(), as: 'parked' } as const;
		expect(await endPriority(ada.client, team.id, place.priority, parked)).toBe('changed');
		expect(await addPriority(ada.client, team.id, six)).toBe(true);
		expect(await endPriority(ada.client, team.id, place.priority, null)).toBe('five are active');
		const kept = (await listPriorities(ada.client, team.id)).at(-1);
		expect(kept).toMatchObject({ title: 'Uptime', endedAs: 'parked' });
		const { priorities, ended } = await loadExecution(ada.client, team.id, today, place.priority);
		expect(priorities.at(-1)).toMatchObject({ title: 'Uptime', endedAs: 'parked' });
		expect(ended).toMatchObject([{ title: 'Uptime', endedAs: 'parked' }]);
	});

	test('a part is given, changed and taken', async () => {
		const part = async () => (await one())?.parts.map(({ part }) => part);
		const give = (as: Parameters<typeof givePart>[4]) =>
			givePart(ada.client, team.id, place.priority, observer.id, as);
		await give('consulted');
		expect(await part()).toEqual(['consulted']);
		await give('informed');
		expect(await part()).toEqual(['informed']);
		await give(null);
		expect(await part()).toEqual([]);
	});

	test('a change is asked about until it is answered, once', async () => {
		await save(milestone('On-call rota', '2026-10-20'));
		const id = (await one())?.milestones[0]?.id ?? '';
		await endCarried(ada.client, place, 'milestone', id, '2026-10-20');
		const [asked] = await listAsked(ada.client, team.id, today);
		expect(asked).toMatchObject({ milestone: id, days: 30, owner: ada.id });
		const said = { priority: place.priority, milestone: id, days: 30, note: 'Half of it' } as const;
		await answerCheck(ada.client, team.id, ada.id, { ...said, answer: 'partly' });
		await answerCheck(ada.client, team.id, ada.id, { ...said, answer: 'no' });
		expect(await listAsked(ada.client, team.id, today)).toEqual([]);
		expect((await one())?.checks).toMatchObject([{ answer: 'partly', note: 'Half of it' }]);
	});

	test('a risk nobody reviewed is nominated until its team says not now', async () => {
		await save({
			kind: 'risk',
			fields: {
				title: 'Late',
				likelihood: 2,
				impact: 2,
				mitigation: '',
				owner: null,
				reviewOn: today
			}
		});
		const id = (await one())?.risks[0]?.id ?? '';
		expect(await quietRisk(stranger.client, team.id, id, '2026-12-24')).toBe(false);
		expect(await quietRisk(ada.client, team.id, id, '2026-12-24')).toBe(true);
		const nominated = async (on: string) =>
			(await listReviews(ada.client, team.id, on)).map(({ title }) => title);
		expect(await nominated('2026-12-24')).toEqual([]);
		expect(await nominated('2026-12-25')).toEqual(['Late']);
		expect(await listReviews(stranger.client, team.id, '2026-12-25')).toEqual([]);
		const parked = { at: new Date(), as: 'parked' } as const;
		await endPriority(ada.client, team.id, place.priority, parked);
		expect(await nominated('2026-12-25')).toEqual([]);
	});
});
