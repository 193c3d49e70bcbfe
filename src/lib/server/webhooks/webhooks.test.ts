import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onBothBackends } from '../../../../supabase/tests/backends.ts';
import { insert } from '../../../../supabase/tests/seed.ts';
import { people, type People } from '../../../../supabase/tests/people.ts';
import {
	addWebhook,
	listDeliveries,
	listWebhooks,
	replayDelivery,
	stopWebhook,
	testWebhook
} from '../rows/webhooks.ts';
import { deliverWebhooks } from './deliver.ts';
import { postSafely, refuseUrl } from './post-safely.ts';
import { isPublicAddress, publicLookup } from './public-address.ts';

type Heard = { headers: IncomingMessage['headers']; body: string };

let heard: Heard[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let url: string;
beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece: Buffer) => (body += piece.toString()));
		request.on('end', () => {
			heard.push({ headers: request.headers, body });
			answer(request, response);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	heard = [];
	answer = (_, response) => response.end('ok');
});

test('private addresses are told from public ones, in every way they are written', () => {
	const inside = [
		...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
		...['0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1', '::', '::1', 'fe80::1', 'fd00::1'],
		...[
			'::ffff:127.0.0.1',
			'::ffff:7f00:1',
			'::7f00:1',
			'64:ff9b::7f00:1',
			'2002:7f00:1::',
			'nonsense'
		]
	];
	for (const address of inside) expect(isPublicAddress(address), address).toBe(false);
	for (const address of ['8.8.8.8', '2606:4700::1111'])
		expect(isPublicAddress(address), address).toBe(true);
	expect(isPublicAddress('127.0.0.1', true)).toBe(true);
	expect(isPublicAddress('10.0.0.1', true)).toBe(false);
});

test('an address of a webhook is refused when it is entered, however it is spelled', () => {
	for (const refused of [
		...['http://example.com/', 'ftp://example.com', 'no address', 'https://user:pass@example.com/'],
		...['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://017700000001/'],
		...['https://[::1]/', 'https://[::ffff:7f00:1]/', 'https://localhost/', 'https://a.localhost/']
	])
		expect(refuseUrl(refused), refused).toBeDefined();
	expect(refuseUrl('https://hooks.slack.com/services/T0/B0/x')).toBeUndefined();
});

test('nothing is sent to this machine, nor to a name that leads here when the connection is made', async () => {
	await expect(postSafely(url, {}, '{}')).rejects.toThrow(/private network|https/);
	const port = new URL(url).port;
	let asked = 0;
	// A name server that says something public when it is asked first, and this machine afterwards.
	const rebinding = publicLookup(false, (_, done) => {
		asked += 1;
		done(null, [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
	});
	for (let time = 0; time < 2; time += 1)
		await expect(
			postSafely(`https://rebind.example:${port}/`, {}, '{}', { lookup: rebinding })
		).rejects.toThrow('private network');
	const mixed = publicLookup(false, (_, done) =>
		done(null, [
			{ address: '8.8.8.8', family: 4 },
			{ address: '::1', family: 6 }
		])
	);
	await expect(
		postSafely(`https://mixed.example:${port}/`, {}, '{}', { lookup: mixed })
	).rejects.toThrow('private network');
	expect(heard).toEqual([]);
});

test('a redirect into the own network is not followed', async () => {
	let followed = 0;
	answer = (request, response) => {
		if (request.url === '/inside') followed += 1;
		response.writeHead(307, { location: '/inside' }).end();
	};
	expect(await postSafely(url, {}, '{}', { loopback: true })).toMatchObject({ status: 307 });
	expect(followed).toBe(0);
});

test('a target that hangs is given up, and one that never stops talking is cut off', async () => {
	answer = () => {};
	await expect(postSafely(url, {}, '{}', { loopback: true, timeoutMs: 200 })).rejects.toThrow(
		'No answer within'
	);
	let written = 0;
	let isCut = false;
	answer = (_, response) => {
		const piece = Buffer.alloc(65_536, 'x');
		const write = () => {
			while (written < 2 ** 30 && !response.destroyed) {
				written += piece.byteLength;
				if (!response.write(piece)) return void response.once('drain', write);
			}
		};
		response.once('close', () => (isCut = true));
		write();
	};
	const { status, text } = await postSafely(url, {}, '{}', { loopback: true });
	expect([status, text.length]).toEqual([200, 16_384]);
	await expect.poll(() => isCut).toBe(true);
	expect(written).toBeLessThan(2 ** 28);
});

onBothBackends((backend) => {
	let who: People;
	let secret: string;
	let at: Date;
	const run = () =>
		deliverWebhooks(
			{
				database: backend().database,
				site: 'https://drumbeat.example',
				loopback: true,
				timeoutMs: 500
			},
			() => at
		);
	const deliveries = () => listDeliveries(who.owner.client, who.ours.id, 50);

	beforeAll(async () => {
		who = await people(backend());
		at = new Date(Date.now() + 1000);
		({ secret } = await addWebhook(who.owner.client, who.ours.id, who.owner.id, {
			...{ name: 'Program', kind: 'signed', url, events: ['meeting.closed', 'hot_item.raised'] }
		}));
		await addWebhook(who.owner.client, who.ours.id, who.owner.id, {
			...{ name: 'Slack', kind: 'slack', url, events: ['meeting.closed'] }
		});
	});

	test('a meeting that closes is told once to each webhook, signed so that others can check it', async () => {
		const { database } = backend();
		const [series, format, meeting] = [1, 2, 3].map(() => crypto.randomUUID()) as [
			string,
			string,
			string
		];
		const team_id = who.ours.id;
		await database.query(
			`insert into public.formats (id, team_id, name, steps) values ($1::text::uuid, $2::text::uuid, 'Weekly', '[]')`,
			[format, team_id]
		);
		await insert(database, 'series', {
			...{ id: series, team_id, format_id: format, name: 'Weekly', weekday: 1, starts_at: '09:00' },
			...{
				time_zone: 'Europe/London',
				minutes: 90,
				starts_on: '2026-11-16',
				place: '',
				asks_at: '09:00'
			},
			...{ invites: false, created_at: '2026-11-16T09:00:00Z' }
		});
		await database.query(
			`insert into public.meetings (id, team_id, series_id, number, state, occurs_on, starts_at, minutes, name, steps)
			values ($1::text::uuid, $2::text::uuid, $3::text::uuid, 7, 'live', '2026-11-16', now(), 90, 'Weekly', '[]')`,
			[meeting, team_id, series]
		);
		await database.query(
			`insert into public.hot_items (id, meeting_id, team_id, series_id, position, title, state)
			values (gen_random_uuid(), $1::text::uuid, $2::text::uuid, $3::text::uuid, 1, 'Churn <b>', 'open')`,
			[meeting, team_id, series]
		);
		await database.query(`update public.meetings set state = 'closed' where id = $1::text::uuid`, [
			meeting
		]);
		await database.query(`update public.meetings set state = 'closed' where id = $1::text::uuid`, [
			meeting
		]);
		await Promise.all([run(), run()]);
		expect(heard).toHaveLength(3);
		const signed = heard.filter(({ headers }) => headers['webhook-id']);
		expect(signed).toHaveLength(2);
		for (const { headers, body } of signed)
			expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
				data: { team: { id: team_id }, meeting: { id: meeting } }
			});
		const [first] = signed as [Heard];
		expect(() =>
			new Webhook(secret).verify(`${first.body} `, first.headers as Record<string, string>)
		).toThrow();
		await run();
		expect(heard).toHaveLength(3);
		expect((await deliveries()).map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
	});

	test('what fails is tried again later and later, logged, and can be sent again as it was', async () => {
		const [webhook] = (await listWebhooks(who.owner.client, who.ours.id)).filter(
			({ kind }) => kind === 'signed'
		);
		expect(await testWebhook(who.member.client, webhook?.id ?? '')).toBe(false);
		expect(await testWebhook(who.owner.client, webhook?.id ?? '')).toBe(true);
		answer = (_, response) => response.writeHead(500).end('on fire');
		at = new Date(Date.now() + 2000);
		await run();
		await run();
		expect(heard).toHaveLength(1);
		const newest = async () => (await deliveries()).find(({ event }) => event === 'test');
		expect(await newest()).toMatchObject({
			...{ state: 'waiting', tries: 1, status: 500, problem: 'It answered 500: on fire' }
		});
		const pauses: number[] = [];
		for (let tries = 1; tries < 10; tries += 1) {
			const next = new Date((await newest())?.nextTryAt ?? '');
			pauses.push(Math.round((next.getTime() - at.getTime()) / 1000));
			at = next;
			await run();
		}
		expect(pauses).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
		expect(await newest()).toMatchObject({ state: 'failed', tries: 10 });
		const ids = new Set(heard.map(({ headers }) => headers['webhook-id']));
		const bodies = new Set(heard.map(({ body }) => body));
		expect([ids.size, bodies.size]).toEqual([1, 1]);

		const failed = (await newest())?.id ?? '';
		expect(await replayDelivery(who.member.client, failed)).toBe(false);
		expect(await replayDelivery(who.otherWorkspace.client, failed)).toBe(false);
		expect(await replayDelivery(who.owner.client, failed)).toBe(true);
		answer = (_, response) => response.end('ok');
		heard = [];
		await run();
		expect([heard[0]?.headers['webhook-id'], heard[0]?.body]).toEqual([
			[...ids][0],
			[...bodies][0]
		]);
		expect(await newest()).toMatchObject({ state: 'delivered', status: 200 });
	});

	test('a webhook that was stopped, or is gone over there, is told nothing more', async () => {
		const [webhook] = (await listWebhooks(who.owner.client, who.ours.id)).filter(
			({ kind }) => kind === 'slack'
		);
		const id = webhook?.id ?? '';
		answer = (_, response) => response.writeHead(410).end();
		await testWebhook(who.owner.client, id);
		at = new Date(at.getTime() + 1000);
		await run();
		const [stopped] = (await listWebhooks(who.owner.client, who.ours.id)).filter(
			({ kind }) => kind === 'slack'
		);
		expect(stopped?.stoppedBecause).toContain('410');
		expect(await testWebhook(who.owner.client, id)).toBe(false);
		expect(await stopWebhook(who.member.client, who.ours.id, id, null)).toBe(false);
		expect(await stopWebhook(who.owner.client, who.ours.id, id, null)).toBe(true);
		expect(await testWebhook(who.owner.client, id)).toBe(true);
	});
});
