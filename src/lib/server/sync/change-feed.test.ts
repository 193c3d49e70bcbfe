import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { feedName } from '#lib/live/protocol.ts';
import {
	borrowMigrated,
	onBothBackends,
	server,
	startBackend,
	type Backend
} from '../../../../supabase/tests/backends.ts';
import {
	dismiss,
	found,
	invite,
	join,
	people,
	type People,
	type Person
} from '../../../../supabase/tests/people.ts';
import { limits } from './limits.ts';
import { cookieOf, openSite, soon, type Site } from './sync-site.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

onBothBackends((backend) => {
	let known: { of: Backend; people: People } | undefined;
	let team: People;
	let site: Site;
	beforeEach(async () => {
		if (known?.of !== backend()) known = { of: backend(), people: await people(backend()) };
		team = known.people;
		site = await openSite(backend());
	});
	afterEach(() => site.close());

	/** What other tests changed a moment ago would be told as missed. */
	const quiet = () => pause(1100);

	/** A page that follows a team, and everything it was told. */
	async function follow(
		person: Person,
		of = team.ours.id,
		headers: Record<string, string> = {},
		age: number | 'unsaid' = 0
	) {
		const cookie = await cookieOf(person);
		const query = age === 'unsaid' ? '' : `?age=${age}`;
		const socket = new WebSocket(`ws://${site.host}/sync/${feedName(of)}${query}`, {
			headers: { cookie, origin: `http://${site.host}`, ...headers }
		});
		const told: string[] = [];
		socket.on('message', (data: Buffer) => data.length > 0 && told.push(data.toString()));
		const ended = new Promise<number | undefined>((resolve) => {
			socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
			socket.on('close', (code) => resolve(code));
			socket.on('error', () => {});
		});
		return { socket, told, ended, leave: () => socket.terminate() };
	}

	async function opened(person: Person, of = team.ours.id, age = 0) {
		const before = site.changes.socketsOf(person.id);
		const page = await follow(person, of, {}, age);
		if (page.socket.readyState !== page.socket.OPEN) await once(page.socket, 'open');
		await soon(() => expect(site.changes.socketsOf(person.id)).toBeGreaterThan(before));
		return page;
	}

	const rename = (name: string, of = team.ours.id) =>
		backend().database.query(
			`insert into public.priorities (team_id, title) values ($1::uuid, $2)`,
			[of, name]
		);

	test('members and observers hear what kind of thing changed in their team, and no more', async () => {
		await quiet();
		const pages = await Promise.all([opened(team.owner), opened(team.observer)]);
		const stranger = await opened(team.otherTeam, team.theirs.id);
		await rename('Secret plan');
		for (const page of pages) await soon(() => expect(page.told).toEqual(['priorities']));
		await rename('Another team', team.theirs.id);
		await soon(() => expect(stranger.told).toEqual(['priorities']));
		await pause(limits.changesEveryMs * 2);
		for (const page of [...pages, stranger]) {
			expect(page.told).toHaveLength(1);
			page.leave();
		}
	});

	test('the name of the team, its invitations and its tokens are announced', async () => {
		const page = await opened(team.owner);
		await team.owner.client
			.from('teams')
			.update({ name: 'Leaders' })
			.eq('id', team.ours.id)
			.throwOnError();
		await soon(() => expect(page.told.join(' ')).toContain('teams'));
		await team.owner.client
			.from('team_tokens')
			.insert({
				team_id: team.ours.id,
				name: 'Sheet',
				token_hash: 'a'.repeat(64),
				created_by: team.owner.id
			})
			.throwOnError();
		await soon(() => expect(page.told.join(' ')).toContain('team_tokens'));
		const guest = await join(backend(), 'Guest');
		await invite(team.owner, team.ours, guest, 'member');
		await soon(() => expect(page.told.join(' ')).toContain('invitations'));
		page.leave();
	});

	test('everything a page depends on is announced', async () => {
		const rows = await backend().database.query<{ name: string }>(
			`select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
			where t.tgname like 'announce%'`
		);
		const routes = joinPath(import.meta.dirname, '../../../routes');
		const shown = readdirSync(routes, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.server.ts'))
			.flatMap((file) => [
				...readFileSync(joinPath(routes, file), 'utf8').matchAll(/'rows:(\w+)'/g)
			])
			.map((match) => match[1]);
		expect(shown.length).toBeGreaterThan(20);
		const announced = new Set(rows.map(({ name }) => name));
		expect([...new Set(shown)].filter((kind) => kind && !announced.has(kind))).toEqual([]);
	});

	test('ten thousand changes are a handful of words', async () => {
		await quiet();
		const page = await opened(team.member);
		const { database } = backend();
		const began = performance.now();
		for (let sent = 0; sent < 10_000; sent += 500)
			await Promise.all(
				Array.from({ length: 500 }, (_, index) =>
					database.query(
						`select pg_notify('changes', json_build_object('team', $1::text, 'kind', $2::text)::text)`,
						[team.ours.id, index % 2 ? 'metrics' : 'readings']
					)
				)
			);
		const took = performance.now() - began;
		await pause(limits.changesEveryMs * 3);
		const words = page.told.flatMap((text) => text.split(' '));
		expect(new Set(words)).toEqual(new Set(['metrics', 'readings']));
		expect(page.told.length).toBeLessThanOrEqual(2 + took / limits.changesEveryMs);
		page.leave();
	}, 120_000);

	test('an import of ten thousand readings in one go is one word', async () => {
		await quiet();
		const page = await opened(team.member);
		const { database } = backend();
		const [metric] = await database.query<{ id: string }>(
			`insert into public.metrics (team_id, name, area, cadence, direction, target)
			values ($1::uuid, 'Orders', 'operations', 'week', 'up', 10) returning id`,
			[team.ours.id]
		);
		await soon(() => expect(page.told).toEqual(['metrics']));
		await database.query(
			`insert into public.readings (metric_id, team_id, period, value)
			select $1::uuid, $2::uuid, '1830-01-04'::date + 7 * week, week from generate_series(0, 9999) week`,
			[metric?.id ?? '', team.ours.id]
		);
		await soon(() => expect(page.told).toEqual(['metrics', 'readings']));
		await pause(limits.changesEveryMs * 2);
		expect(page.told).toHaveLength(2);
		page.leave();
	}, 60_000);

	test('a page that missed nothing hears that at once', async () => {
		await quiet();
		const page = await follow(team.member);
		const [data, isBinary] = (await once(page.socket, 'message')) as [Buffer, boolean];
		expect({ text: data.toString(), isBinary }).toEqual({ text: '', isBinary: false });
		page.leave();
	});

	test('a page that comes back hears what it missed, or that it may have missed anything', async () => {
		await quiet();
		await rename('While nobody listened');
		const soonBack = await opened(team.owner, team.ours.id, 3000);
		// The server of this test is younger than what the page knows.
		await soon(() => expect(soonBack.told).toEqual(['*']));
		const justMade = await opened(team.member);
		await soon(() => expect(justMade.told).toEqual(['priorities']));
		const late = await opened(team.observer, team.ours.id, 10 * 60_000);
		await soon(() => expect(late.told).toEqual(['*']));
		const silent = await follow(team.member, team.ours.id, {}, 'unsaid');
		await soon(() => expect(silent.told).toEqual(['*']));
		for (const page of [soonBack, justMade, late, silent]) page.leave();
	});

	test('whoever has no session or no seat in the team is told so for good', async () => {
		expect(await (await follow(team.member, team.ours.id, { cookie: '' })).ended).toBe(4401);
		for (const person of [team.otherTeam, team.otherWorkspace, team.formerMember])
			expect(await (await follow(person)).ended).toBe(4403);
		expect(await (await follow(team.member, team.theirs.id)).ended).toBe(4403);
	});

	test('a page of another site is refused before the upgrade', async () => {
		for (const origin of ['https://evil.example', 'null', `http://${site.host}.evil.example`])
			expect(await (await follow(team.member, team.ours.id, { origin })).ended).toBe(403);
	});

	test('somebody removed from the team, or signed out, is out within five seconds', async () => {
		const [leaver, sleeper] = [await join(backend(), 'Leaver'), await join(backend(), 'Sleeper')];
		for (const person of [leaver, sleeper]) await invite(team.owner, team.ours, person, 'member');
		const removed = await opened(leaver);
		const signedOut = await opened(sleeper);
		const began = performance.now();
		await dismiss(team.owner, team.ours, leaver);
		await sleeper.client.auth.signOut();
		expect(await removed.ended).toBe(4403);
		expect(await signedOut.ended).toBe(4401);
		expect(performance.now() - began).toBeLessThan(5000);
		await rename('After they left');
		await pause(limits.changesEveryMs);
		for (const page of [removed, signedOut]) expect(page.told).not.toContain('priorities');
	});

	test('a page that says anything is sent away', async () => {
		const talks = await opened(team.member);
		talks.socket.send('hello');
		expect(await talks.ended).toBe(4400);
		const shouts = await opened(team.owner);
		shouts.socket.send('x'.repeat(limits.feedFrame + 1));
		expect(await shouts.ended).toBe(1009);
	});

	test('a person may follow with twenty pages and not one more, and still enter a meeting', async () => {
		const person = await join(backend(), 'Tabs');
		await found(person, 'Tabs', 'Tabs');
		await invite(team.owner, team.ours, person, 'member');
		const pages = await Promise.all(
			Array.from({ length: limits.socketsPerPerson + 5 }, () => follow(person))
		);
		await soon(() => expect(site.changes.socketsOf(person.id)).toBe(limits.socketsPerPerson));
		await soon(() =>
			expect(pages.filter(({ socket }) => socket.readyState === socket.CLOSED)).toHaveLength(5)
		);
		expect(site.rooms.socketsOf(person.id)).toBe(0);
		for (const page of pages) page.leave();
		const codes = await Promise.all(pages.map(({ ended }) => ended));
		expect(codes.filter((code) => code === 4429)).toHaveLength(5);
	});

	test('two servers on one database tell their own pages', async () => {
		const other = await openSite(backend());
		try {
			await quiet();
			const here = await opened(team.owner);
			const there = new WebSocket(`ws://${other.host}/sync/${feedName(team.ours.id)}?age=0`, {
				headers: { cookie: await cookieOf(team.member), origin: `http://${other.host}` }
			});
			const told: string[] = [];
			there.on('message', (data: Buffer) => data.length > 0 && told.push(data.toString()));
			await soon(() => expect(other.changes.socketsOf(team.member.id)).toBe(1));
			told.length = 0;
			await rename('For both');
			await soon(() => expect(here.told).toEqual(['priorities']));
			await soon(() => expect(told).toContain('priorities'));
			here.leave();
			there.terminate();
		} finally {
			await other.close();
		}
	});

	test('a server that leaves asks its pages to come back', async () => {
		const page = await opened(team.member);
		await site.changes.close();
		expect(await page.ended).toBe(1012);
	});
});

test.skipIf(!server)('when the database was away, anything may have changed', async () => {
	const borrowed = await borrowMigrated();
	const backend = await startBackend(borrowed.url);
	const site = await openSite(backend);
	try {
		const owner = await join(backend, 'Owner');
		const team = await found(owner, 'Northwind Robotics', 'Leadership team');
		await pause(1100);
		const socket = new WebSocket(`ws://${site.host}/sync/${feedName(team.id)}?age=0`, {
			headers: { cookie: await cookieOf(owner), origin: `http://${site.host}` }
		});
		const told: string[] = [];
		socket.on('message', (data: Buffer) => data.length > 0 && told.push(data.toString()));
		await soon(() => expect(site.changes.socketsOf(owner.id)).toBe(1));
		await backend.database.query(
			`select pg_terminate_backend(pid) from pg_stat_activity
			where query ilike 'listen "changes"%' and datname = current_database()`
		);
		await soon(() => expect(told).toEqual(['*']));
		await backend.database.query(
			`insert into public.priorities (team_id, title) values ($1::uuid, 'Heard again')`,
			[team.id]
		);
		await soon(() => expect(told).toEqual(['*', 'priorities']));
	} finally {
		await site.close();
		await backend.close();
		await borrowed.drop();
	}
});
