import { beforeAll, describe, expect, test } from 'vitest';
import { onBothBackends } from './backends.ts';
import { people as gather, type Kind, type People } from './people.ts';
import { find, seed, type Seeds } from './seed.ts';

onBothBackends((backend) => {
	let people: People;
	let seeds: Seeds;
	let meeting: string;

	beforeAll(async () => {
		people = await gather(backend());
		seeds = await seed(backend().database, people.ours, people.member.id);
		meeting = String(seeds['meetings (live)']?.id);
	});

	const rate = (kind: Kind, rating: unknown, improvement: unknown = '', of = meeting) =>
		people[kind].client.rpc('rate_meeting', { meeting: of, rating, improvement });
	const rating = (kind: Kind) =>
		find(backend().database, 'meeting_ratings', {
			meeting_id: meeting,
			person_id: people[kind].id
		});
	const seen = async (kind: Kind) => {
		const asked = people[kind].client.from('meeting_ratings').select('rating');
		const { data } = await asked.eq('meeting_id', meeting);
		return data ?? [];
	};

	test('members rate a live meeting, and may think again before the reveal', async () => {
		expect((await rate('member', 4, 'Start on time')).error).toBeNull();
		expect((await rate('member', 6, 'Start on time, please')).error).toBeNull();
		expect(await rating('member')).toMatchObject({
			rating: 6,
			improvement: 'Start on time, please'
		});
	});

	test('a long wish is cut, and none at all is fine', async () => {
		expect((await rate('owner', 9, 'n'.repeat(10_000))).error).toBeNull();
		expect(await rating('owner')).toMatchObject({ improvement: 'n'.repeat(500) });
		expect((await rate('owner', 9, null)).error).toBeNull();
		expect(await rating('owner')).toMatchObject({ rating: 9, improvement: '' });
	});

	test.each([0, 11, -1, null])('%o is no rating', async (wrong) => {
		expect((await rate('owner', wrong)).error).not.toBeNull();
		expect(await rating('owner')).toMatchObject({ rating: 9 });
	});

	test.each(['observer', 'otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)(
		'%s does not rate',
		async (kind) => {
			expect((await rate(kind, 5)).error).not.toBeNull();
			expect(await rating(kind)).toBeUndefined();
		}
	);

	test.each(['meetings', 'meetings (draft)'])('%s are not rated', async (name) => {
		expect((await rate('owner', 5, '', String(seeds[name]?.id))).error).not.toBeNull();
	});

	test('nobody reads a rating before the reveal, admins and raters included', async () => {
		for (const kind of ['owner', 'member', 'observer', 'otherTeam'] as const) {
			expect(await seen(kind)).toEqual([]);
			const { data } = await people[kind].client
				.from('meetings')
				.select('id, meeting_ratings(rating)')
				.eq('id', meeting);
			expect((data ?? []).flatMap((row) => row.meeting_ratings)).toEqual([]);
			const asked = people[kind].client
				.from('meeting_ratings')
				.select('*', { count: 'exact', head: true });
			expect((await asked.eq('meeting_id', meeting)).count ?? 0).toBe(0);
		}
	});

	describe('after the reveal', () => {
		beforeAll(async () => {
			await backend().database.query(
				'update public.meetings set ratings_revealed_at = now() where id = $1',
				[meeting]
			);
		});

		test('the whole team reads the ratings, and nobody else', async () => {
			for (const kind of ['owner', 'member', 'observer'] as const)
				expect(await seen(kind)).toHaveLength(2);
			for (const kind of ['otherTeam', 'otherWorkspace', 'formerMember', 'anonymous'] as const)
				expect(await seen(kind)).toEqual([]);
		});

		test('nobody changes their rating', async () => {
			expect((await rate('member', 10)).error).not.toBeNull();
			expect(await rating('member')).toMatchObject({ rating: 6 });
		});
	});

	test('an admin cannot reveal ratings by writing the meeting', async () => {
		const draft = { id: String(seeds['meetings (draft)']?.id) };
		const reveal = { ratings_revealed_at: new Date().toISOString() };
		const { error } = await people.owner.client.from('meetings').update(reveal).match(draft);
		expect(error).not.toBeNull();
		expect(await find(backend().database, 'meetings', draft)).toMatchObject({
			ratings_revealed_at: null
		});
	});
});
