import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { find, insert, seed, type Seeds } from './seed.ts';
import { kinds, people as gather, type Kind, type People } from './people.ts';

type Hit = {
	kind: string;
	id: string;
	body: string;
	title: string;
	marks: string[];
	guessed: boolean;
};

onBothBackends((backend) => {
	let people: People;
	let seeds: Seeds;
	let elsewhere: Seeds;
	const note = (body: string, more = {}) => ({
		id: randomUUID(),
		team_id: people.ours.id,
		meeting_id: String(seeds.notes?.meeting_id ?? seeds.meetings?.id),
		position: 9,
		body,
		...more
	});
	const search = async (kind: Kind, asked: object): Promise<Hit[]> => {
		const { data, error } = await people[kind].client.rpc('search', {
			asked: { words: [], phrases: [], kinds: [], ...asked }
		});
		if (error && kind !== 'anonymous') throw new Error(error.message);
		return (data ?? []) as Hit[];
	};
	const titles = async (kind: Kind, asked: object) =>
		(await search(kind, asked)).map(({ title, body }) => title || body).sort();
	const whoFinds = async (asked: object) => {
		const found: Kind[] = [];
		for (const kind of kinds) if ((await search(kind, asked)).length > 0) found.push(kind);
		return found;
	};

	beforeAll(async () => {
		people = await gather(backend());
		const { database } = backend();
		seeds = await seed(database, people.ours, people.member.id);
		await seed(database, people.theirs, people.otherTeam.id);
		elsewhere = await seed(database, people.elsewhere, people.otherWorkspace.id);
		for (const body of [
			'Gripper v2 keeps its inventory of spare fingers in Köln',
			'We receive the grippers a week late',
			'Firmware four goes to every site'
		])
			await insert(database, 'notes', note(body));
		await insert(database, 'notes', {
			...note('The stranger talks of zeppelins'),
			team_id: people.elsewhere.id,
			meeting_id: String(elsewhere.meetings?.id)
		});
	});

	describe('who finds what', () => {
		test('a note of ours is found by the team alone', async () => {
			expect(await whoFinds({ words: ['inventory'] })).toEqual(['owner', 'member', 'observer']);
		});

		test('a note of another company is found by that company alone', async () => {
			expect(await whoFinds({ words: ['zeppelins'] })).toEqual(['otherWorkspace']);
			// A word that only they wrote does not even help to guess.
			expect(await whoFinds({ words: ['zeppelinz'] })).toEqual(['otherWorkspace']);
		});

		test('what stands in a draft is found by those who may read drafts', async () => {
			const draft = note('Surprise acquisition', {
				meeting_id: String(seeds['meetings (draft)']?.id)
			});
			await insert(backend().database, 'notes', draft);
			expect(await whoFinds({ words: ['acquisition'] })).toEqual(['owner', 'member']);
		});

		test('every kind of thing is found by its team, and by nobody else', async () => {
			const rows = await backend().database.query<{ kind: string; title: string }>(
				`select distinct on (kind) kind, coalesce(nullif(title, ''), body) as title from public.search_passages
				where team_id = $1::uuid and meeting_id is distinct from $2::uuid order by kind, subject_id`,
				[people.ours.id, String(seeds['meetings (draft)']?.id)]
			);
			expect(rows.map(({ kind }) => kind)).toEqual([
				'action',
				'assumption',
				'decision',
				'goal',
				'hot item',
				'insight',
				'key result',
				'learning',
				'meeting',
				'message',
				'metric',
				'note',
				'objective',
				'person',
				'priority',
				'risk',
				'said',
				'told'
			]);
			for (const { kind, title } of rows) {
				const asked = { words: title.split(' '), kinds: [kind], team: people.ours.id };
				// What was said word by word is the members' alone.
				const readers = kind === 'said' ? ['owner', 'member'] : ['owner', 'member', 'observer'];
				expect(await whoFinds(asked), kind).toEqual(readers);
			}
		});

		test('what belongs to a sealed item is found by nobody, and again once the seal is off', async () => {
			const item = String(seeds.hot_items?.id);
			await insert(backend().database, 'notes', note('Redundancy package', { hot_item_id: item }));
			const seal = async (is_sealed: boolean) =>
				expect(
					(await people.member.client.rpc('seal_place', { of_place: item, is_sealed })).data
				).toBe(true);
			const all = ['owner', 'member', 'observer'];
			expect(await whoFinds({ words: ['redundancy'] })).toEqual(all);
			await seal(true);
			expect(await whoFinds({ words: ['redundancy'] })).toEqual([]);
			await seal(false);
			expect(await whoFinds({ words: ['redundancy'] })).toEqual(all);
		});

		test('what was noted in a sealed step is found by nobody', async () => {
			const step = String(seeds.agenda_segments?.id);
			await insert(backend().database, 'notes', note('Severance terms', { segment_id: step }));
			expect(await whoFinds({ words: ['severance'] })).toEqual(['owner', 'member', 'observer']);
			await people.member.client.rpc('seal_place', { of_place: step, is_sealed: true });
			expect(await whoFinds({ words: ['severance'] })).toEqual([]);
			await people.member.client.rpc('seal_place', { of_place: step, is_sealed: false });
		});

		test('a transcript is found only while nothing of its meeting is sealed', async () => {
			const { database } = backend();
			const turns = await database.query<{ meeting: string; body: string }>(
				`select t.meeting_id as meeting, w.body from public.transcripts t
				join public.transcript_turns w on w.transcript_id = t.id where t.team_id = $1::uuid`,
				[people.ours.id]
			);
			const [turn] = turns;
			const step = randomUUID();
			await insert(database, 'agenda_segments', {
				...{ id: step, meeting_id: turn!.meeting, team_id: people.ours.id, position: 20 },
				...{ kind: 'custom', title: 'Alone', planned_minutes: 5 }
			});
			const asked = { words: turn!.body.split(' '), kinds: ['said'], team: people.ours.id };
			for (const [is_sealed, found] of [
				[false, ['owner', 'member']],
				[true, []],
				[false, ['owner', 'member']]
			] as const) {
				await people.member.client.rpc('seal_place', { of_place: step, is_sealed });
				expect(await whoFinds(asked), `sealed: ${is_sealed}`).toEqual(found);
			}
			await database.query('delete from public.transcripts where meeting_id = $1::uuid', [
				turn!.meeting
			]);
			expect(await whoFinds(asked)).toEqual([]);
		});
	});

	describe('how it is found', () => {
		test('by other endings, without accents and without capitals', async () => {
			expect(await search('member', { words: ['FINGER', 'koln'] })).toMatchObject([
				{ kind: 'note', guessed: false, marks: ['fingers', 'koln'] }
			]);
		});

		test('by what was typed so far', async () => {
			expect(await titles('member', { words: ['firmw'], kinds: ['note'], typing: true })).toEqual([
				'Firmware four goes to every site'
			]);
			expect(await titles('member', { words: ['firmw'], kinds: ['note'] })).not.toContain(
				'Firmware four goes to every site as typed'
			);
		});

		test('though it was misspelt, and it says that it guessed', async () => {
			expect(await search('member', { words: ['recieve', 'griper'] })).toMatchObject([
				{ body: 'We receive the grippers a week late', guessed: true }
			]);
			expect(await search('member', { words: ['invetory'] })).toMatchObject([
				{ guessed: true, marks: ['inventory'] }
			]);
		});

		test('by a phrase only where the words follow each other', async () => {
			expect(await titles('member', { phrases: ['spare fingers'] })).toHaveLength(1);
			expect(await titles('member', { phrases: ['fingers spare'] })).toEqual([]);
		});

		test('words that go together everywhere are found from the newest back, and the same', async () => {
			const { database } = backend();
			const notes = Array.from({ length: 50 }, (_, gate) => note(`Pallet trucks at gate ${gate}`));
			for (const row of notes) await insert(database, 'notes', row);
			const isCommon = async (query: string) =>
				(
					await database.query<{ common: boolean }>(
						'select private.is_common($1::text::tsquery) as common',
						[query]
					)
				)[0]?.common;
			const ids = async (asked: object) => (await search('member', asked)).map(({ id }) => id);
			const asks = [{ words: ['pallets', 'truck'] }, { phrases: ['pallet trucks'] }];
			const before = [];
			for (const asked of asks) before.push(await ids(asked));
			await database.execute('analyze public.search_passages');
			expect(await isCommon(`'pallet' & 'truck'`)).toBe(true);
			expect(await isCommon(`'pallet' & 'truck':*`)).toBe(true);
			for (const rare of [
				`'pallet'`,
				`'pallet' & 'zeppelin'`,
				`'pallet' & 'unheard'`,
				`'it''s' & 'pallet'`
			])
				expect(await isCommon(rare), rare).toBe(false);
			for (const [place, asked] of asks.entries()) expect(await ids(asked)).toEqual(before[place]);
			expect(before[0]).toHaveLength(40);
			expect(await search('otherWorkspace', asks[0]!)).toEqual([]);
			for (const { id } of notes)
				await database.query('delete from public.notes where id = $1::uuid', [id]);
		});

		test('within a kind, a team and a time', async () => {
			expect(await titles('member', { words: ['gripper'], kinds: ['decision'] })).toEqual([]);
			expect(await titles('member', { words: ['gripper'], team: people.theirs.id })).toEqual([]);
			expect(await titles('member', { words: ['gripper'], until: '2020-01-01' })).toEqual([]);
			expect(await titles('member', { words: ['gripper'], since: '2026-11-01' })).toHaveLength(2);
		});

		test('what is changed is found by its new words, and what is deleted no more', async () => {
			const { database } = backend();
			const row = note('Temporary thought about tangerines');
			await insert(database, 'notes', row);
			await database.query('update public.notes set body = $2 where id = $1::uuid', [
				row.id,
				'About clementines'
			]);
			expect(await titles('member', { words: ['tangerines'] })).toEqual([]);
			expect(await titles('member', { words: ['clementines'] })).toEqual(['About clementines']);
			await database.query('delete from public.notes where id = $1::uuid', [row.id]);
			expect(await titles('member', { words: ['clementines'] })).toEqual([]);
		});

		test('a name that was erased is not even guessed at', async () => {
			const { database } = backend();
			await database.query(`update public.people set name = 'Wilhelmina' where id = $1::uuid`, [
				people.member.id
			]);
			expect(await whoFinds({ words: ['wilhelmena'], kinds: ['person'] })).not.toEqual([]);
			await database.query(`update public.people set name = 'Member' where id = $1::uuid`, [
				people.member.id
			]);
			expect(
				await database.query(`select word from private.search_words where word = 'wilhelmina'`)
			).toEqual([]);
		});
	});

	test.each([
		["'; drop table public.notes; --"],
		['🙂'],
		['🙂 👩‍👩‍👧'],
		['a'],
		["x' | 'y & !:*"],
		['\\ & | ! ( ) <-> :* %_'],
		['x'.repeat(10_000)],
		['слон'],
		['会議'],
		['']
	])('%# strange words are only words', async (strange) => {
		for (const asked of [
			{ words: [strange], typing: true },
			{ phrases: [strange] },
			{ words: strange.split(' '), phrases: [strange] }
		]) {
			const { error } = await people.member.client.rpc('search', {
				asked: { words: [], phrases: [], kinds: [], ...asked }
			});
			expect(error).toBeNull();
		}
		expect(await find(backend().database, 'notes', { id: String(seeds.notes?.id) })).toBeDefined();
	});

	test('whoever is not signed in cannot even ask', async () => {
		const { error } = await people.anonymous.client.rpc('search', {
			asked: { words: ['gripper'], phrases: [], kinds: [] }
		});
		expect(error).not.toBeNull();
	});
});
