import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrange } from '#lib/strategy/cascade.ts';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { seed, type Seeds } from '../../../../supabase/tests/seed.ts';
import { answerProposal, endLevel, enterValue, loadStrategy, saveLevel } from './strategy.ts';

let backend: Backend;
let who: People;
let theirs: Seeds;
const id = (seeds: Seeds, table: string) => String(seeds[table]?.['id']);
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
	theirs = await seed(backend.database, who.theirs, who.otherTeam.id);
});
afterAll(() => backend.close());

const made = {
	ambition: 'committed',
	weight: 1,
	owner: null,
	state: 'accepted',
	proposedBy: null,
	answer: ''
} as const;

test('a team builds its cascade from the top, and says where it stands', async () => {
	const { member, ours: team } = who;
	const save = (saved: Parameters<typeof saveLevel>[2], one?: string) =>
		saveLevel(member.client, team.id, saved, one);
	const load = () => loadStrategy(member.client, team.id);
	expect(await load()).toEqual({
		cycles: [],
		imperatives: [],
		goals: [],
		objectives: [],
		keyResults: []
	});

	await save({
		level: 'cycle',
		fields: { name: 'Q4 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' }
	});
	await save({
		level: 'imperative',
		fields: { title: 'Earn the right', stage: 'nail', fromYear: 2026, untilYear: 2027 }
	});
	const [imperative] = (await load()).imperatives;
	await save({
		level: 'goal',
		fields: {
			title: '99.2% uptime',
			imperative: imperative?.id ?? null,
			year: 2026,
			standing: '98.4% today',
			owner: member.id
		}
	});
	const { goals, cycles } = await load();
	const fields = { title: 'Make uptime boring', goal: goals[0]?.id ?? null };
	await save({ level: 'objective', fields: { ...made, ...fields, cycle: cycles[0]?.id ?? null } });
	const [objective] = (await load()).objectives;
	const result = {
		title: 'Mean time to recover',
		unit: 'min',
		decimals: 0,
		weight: 1,
		owner: null
	};
	await save({
		level: 'key result',
		fields: { ...result, objective: objective?.id ?? '', baseline: 60, target: 45 }
	});
	const [keyResult] = (await load()).keyResults;
	const said = { keyResult: keyResult?.id ?? '', note: '' };
	await enterValue(member.client, team.id, member.id, {
		...said,
		measuredOn: '2026-11-02',
		value: 58
	});
	for (const value of [50, 54])
		await enterValue(member.client, team.id, member.id, { ...said, measuredOn: today, value });

	const strategy = await load();
	expect(strategy.keyResults).toMatchObject([{ value: 54, measuredOn: today }]);
	const cascade = arrange(strategy, strategy.cycles[0], today);
	expect(cascade.imperatives[0]?.goals[0]?.objectives[0]?.progress).toBeCloseTo(0.4);
	expect(cascade.looseObjectives).toEqual([]);

	await save(
		{ level: 'objective', fields: { ...made, ...fields, cycle: null, weight: 3 } },
		objective?.id
	);
	expect((await load()).objectives).toMatchObject([{ weight: 3, cycle: null }]);
	expect(await endLevel(member.client, team.id, 'goal', goals[0]?.id ?? '', new Date())).toBe(true);
	const after = await load();
	expect(arrange(after, undefined, today).looseObjectives).toHaveLength(1);
});

test('a proposal waits for somebody to accept it or send it back, and names whoever made it', async () => {
	const { member, owner, ours: team } = who;
	const proposal = {
		...made,
		title: 'Answer within 15 minutes',
		goal: null,
		cycle: null,
		state: 'proposed',
		proposedBy: member.id
	} as const;
	await saveLevel(member.client, team.id, { level: 'objective', fields: proposal });
	const find = async () =>
		(await loadStrategy(member.client, team.id)).objectives.find(
			({ title }) => title === proposal.title
		);
	const one = (await find())?.id ?? '';
	expect(await answerProposal(owner.client, team.id, one, 'sent back', 'For whom?')).toBe(true);
	expect(await find()).toMatchObject({ state: 'sent back', answer: 'For whom?' });
	await answerProposal(owner.client, team.id, one, 'accepted', '');
	expect(await find()).toMatchObject({ state: 'accepted', proposedBy: member.id });

	const forged = { ...proposal, proposedBy: owner.id };
	await expect(
		saveLevel(member.client, team.id, { level: 'objective', fields: forged })
	).rejects.toMatchObject({ code: '42501' });
});

test('nothing of another team is seen, changed or made a parent', async () => {
	const { member, ours: team } = who;
	expect(await loadStrategy(member.client, who.theirs.id)).toMatchObject({
		cycles: [],
		imperatives: [],
		objectives: []
	});
	const [goal, objective, keyResult] = ['annual_goals', 'objectives', 'key_results'].map((table) =>
		id(theirs, table)
	);
	expect(await endLevel(member.client, team.id, 'objective', objective ?? '', new Date())).toBe(
		false
	);
	const value = { keyResult: keyResult ?? '', measuredOn: today, value: 1, note: '' };
	expect(await enterValue(member.client, team.id, member.id, value)).toBe(false);
	await expect(
		saveLevel(member.client, team.id, {
			level: 'objective',
			fields: { ...made, title: 'Leaked', goal: goal ?? '', cycle: null }
		})
	).rejects.toMatchObject({ code: '23503' });
});

test('what cannot be is refused by the database too', async () => {
	const { member, ours: team } = who;
	const cycle = (startsOn: string, endsOn: string) =>
		saveLevel(member.client, team.id, {
			level: 'cycle',
			fields: { name: 'Odd', startsOn, endsOn }
		});
	await expect(cycle('2027-01-01', '2027-02-01')).rejects.toThrow();
	await expect(cycle('2027-01-01', '2028-01-01')).rejects.toThrow();
	await cycle('2027-01-01', '2027-06-30');
	await expect(cycle('2027-01-01', '2027-03-31')).rejects.toThrow();
	const objective = (await loadStrategy(member.client, team.id)).objectives[0]?.id ?? '';
	const same = { title: 'Flat', unit: '', decimals: 0, weight: 1, owner: null, objective };
	await expect(
		saveLevel(member.client, team.id, {
			level: 'key result',
			fields: { ...same, baseline: 5, target: 5 }
		})
	).rejects.toThrow();
});

test('what moves takes all below it along, and nothing comes to hang below itself', async () => {
	const { owner, ours: team } = who;
	const save = (saved: Parameters<typeof saveLevel>[2], one?: string) =>
		saveLevel(owner.client, team.id, saved, one);
	const load = () => loadStrategy(owner.client, team.id);
	const find = <Row extends { title: string }>(rows: readonly Row[], title: string) =>
		rows.find((row) => row.title === title)!;
	const years = { stage: null, fromYear: 2026, untilYear: 2027 };
	for (const title of ['First', 'Second'])
		await save({ level: 'imperative', fields: { title, ...years } });
	const [first, second] = await load().then(({ imperatives }) =>
		['First', 'Second'].map((title) => find(imperatives, title).id)
	);
	const goal = { title: 'Moved goal', year: 2026, standing: '', owner: null };
	await save({ level: 'goal', fields: { ...goal, imperative: first ?? null } });
	const { id: moved } = find((await load()).goals, 'Moved goal');
	const below = { ...made, title: 'Goes along', cycle: null };
	await save({ level: 'objective', fields: { ...below, goal: moved } });

	await save({ level: 'goal', fields: { ...goal, imperative: second ?? null } }, moved);
	const { imperatives } = arrange(await load(), undefined, today);
	expect(find(imperatives, 'First').goals).toEqual([]);
	const [now] = find(imperatives, 'Second').goals;
	expect(now?.objectives.map(({ title }) => title)).toEqual(['Goes along']);

	// Its own objective, or itself, is no imperative; a goal is no objective; nothing has moved.
	const { id: objective } = find((await load()).objectives, 'Goes along');
	for (const imperative of [objective, moved])
		await expect(
			save({ level: 'goal', fields: { ...goal, imperative } }, moved)
		).rejects.toMatchObject({ code: '23503' });
	await expect(
		save({ level: 'objective', fields: { ...below, goal: objective } }, objective)
	).rejects.toMatchObject({ code: '23503' });
	const after = arrange(await load(), undefined, today);
	expect(find(after.imperatives, 'Second').goals.map(({ title }) => title)).toEqual(['Moved goal']);
});
