import { beforeAll, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { dismiss, invite, join, people, type People } from '../../../../supabase/tests/people.ts';
import { seed } from '../../../../supabase/tests/seed.ts';
import { addToken } from '../rows/tokens.ts';
import { enterByToken } from '../readings-api.ts';
import { readByToken } from './read.ts';
import { readings, resources, scopeNames, type Resource } from './resources.ts';

onBothBackends((backend) => {
	let who: People;
	let token: string;
	beforeAll(async () => {
		who = await people(backend());
		await seed(backend().database, who.ours, who.member.id);
		await seed(backend().database, who.theirs, who.otherTeam.id);
		token = await addToken(who.owner.client, who.ours.id, who.owner.id, 'All', scopeNames);
	});
	const read = (resource: Resource | undefined, held = token, key?: string) => {
		if (!resource) throw new Error('There is no such list');
		return readByToken(backend().database, held, resource, { limit: 50, offset: 0 }, key);
	};

	test('a token reads each list of its team, and nothing of another', async () => {
		for (const [name, resource] of Object.entries(resources)) {
			const found = await read(resource);
			expect(found.outcome, name).toBe('read');
			if (found.outcome === 'read') expect(found.rows.length, name).toBeGreaterThan(0);
			expect(JSON.stringify(found)).not.toContain(who.otherTeam.id);
		}
		expect(await read(readings, token, 'robots-shipped')).toMatchObject({
			rows: [{ period: '2026-11-16', value: 42 }]
		});
		expect(await read(readings, token, 'nonsense')).toEqual({ outcome: 'no metric' });
	});

	test('a token reads only what it is for, and one that reads enters nothing', async () => {
		const reads = await addToken(who.owner.client, who.ours.id, who.owner.id, 'Reads', [
			'actions:read'
		]);
		expect(await read(resources['actions'], reads)).toMatchObject({ outcome: 'read' });
		expect(await read(resources['decisions'], reads)).toEqual({ outcome: 'no right' });
		const reading = { period: '2026-11-16', value: 1 };
		expect(await enterByToken(backend().database, reads, 'robots-shipped', reading)).toMatchObject({
			outcome: 'no token'
		});
		await expect(
			addToken(who.owner.client, who.ours.id, who.owner.id, 'Odd', ['everything'] as never)
		).rejects.toThrow('scopes');
	});

	test('when whoever made it leaves the team, a token reads nothing more', async () => {
		const admin = await join(backend(), 'Second');
		await invite(who.owner, who.ours, admin, 'admin');
		const theirs = await addToken(admin.client, who.ours.id, admin.id, 'Theirs', scopeNames);
		expect(await read(resources['actions'], theirs)).toMatchObject({ outcome: 'read' });
		await dismiss(who.owner, who.ours, admin);
		expect(await read(resources['actions'], theirs)).toEqual({ outcome: 'no token' });
	});
});
