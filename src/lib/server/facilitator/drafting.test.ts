import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Recap } from '#lib/meeting/recap.ts';
import type { Person } from '#lib/meeting/person.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people as gather, type Kind, type People } from '../../../../supabase/tests/people.ts';
import { readTranscript } from '#lib/transcript/transcript.ts';
import { Ai } from '../llm/ai.ts';
import { Model } from '../llm/ask-model.ts';
import { openStream, piece, startStandIn, type Reply } from '../llm/stand-in.ts';
import { answerDraft, listDrafts, newestOf, stopDraft, type DraftAnswer } from '../rows/drafts.ts';
import { findRecap, sealPlace } from '../rows/recap.ts';
import {
	findTranscript,
	importTranscript,
	listTurns,
	removeTranscript
} from '../rows/transcripts.ts';
import { loadRoom } from '../rows/room.ts';
import { listKindsOff, turnForTeam } from '../rows/suggestions.ts';
import { makeMeeting, soon } from '../sync/sync-site.ts';
import { draftChallenge } from './drafts/challenge.ts';
import { draftComparison } from './drafts/compare-answers.ts';
import { draftForRecap } from './drafts/for-recap.ts';
import { draftFromTranscript } from './drafts/from-transcript.ts';
import { Drafting, type WantedDraft } from './drafting.ts';

let backend: Backend;
let who: People;
let known: Person[];
const closes: (() => Promise<void>)[] = [];
beforeAll(async () => {
	backend = await startBackend();
	who = await gather(backend);
	known = (['owner', 'member'] as const).map((kind, at) => ({
		...{ id: who[kind].id, name: at === 0 ? 'Ada Lovelace' : 'Grace Hopper', title: 'Operations' },
		...{ hue: 1, role: 'member', current: true }
	}));
});
afterEach(async () => {
	for (const close of closes.splice(0)) await close();
});
afterAll(() => backend.close());

const said = `Ada Lovelace: We saw that four sites cause 71% of the stops.
Grace Hopper: I call Havenport before Friday, see grace@northwind.example
Tom Guest: We publish the incident review, agreed.`;

/** A meeting that is over, with a model that answers as it is told. */
async function open(reply: Reply, limits = { meeting: 1_000_000, day: 100_000_000 }) {
	const { id } = await makeMeeting(backend.database, who.ours.id);
	await backend.database.query(
		`update public.meetings set state = 'closed', opened_at = now(), closed_at = now() where id = $1::uuid`,
		[id]
	);
	const server = await startStandIn((asked, response) =>
		asked.messages[0]?.content.includes('"works"') ? '{"works":true}' : reply(asked, response)
	);
	closes.push(server.close);
	const model = new Model(
		{ url: server.url, model: 'stand-in 1' },
		{ first: 3000, idle: 800, total: 8000 }
	);
	const ai = new Ai(model, limits, { model: '', api: '', schema: '', host: '' });
	await ai.probe();
	const failures: unknown[] = [];
	const drafting = new Drafting({
		...{ ai, database: backend.database },
		onFailure: (error) => failures.push(error)
	});
	const about = { team: who.ours.id, meeting: id };
	return {
		id,
		drafting,
		failures,
		asked: () => server.asked.slice(1),
		keep: async (text = said, kind: Kind = 'member') => {
			const read = readTranscript(text);
			if (typeof read === 'string') throw new Error(read);
			return importTranscript(
				who[kind].client,
				id,
				{ name: 'call.vtt', ...read },
				(speaker) => known.find(({ name }) => name === speaker)?.id ?? null
			);
		},
		ask: async (made: Parts, more: Partial<WantedDraft> = {}) => {
			const problem = await drafting.ask({
				...{ task: 'transcript', subject: null, person: who.member.id, ...about, ...made },
				...more
			});
			return problem;
		},
		draft: async (task: WantedDraft['task'] = 'transcript', kind: Kind = 'member') =>
			newestOf(await listDrafts(who[kind].client, about), task),
		turns: async (kind: Kind = 'member') => {
			const found = await findTranscript(who[kind].client, id);
			return found ? listTurns(who[kind].client, found.id) : [];
		}
	};
}

type Parts = Pick<WantedDraft, 'questions' | 'inputs' | 'version' | 'isKnown' | 'nothing'>;
const items = (...all: object[]) => JSON.stringify({ items: all });
const insight = {
	...{ kind: 'insight', title: 'Four sites cause 71% of the stops', why: 'Said at once.' },
	...{ owner: null, due: null, cites: [{ note: 't1', quote: 'four sites cause 71%' }] }
};
const action = {
	...{
		kind: 'action',
		title: 'Call Havenport',
		why: '[P2] said so.',
		owner: '[P2]',
		due: '2026-12-04'
	},
	cites: [{ note: 't2', quote: 'I call Havenport' }]
};
const answerOf = (item: string, more: Partial<DraftAnswer> = {}): DraftAnswer => ({
	...{ item, said: 'accepted', words: 'Call Havenport', owner: null, due: null, audience: '' },
	...more
});
const fromTranscript = async (room: Awaited<ReturnType<typeof open>>) =>
	draftFromTranscript({
		...{ turns: await room.turns(), people: known, today: '2026-11-30', recorded: [] }
	});

test('members keep and read a transcript; observers and strangers learn at most that there is one', async () => {
	const room = await open(() => items());
	for (const kind of ['observer', 'otherTeam', 'formerMember'] as const)
		expect(await room.keep(said, kind)).toBe(false);
	expect(await room.keep()).toBe(true);
	expect(await room.turns()).toMatchObject([
		{ position: 1, speaker: 'Ada Lovelace', person: who.owner.id },
		{ position: 2, speaker: 'Grace Hopper', person: who.member.id },
		{ position: 3, speaker: 'Tom Guest', person: null }
	]);
	expect(await findTranscript(who.observer.client, room.id)).toMatchObject({ turns: 3 });
	expect(await room.turns('observer')).toEqual([]);
	expect(await findTranscript(who.otherTeam.client, room.id)).toBeUndefined();
	// A second one replaces the first.
	expect(await room.keep('Ada Lovelace: Once more.')).toBe(true);
	expect(await room.turns()).toHaveLength(1);
	expect(await removeTranscript(who.observer.client, room.id)).toBe(false);
	expect(await removeTranscript(who.member.client, room.id)).toBe(true);
	expect(await findTranscript(who.member.client, room.id)).toBeUndefined();
});

test('a transcript is kept while the meeting runs or is parked, never of one that has not begun', async () => {
	const room = await open(() => items());
	const turn = (state: string) =>
		backend.database.query(
			`update public.meetings set state = $2, closed_at = null where id = $1::uuid`,
			[room.id, state]
		);
	await turn('draft');
	expect(await room.keep()).toBe(false);
	for (const state of ['live', 'parked']) {
		await turn(state);
		expect(await room.keep(said, 'observer')).toBe(false);
		expect(await room.keep()).toBe(true);
		// All who are in the room are told that there is one, observers among them.
		const { transcript } = (await loadRoom(who.observer.client, room.id, '2026-11-30')) ?? {};
		expect(transcript).toMatchObject({ by: who.member.id });
	}
});

test('what a model finds in a transcript cites its turns, names nobody, and becomes rows once accepted', async () => {
	const room = await open(() =>
		items(insight, action, {
			...insight,
			title: 'Ghost',
			cites: [{ note: 't99', quote: 'four sites' }]
		})
	);
	await room.keep();
	expect(await room.ask(await fromTranscript(room))).toBeUndefined();
	await room.drafting.settled();
	expect(room.failures).toEqual([]);
	expect(JSON.stringify(room.asked())).not.toMatch(/Lovelace|Hopper|Tom Guest|northwind\.example/u);

	const draft = await room.draft();
	expect(draft).toMatchObject({
		state: 'done',
		problem: '',
		model: 'stand-in 1',
		by: who.member.id
	});
	expect(draft?.items).toMatchObject([
		{ kind: 'insight', words: insight.title, cites: [{ kind: 'turn', id: '1' }], answer: 'open' },
		{ kind: 'action', why: 'Grace said so.', owner: who.member.id, due: '2026-12-04' }
	]);
	expect(await room.draft('transcript', 'observer')).toBeUndefined();
	expect(await room.draft('transcript', 'otherTeam')).toBeUndefined();

	const [one, other] = (draft?.items ?? []).map(({ id }) => id) as [string, string];
	for (const kind of ['observer', 'otherTeam'] as const)
		expect(await answerDraft(who[kind].client, answerOf(other))).toBe(false);
	const both = await Promise.all(
		(['member', 'owner'] as const).map((kind) =>
			answerDraft(
				who[kind].client,
				answerOf(other, { words: 'Call Havenport today', owner: who.owner.id, due: '2026-12-01' })
			)
		)
	);
	expect(both.toSorted()).toEqual([false, true]);
	expect(
		await answerDraft(who.member.client, answerOf(one, { said: 'dismissed', words: '' }))
	).toBe(true);
	expect(await answerDraft(who.member.client, answerOf(one, { said: 'open', words: '' }))).toBe(
		true
	);
	const recap = await findRecap(who.observer.client, room.id);
	expect(recap.actions).toMatchObject([
		{ id: other, title: 'Call Havenport today', owner: who.owner.id, due: '2026-12-01' }
	]);
	expect(recap.insights).toEqual([]);
	// With the transcript goes what quotes it; what was accepted stays.
	await removeTranscript(who.member.client, room.id);
	expect(await room.draft()).toBeUndefined();
	expect((await findRecap(who.member.client, room.id)).actions).toHaveLength(1);
});

test('a long transcript is asked about in parts, until the tokens of the meeting are used', async () => {
	const long = Array.from(
		{ length: 60 },
		(_, at) => `Ada Lovelace ${at}: ${'word '.repeat(150)}`
	).join('\n');
	const room = await open(() => items(), { meeting: 15_000, day: 100_000_000 });
	await room.keep(long);
	const made = await fromTranscript(room);
	expect(made.questions.length).toBeGreaterThan(3);
	expect(await room.ask(made)).toBeUndefined();
	await room.drafting.settled();
	expect(room.asked().length).toBeLessThan(made.questions.length);
	expect(await room.draft()).toMatchObject({ state: 'done' });
	expect((await room.draft())?.problem).toContain('used its tokens');
});

test('whoever stops it gets nothing more, and what came stays; one draft at a time', async () => {
	let end = () => {};
	const room = await open((_, response) => {
		openStream(response);
		response.write(piece({ content: `{"items":[${JSON.stringify(insight)},` }));
		end = () => response.end();
	});
	await room.keep();
	const made = await fromTranscript(room);
	expect(await room.ask(made)).toBeUndefined();
	await soon(async () => expect((await room.draft())?.items).toHaveLength(1));
	expect(await room.ask(made)).toContain('at it already');
	const id = (await room.draft())?.id ?? '';
	await stopDraft(who.observer.client, id);
	expect(await room.draft()).toMatchObject({ state: 'running' });
	await stopDraft(who.member.client, id);
	await room.drafting.settled();
	end();
	expect(await room.draft()).toMatchObject({
		state: 'cancelled',
		items: [{ words: insight.title }]
	});
});

test('a model whose plug is pulled fails in one quiet line, and what was whole stays', async () => {
	const room = await open((_, response) => {
		openStream(response);
		response.write(piece({ content: `{"items":[${JSON.stringify(insight)},{"kind":` }));
		setTimeout(() => response.destroy(), 50);
	});
	await room.keep();
	await room.ask(await fromTranscript(room));
	await room.drafting.settled();
	const draft = await room.draft();
	expect(draft).toMatchObject({ state: 'failed', items: [{ words: insight.title }] });
	expect(draft?.problem).toContain('What it had drafted stays.');
	expect(room.failures).toEqual([]);
});

async function withOutcomes(room: Awaited<ReturnType<typeof open>>, sealed = false) {
	const [item, segment] = [crypto.randomUUID(), crypto.randomUUID()];
	await backend.database.query(
		`insert into public.hot_items (id, meeting_id, team_id, series_id, position, title, state)
		select $1::uuid, m.id, m.team_id, m.series_id, 0, 'Canary: who leaves', 'resolved' from public.meetings m where m.id = $2::uuid`,
		[item, room.id]
	);
	await backend.database.query(
		`insert into public.decisions (id, meeting_id, team_id, hot_item_id, title, captured_at)
		values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, 'Canary: Tom goes', now()), ($5::uuid, $2::uuid, $3::uuid, null, 'Open in Leeds in May', now())`,
		[crypto.randomUUID(), room.id, who.ours.id, item, segment]
	);
	if (sealed) expect(await sealPlace(who.member.client, item, true)).toBe(true);
	return findRecap(who.member.client, room.id);
}

test('a recap is drafted from what nobody sealed; accepted it is read by all, and messages are told', async () => {
	const room = await open(() =>
		items(
			{ kind: 'recap', text: 'The team opens in Leeds in May.', audience: null, cites: ['o1'] },
			{ kind: 'cascade', text: 'Leeds opens in May.', audience: 'Operations', cites: ['o1'] },
			{ kind: 'cascade', text: 'Nobody asked.', audience: 'Board', cites: ['o1'] },
			{ kind: 'cascade', text: 'It costs 40 million.', audience: 'Everyone', cites: ['o1'] },
			{ kind: 'cascade', text: 'Ghost.', audience: 'Everyone', cites: ['o9'] }
		)
	);
	const recap: Recap = await withOutcomes(room, true);
	const made = draftForRecap({ recap, people: known, audiences: ['Everyone', 'Operations'] });
	expect(await room.ask(made, { task: 'recap' })).toBeUndefined();
	await room.drafting.settled();
	expect(JSON.stringify(room.asked())).not.toContain('Canary');
	const draft = await room.draft('recap');
	expect(draft?.items.map(({ kind, extra }) => [kind, extra])).toEqual([
		['recap', ''],
		['cascade', 'Operations']
	]);
	const [prose, message] = (draft?.items ?? []).map(({ id }) => id) as [string, string];
	expect((await room.draft('recap', 'observer'))?.items).toEqual([]);
	await answerDraft(who.member.client, answerOf(prose, { words: 'Leeds opens.' }));
	await answerDraft(
		who.member.client,
		answerOf(message, { words: 'Leeds opens in May.', audience: 'Operations' })
	);
	expect((await room.draft('recap', 'observer'))?.items).toMatchObject([{ kept: 'Leeds opens.' }]);
	expect((await findRecap(who.observer.client, room.id)).cascade).toMatchObject([
		{ audience: 'Operations', body: 'Leeds opens in May.' }
	]);
	// The summary is in no other row, so that it is worded anew here; nothing else is.
	const reword = (item: string, words: string, kind: Kind) =>
		answerDraft(who[kind].client, answerOf(item, { words, said: 'edited' }));
	expect(await reword(prose, 'Leeds opens in May.', 'observer')).toBe(false);
	expect(await reword(prose, 'Leeds opens in May.', 'otherTeam')).toBe(false);
	expect(await reword(prose, '  ', 'member')).toBe(false);
	expect(await reword(message, 'Nothing opens.', 'member')).toBe(false);
	expect(await reword(prose, 'Leeds opens in May.', 'owner')).toBe(true);
	expect((await room.draft('recap', 'observer'))?.items).toMatchObject([
		{ kept: 'Leeds opens in May.', answeredBy: who.member.id, editedBy: who.owner.id }
	]);
});

test('a challenge names fields of the goal and no number of its own; its wording changes the goal once accepted', async () => {
	const objective = crypto.randomUUID();
	await backend.database.query(
		`insert into public.objectives (id, team_id, title) values ($1::uuid, $2::uuid, 'Be loved by 40 customers')`,
		[objective, who.ours.id]
	);
	const asks = { question: 'How would you know?', why: 'Loved is no number.', about: ['title'] };
	const room = await open(() =>
		items(
			{ ...asks, wording: '40 customers come back by themselves' },
			{ ...asks, question: 'Why not 90?', wording: null },
			{ ...asks, question: 'Ghost?', about: ['budget'], wording: null }
		)
	);
	const goal = { title: 'Be loved by 40 customers', owner: 'Ada Lovelace' };
	const made = draftChallenge({ id: objective, goal, doubts: [], people: known });
	await room.ask(made, { task: 'challenge', meeting: null, subject: objective });
	await room.drafting.settled();
	expect(JSON.stringify(room.asked())).not.toContain('Lovelace');
	const [draft] = await listDrafts(who.member.client, { team: who.ours.id, subject: objective });
	expect(draft?.items).toMatchObject([
		{
			words: 'How would you know?',
			extra: '40 customers come back by themselves',
			cites: [{ kind: 'title' }]
		}
	]);
	const words = '40 customers order again';
	expect(await answerDraft(who.member.client, answerOf(draft?.items[0]?.id ?? '', { words }))).toBe(
		true
	);
	const { data } = await who.member.client.from('objectives').select('title').eq('id', objective);
	expect(data).toEqual([{ title: words }]);
});

test('answers from memory are compared without saying whose they are, and quoted as they stand', async () => {
	const answers = (['owner', 'member'] as const).map((kind, at) => ({
		...{ person: who[kind].id, priorities: [], why: '', how: '', howMuch: '' },
		what: at === 0 ? 'Ada Lovelace keeps robots running' : 'We sell robots'
	}));
	const room = await open(() =>
		items(
			{
				...{ kind: 'difference', title: 'One runs them, one sells them', why: 'Decide.' },
				cites: [
					{ note: 'what-1', quote: 'keeps robots running' },
					{ note: 'what-2', quote: 'sell robots' }
				]
			},
			{
				kind: 'agreement',
				title: 'All like tea',
				why: '',
				cites: [{ note: 'what-2', quote: 'tea' }]
			}
		)
	);
	const made = draftComparison({ message: undefined, answers, people: known });
	const subject = crypto.randomUUID();
	await room.ask(made, { task: 'compare', meeting: null, subject });
	await room.drafting.settled();
	expect(JSON.stringify(room.asked())).not.toContain('Lovelace');
	const [draft] = await listDrafts(who.member.client, { team: who.ours.id, subject });
	expect(draft?.items.map(({ kind }) => kind)).toEqual(['difference']);
	expect(await answerDraft(who.member.client, answerOf(draft?.items[0]?.id ?? ''))).toBe(false);
	expect(
		draftComparison({ message: undefined, answers: answers.slice(0, 1), people: known }).questions
	).toEqual([]);
});

test('a kind of which hardly anything is accepted is asked of no model any more, until an admin wants it again', async () => {
	const { database } = backend;
	const room = await open(() => items());
	const offered = (accepted: number) =>
		database.query(
			`insert into public.model_suggestions (id, meeting_id, team_id, kind, words, answer, answered_at)
			select gen_random_uuid(), $1::uuid, $2::uuid, 'insight', 'x', case when n <= $3::int then 'accepted' else 'dismissed' end, now()
			from generate_series(1, 30) n`,
			[room.id, who.ours.id, accepted]
		);
	const off = () => listKindsOff(who.member.client, who.ours.id);
	await offered(6);
	expect(await off()).toEqual(new Set());
	await database.query('delete from public.model_suggestions where team_id = $1::uuid', [
		who.ours.id
	]);
	await offered(5);
	expect(await off()).toEqual(new Set(['ai insight']));
	expect(await turnForTeam(who.member.client, who.ours.id, who.member.id, 'ai insight', true)).toBe(
		false
	);
	expect(await turnForTeam(who.owner.client, who.ours.id, who.owner.id, 'ai insight', true)).toBe(
		true
	);
	expect(await off()).toEqual(new Set());
	expect(await turnForTeam(who.owner.client, who.ours.id, who.owner.id, 'ai action', false)).toBe(
		true
	);
	expect(await off()).toEqual(new Set(['ai action']));
});
