import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { reserveCall, settleCall, type Call } from '../../src/lib/server/llm/budget.ts';
import { onBothBackends } from './backends.ts';
import { found, join, type Person, type Team } from './people.ts';

onBothBackends((backend) => {
	let ada: Person;
	let grace: Person;
	let team: Team;
	beforeEach(async () => {
		ada = await join(backend(), 'Ada');
		grace = await join(backend(), 'Grace');
		team = await found(ada, 'Northwind', 'Leadership team');
	});

	const call = (more: Partial<Call> = {}): Call => ({
		...{ id: randomUUID(), team: team.id, meeting: null, task: randomUUID(), person: ada.id },
		...{ tokens: 1000, model: 'stand-in', promptVersion: 'test 1' },
		...more
	});
	const reserve = (more: Partial<Call> = {}, day = 1_000_000, meeting = 1_000_000) =>
		reserveCall(backend().database, call(more), { day, meeting });
	const used = async (person = ada) =>
		(await person.client.rpc('tokens_used_today', { team: team.id })).data as unknown;

	test('of two hundred who ask at once none passes the budget of the day', async () => {
		const day = 50_500;
		const people = [ada.id, grace.id];
		const all = await Promise.all(
			Array.from({ length: 200 }, (_, at) => reserve({ person: people[at % 2] ?? '' }, day))
		);
		const made = all.filter((one) => one === 'reserved').length;
		console.log(
			`AI budget: 200 parallel calls of 1000 tokens, budget ${day}, used ${String(await used())}`
		);
		expect(made).toBe(50);
		expect(await used()).toBe(50_000);
	});

	test('nobody uses more than half of what all share', async () => {
		for (let times = 0; times < 4; times++) expect(await reserve({}, 9000)).toBe('reserved');
		expect(await reserve({}, 9000)).toBe('over person');
		expect(await reserve({ person: grace.id }, 9000)).toBe('reserved');
	});

	test('a call gives back what it did not take, and counts once', async () => {
		const one = call();
		expect(await reserveCall(backend().database, one, { day: 5000, meeting: 0 })).toBe('reserved');
		await settleCall(backend().database, one.id, { state: 'answered', tokens: 120 });
		await settleCall(backend().database, one.id, { state: 'answered', tokens: 999 });
		expect(await used()).toBe(120);
	});

	test('the same is asked once at a time, and again when its server has ended', async () => {
		const both = await Promise.all([reserve({ task: 'capture' }), reserve({ task: 'capture' })]);
		expect(both.toSorted()).toEqual(['busy', 'reserved']);
		expect(await reserve({ task: 'other' })).toBe('reserved');
		await backend().database.query(
			`update public.model_calls set asked_at = now() - interval '4 minutes' where team_id = $1::uuid`,
			[team.id]
		);
		expect(await reserve({ task: 'capture' })).toBe('reserved');
	});

	test('what workers use counts too, and only the team reads the sum', async () => {
		const priority = randomUUID();
		await ada.client
			.from('priorities')
			.insert({ id: priority, team_id: team.id, title: 'Hire' })
			.throwOnError();
		await backend().database.query(
			`insert into public.worker_runs (priority_id, team_id, worker, state, tokens)
			values ($1::uuid, $2::uuid, 'hr', 'done', 700)`,
			[priority, team.id]
		);
		expect(await used()).toBe(700);
		expect(await used(grace)).toBeNull();
		expect(await reserve({}, 1500)).toBe('over day');
	});
});
