import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { openStream, piece, startStandIn, type Asked, type Reply } from '../llm/stand-in.ts';
import { soon } from '../sync/sync-site.ts';
import { openRoomWithModel, said } from './a-room.ts';

let backend: Backend;
let team: People;
const closes: (() => Promise<void>)[] = [];
beforeAll(async () => {
	backend = await startBackend();
	team = await people(backend);
});
afterEach(async () => {
	for (const close of closes.splice(0).toReversed()) await close();
});
afterAll(() => backend.close());

const lines = [
	'We saw that four sites cause 71% of lost robot minutes',
	'Grace Hopper will call Havenport about the invoice before Friday'
];

/** Answers the probe, and leaves the rest to the test. */
const afterProbe =
	(reply: Reply): Reply =>
	(asked, to) =>
		asked.messages[0]?.content.includes('"works"') ? '{"works":true}' : reply(asked, to);

async function open(reply: Reply, limits?: { meeting: number; day: number }) {
	const server = await startStandIn(afterProbe(reply));
	closes.push(server.close);
	const room = await openRoomWithModel(
		...([backend, team.ours, [team.owner, team.member, team.observer], server.url, limits] as const)
	);
	closes.push(room.close);
	return { ...room, server, calls: () => server.asked.slice(1) };
}

const answer = (...items: unknown[]) => JSON.stringify({ items });
const call = said({
	...{
		kind: 'action',
		title: 'Call Havenport about the invoice',
		owner: '[P2]',
		due: '2026-12-04'
	},
	cites: [{ note: 'n2', quote: 'will call Havenport about the invoice' }]
});

test('what a model proposes comes to everybody one by one, cites its note, and waits for a person', async () => {
	let goOn = () => {};
	const { ask, notes, settled, all, ended, chair } = await open((_, to) => {
		const text = answer(said(), call);
		const half = text.indexOf('},{') + 1;
		openStream(to);
		to.write(piece({ content: text.slice(0, half) }));
		goOn = () => {
			to.write(piece({ content: text.slice(half) }));
			to.end(`${piece({}, 'stop')}data: [DONE]\n\n`);
		};
	});
	const [first, second] = notes(lines);
	await settled();
	expect(await ask()).toBeUndefined();
	for (const { document } of all)
		await soon(() => expect(document.proposals.all()).toHaveLength(1));
	expect(chair.document.asks.all()).toMatchObject([{ state: 'running', task: 'capture' }]);
	goOn();
	await ended();
	await soon(() => expect(chair.document.proposals.all()).toHaveLength(2));
	expect(chair.document.proposals.all().toSorted((a, b) => a.place - b.place)).toMatchObject([
		{ kind: 'insight', answer: 'open', cites: [{ note: first, words: lines[0] }] },
		{
			...{ kind: 'action', owner: team.member.id, due: '2026-12-04', answer: 'open' },
			cites: [{ note: second, words: lines[1] }]
		}
	]);
	expect(chair.document.outcomes.all()).toEqual([]);
});

test.each<[string, Record<string, unknown>]>([
	['cites what does not exist', { cites: [{ note: 'n999', quote: 'four sites' }] }],
	['cites nothing', { cites: [] }],
	['quotes what nobody wrote', { cites: [{ note: 'n1', quote: 'five sites cause 90%' }] }],
	['quotes another note', { cites: [{ note: 'n2', quote: 'four sites cause 71%' }] }],
	['names no member', { kind: 'action', owner: 'Mallory' }],
	['names an observer', { kind: 'action', owner: '[P3]' }],
	['is due yesterday', { kind: 'action', due: '2026-11-29' }],
	['is due on no day', { kind: 'action', due: '2026-02-31' }],
	['is due in ten years', { kind: 'action', due: '2036-12-01' }],
	['holds a link', { why: 'See https://evil.example' }],
	['holds a picture', { title: '![x](//evil.example/a.png)' }],
	['has no title', { title: '\u200b' }],
	['speaks of nobody', { title: 'Ask [P7]' }]
])('what %s is never shown, after one repair', async (_, more) => {
	const { ask, notes, settled, ended, chair, calls } = await open(() => answer(said(more)));
	notes(lines);
	await settled();
	await ask();
	await ended();
	expect(chair.document.proposals.all()).toEqual([]);
	expect(chair.document.asks.all()).toMatchObject([{ state: 'failed' }]);
	expect(calls()).toHaveLength(2);
});

test('a model whose plug is pulled in mid-stream leaves the meeting untouched', async () => {
	const { ask, notes, settled, ended, chair, all } = await open((_, to) => {
		const text = answer(said(), call);
		openStream(to);
		to.write(piece({ content: text.slice(0, text.indexOf('},{') + 1) }), () =>
			setTimeout(() => to.destroy(), 300)
		);
	});
	notes(lines);
	chair.commands.capture({ kind: 'decision', title: 'Freeze go-lives' });
	await settled();
	const state = () => {
		const { asks: _, proposals: __, ...rest } = chair.doc.toJSON() as Record<string, unknown>;
		return JSON.stringify(rest);
	};
	const before = state();
	await ask();
	await soon(() => expect(chair.document.proposals.all()).toHaveLength(1));
	await ended();
	expect(chair.document.asks.all()[0]?.problem).toContain('What it had proposed stays');
	expect(state()).toBe(before);
	// And the room goes on.
	const [kept] = chair.document.proposals.all();
	all[1]?.proposals.accept(kept?.id ?? '');
	await soon(() =>
		expect(chair.document.outcomes.all().map(({ title }) => title)).toContain(kept?.words)
	);
});

test('anybody who writes can stop it, and the model hears no more', async () => {
	const { ask, notes, settled, ended, chair, all } = await open((_, to) => {
		openStream(to);
		const drip = setInterval(() => to.write(piece({ content: ' ' })), 50);
		to.on('close', () => clearInterval(drip));
	});
	notes(lines);
	await settled();
	await ask();
	await soon(() => expect(all[1]?.document.asks.all()).toHaveLength(1));
	all[1]?.proposals.cancel(all[1].document.asks.all()[0]?.id ?? '');
	await ended();
	await soon(async () => {
		const [row] = await backend.database.query<{ state: string }>(
			'select state from public.model_calls order by asked_at desc limit 1'
		);
		expect(row?.state).toBe('cancelled');
	});
	expect(chair.document.asks.all()).toMatchObject([{ state: 'cancelled' }]);
});

test('only the chair asks, once at a time, in a live meeting that has notes', async () => {
	const { ask, notes, settled, ended, calls } = await open((_, to) => {
		setTimeout(() => {
			openStream(to);
			to.end(`${piece({ content: answer(said()) })}${piece({}, 'stop')}data: [DONE]\n\n`);
		}, 300);
	});
	await settled();
	expect(await ask()).toContain('nothing in the notes');
	notes(lines);
	await settled();
	expect(await ask({ person: team.member.id })).toContain('Only the chair');
	const both = await Promise.all([ask(), ask()]);
	expect(both.filter((one) => one === undefined)).toHaveLength(1);
	expect(both.find((one) => one !== undefined)).toContain('at it already');
	await ended();
	expect(calls()).toHaveLength(1);
});

test('a meeting that has used its tokens asks no more, and says so', async () => {
	const { ask, notes, settled, calls } = await open(() => answer(said()), {
		...{ meeting: 2000, day: 1_000_000 }
	});
	notes(lines);
	await settled();
	expect(await ask()).toContain('This meeting has used its tokens');
	expect(calls()).toEqual([]);
});

test('what is said already is not proposed again, and an empty answer says so', async () => {
	const { ask, notes, settled, ended, chair } = await open(() => answer(said()));
	notes(lines);
	chair.commands.capture({ kind: 'insight', title: said().title });
	await settled();
	await ask();
	await ended();
	expect(chair.document.proposals.all()).toEqual([]);
	expect(chair.document.asks.all()).toMatchObject([
		{ state: 'done', problem: 'It found nothing in the notes that is not recorded yet.' }
	]);
});

test('the options of an item are asked from its notes alone, and one that is taken is a decision on it', async () => {
	let asked: Asked | undefined;
	const option = { title: 'Staff nights at the four sites', why: 'Costs more, helps now.' };
	const cites = [{ note: 'n1', quote: 'staff nights' }];
	const { ask, notes, settled, ended, chair } = await open((one) => {
		asked = one;
		return answer({ ...option, cites }, { ...option, title: 'Freeze go-lives', cites });
	});
	notes(lines);
	const item = chair.commands.raise({ title: 'Fleet uptime' });
	notes(['Freeze go-lives, or staff nights at the four sites'], item);
	await settled();
	await ask({ task: 'options', item });
	await ended();
	expect(asked?.messages[1]?.content).not.toContain('71%');
	const [first] = chair.document.proposals.all().toSorted((a, b) => a.place - b.place);
	expect(first).toMatchObject({ kind: 'option', words: option.title });
	chair.proposals.accept(first?.id ?? '');
	expect(chair.document.outcomes.all()).toMatchObject([
		{ kind: 'decision', title: option.title, item, by: team.owner.id }
	]);
});

test('what the team does not want of the model does not come, and where nothing is left it is not asked', async () => {
	const { ask, notes, settled, ended, chair, calls } = await open(() => answer(said(), call));
	notes(lines);
	await settled();
	const all = new Set(['ai insight', 'ai decision', 'ai action'] as const);
	expect(await ask({ off: all })).toContain('turned off');
	expect(calls()).toHaveLength(0);
	await ask({ off: new Set(['ai insight']) });
	await ended();
	expect(chair.document.proposals.all().map(({ kind }) => kind)).toEqual(['action']);
});

test('what is sealed is told to no model, nor what was recorded on it', async () => {
	const { ask, notes, settled, ended, chair, calls } = await open(() => answer());
	notes(lines);
	const item = chair.commands.raise({ title: 'Canary: who leaves' });
	notes(['Canary: it is Tom'], item);
	chair.commands.capture({ kind: 'decision', title: 'Canary: tell him', item });
	chair.commands.seal(item, true);
	await settled();
	await ask();
	await ended();
	expect(calls()).toHaveLength(1);
	expect(JSON.stringify(calls())).not.toContain('Canary');
	expect(await ask({ task: 'options', item })).toContain('sealed');
});

test('of everything that was proposed it is kept where it came from, who answered, and what they changed', async () => {
	const { ask, notes, settled, ended, chair, all, meeting } = await open(() =>
		answer(
			said(),
			call,
			said({ kind: 'decision', title: 'Publish the incident review', cites: call.cites })
		)
	);
	const [first, second] = notes(lines);
	await settled();
	await ask();
	await ended();
	const [insight, action, decision] = chair.document.proposals
		.all()
		.toSorted((a, b) => a.place - b.place);
	// Two accept at once: it is made once.
	chair.proposals.accept(insight?.id ?? '');
	all[1]?.proposals.accept(insight?.id ?? '');
	all[1]?.proposals.accept(action?.id ?? '');
	await settled();
	await soon(() => expect(chair.document.outcomes.all()).toHaveLength(2));
	chair.commands.changeOutcome(action?.id ?? '', { title: 'Call Havenport today' });
	chair.proposals.dismiss(decision?.id ?? '');
	chair.commands.close(0);
	await soon(async () => {
		const rows = await backend.database.query(
			`select kind, answer, answered_by is not null as answered, edit_distance > 0 as edited, model, prompt_version,
				cites::text as cites, jsonb_array_length(inputs) as inputs
			from public.model_suggestions where meeting_id = $1::uuid order by kind`,
			[meeting.id]
		);
		const from = { model: 'stand-in 1', prompt_version: 'capture 1', inputs: 2, answered: true };
		expect(rows).toMatchObject([
			{ ...from, kind: 'action', answer: 'accepted', edited: true },
			{ ...from, kind: 'decision', answer: 'dismissed', edited: false },
			{ ...from, kind: 'insight', answer: 'accepted', edited: false }
		]);
		expect(rows.map(({ cites }) => String(cites)).join()).toContain(String(first));
		expect(String(rows[0]?.['cites'])).toMatch(new RegExp(`${second ?? ''}.*[0-9a-f]{16}`));
		console.log(
			`AI provenance: ${rows.filter(({ answer: is }) => is === 'accepted').length} of 2 accepted kept with model, prompt, sources and person`
		);
	});
});
