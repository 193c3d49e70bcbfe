import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashToken, onBothBackends } from './backends.ts';
import { join, people as gather, type People, type Person } from './people.ts';
import { find } from './seed.ts';

onBothBackends((backend) => {
	let people: People;
	beforeAll(async () => {
		people = await gather(backend());
	});

	async function link(more: Record<string, string> = {}): Promise<string> {
		const token = randomUUID();
		await people.owner.client
			.from('invitations')
			.insert({
				workspace_id: people.ours.workspace,
				team_id: people.ours.id,
				token_hash: hashToken(token),
				invited_by: people.owner.id,
				...more
			})
			.throwOnError();
		return token;
	}

	const accept = async (person: Person, token: string) =>
		(await person.client.rpc('accept_invitation', { token }).throwOnError()).data as unknown;
	const look = async (token: string) =>
		(await people.anonymous.client.rpc('find_invitation', { token }).throwOnError())
			.data as unknown;
	const seat = (person: Person) =>
		find(backend().database, 'team_members', {
			team_id: people.ours.id,
			person_id: person.id
		});
	const set = (token: string, change: string) =>
		backend().database.query(`update public.invitations set ${change} where token_hash = $1`, [
			hashToken(token)
		]);

	test('a link shows what it leads to before anyone signs in', async () => {
		const token = await link({ title: 'Chief engineer', role: 'member' });
		expect(await look(token)).toEqual([
			{
				workspace_name: 'Northwind Robotics',
				team_name: 'Leadership team',
				role: 'member',
				title: 'Chief engineer',
				invited_by: 'Owner',
				email: null,
				state: 'open'
			}
		]);
	});

	test('a token nobody made shows nothing and lets nobody in', async () => {
		const guest = await join(backend(), 'Guest');
		for (const token of ['', 'nothing', hashToken('nothing'), '%', "' or 1=1 --", '\u{1F511}']) {
			expect(await look(token)).toEqual([]);
			expect(await accept(guest, token)).toBeNull();
		}
		expect(await seat(guest)).toBeUndefined();
	});

	test('the kept hash of a token is not itself a key', async () => {
		const guest = await join(backend(), 'Guest');
		expect(await accept(guest, hashToken(await link()))).toBeNull();
	});

	test('a visitor without a session cannot accept', async () => {
		const token = await link();
		const { error } = await people.anonymous.client.rpc('accept_invitation', { token });
		expect(error).not.toBeNull();
		expect(await look(token)).toMatchObject([{ state: 'open' }]);
	});

	test('accepting brings a person into the workspace and the team, once', async () => {
		const [guest, second] = [await join(backend(), 'Guest'), await join(backend(), 'Second')];
		const token = await link({ role: 'observer', title: 'Adviser' });
		expect(await accept(guest, token)).toBe(people.ours.id);
		expect(await seat(guest)).toMatchObject({ role: 'observer', title: 'Adviser', left_at: null });
		expect(await look(token)).toMatchObject([{ state: 'accepted' }]);
		expect(await accept(second, token)).toBeNull();
		expect(await seat(second)).toBeUndefined();
		expect((await second.client.from('workspaces').select()).data).toEqual([]);
	});

	test('of two guests who accept at the same moment, one gets in', async () => {
		for (let round = 0; round < 3; round += 1) {
			const guests = [await join(backend(), 'Guest'), await join(backend(), 'Guest')];
			const token = await link();
			const answers = await Promise.all(guests.map((guest) => accept(guest, token)));
			expect(answers.filter(Boolean)).toEqual([people.ours.id]);
			const seats = await Promise.all(guests.map(seat));
			expect(seats.filter(Boolean)).toHaveLength(1);
		}
	});

	test('new people get a colour of their own while there is one', async () => {
		const { data } = await people.owner.client
			.from('team_members')
			.select('hue')
			.eq('team_id', people.ours.id)
			.is('left_at', null)
			.throwOnError();
		const hues = (data ?? []).map(({ hue }) => Number(hue));
		expect(new Set(hues).size).toBe(Math.min(hues.length, 10));
	});

	describe('links that no longer count', () => {
		test.each([
			['expired', "expires_at = now() - interval '1 second'"],
			['revoked', 'revoked_at = now()']
		])('one that is %s lets nobody in', async (state, change) => {
			const guest = await join(backend(), 'Guest');
			const token = await link();
			await set(token, change);
			expect(await look(token)).toMatchObject([{ state }]);
			expect(await accept(guest, token)).toBeNull();
			expect(await seat(guest)).toBeUndefined();
		});

		test('a link is good for fourteen days', async () => {
			const token = await link();
			const [row] = await backend().database.query<{ days: number }>(
				`select round(extract(epoch from expires_at - created_at) / 86400)::int as days
				from public.invitations where token_hash = $1`,
				[hashToken(token)]
			);
			expect(row?.days).toBe(14);
		});

		test('an admin cannot make one that never expires or is accepted already', async () => {
			const wishes: Record<string, string>[] = [
				{ expires_at: '2099-01-01' },
				{ accepted_at: '2026-01-01' },
				{ accepted_by: people.owner.id }
			];
			for (const more of wishes) await expect(link(more)).rejects.toThrow();
		});
	});

	describe('links addressed to one mailbox', () => {
		test('only the owner of that mailbox gets in, however it is written', async () => {
			const [guest, other] = [await join(backend(), 'Guest'), await join(backend(), 'Other')];
			const token = await link({ email: guest.email.toUpperCase() });
			expect(await accept(other, token)).toBeNull();
			expect(await seat(other)).toBeUndefined();
			expect(await accept(guest, token)).toBe(people.ours.id);
		});

		test('nobody passes for another mailbox by editing their profile', async () => {
			const other = await join(backend(), 'Other');
			const change = other.client.from('people').update({ email: 'chief@northwind.example' });
			expect((await change.eq('id', other.id)).error).not.toBeNull();
			expect(await accept(other, await link({ email: 'chief@northwind.example' }))).toBeNull();
		});
	});

	describe('people who sat there before', () => {
		test('an observer link never takes the seat of an admin', async () => {
			expect(await accept(people.owner, await link({ role: 'observer' }))).toBe(people.ours.id);
			expect(await seat(people.owner)).toMatchObject({ role: 'admin', left_at: null });
		});

		test('an admin link does not lift an observer who sits there already', async () => {
			await accept(people.observer, await link({ role: 'admin' }));
			expect(await seat(people.observer)).toMatchObject({ role: 'observer' });
		});

		test('a former member comes back with the role of the link', async () => {
			await accept(people.formerMember, await link({ role: 'observer' }));
			expect(await seat(people.formerMember)).toMatchObject({ role: 'observer', left_at: null });
		});
	});
});
