import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../../../supabase/tests/backends.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import { allowHost, disallowHost, framesOf, listAllowedHosts } from './dashboards.ts';

let backend: Backend;
let who: People;

beforeAll(async () => {
	backend = await startBackend();
	who = await people(backend);
});
afterAll(() => backend.close());

test('the usual hosts are allowed everywhere, others where an admin has said so', async () => {
	const { owner, member, ours, theirs, otherTeam } = who;
	await expect(
		allowHost(member.client, ours.id, member.id, 'bi.example.com')
	).rejects.toMatchObject({ code: '42501' });
	await allowHost(owner.client, ours.id, owner.id, 'bi.example.com');
	await allowHost(owner.client, ours.id, owner.id, 'bi.example.com');
	expect(await framesOf(member.client, ours.id)).toContain('bi.example.com');
	expect(await framesOf(otherTeam.client, theirs.id)).not.toContain('bi.example.com');
	expect(await framesOf(otherTeam.client, theirs.id)).toContain('app.powerbi.com');
	for (const host of ['*.com', 'localhost', "a.example; script-src 'unsafe-inline'", 'A.example'])
		await expect(allowHost(owner.client, ours.id, owner.id, host), host).rejects.toMatchObject({
			message: expect.stringContaining('dashboard_hosts_host_check')
		});
	expect(await disallowHost(member.client, ours.id, 'bi.example.com')).toBe(false);
	expect(await disallowHost(owner.client, ours.id, 'bi.example.com')).toBe(true);
	expect(await listAllowedHosts(member.client, ours.id)).toEqual([]);
});
