import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { borrowDatabase, server as postgres } from '../supabase/tests/backends.ts';
import {
	end,
	freePort,
	root,
	spawnServer,
	untilServing,
	type Started
} from '#lib/server/sync/server-process.ts';

const isBuilt = existsSync(join(root, 'build', 'handler.js'));
const needsPostgres = postgres ? '' : ' (needs TEST_DATABASE_URL)';
const needsBuild = isBuilt ? '' : ' (needs npm run build)';

let folder: string;
let port: number;
const started: Started[] = [];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'drumbeat-'));
	port = await freePort();
});
afterEach(async () => {
	await Promise.all(started.splice(0).map((server) => end(server, 'SIGKILL')));
	await rm(folder, { recursive: true, force: true });
});

function start(environment: Record<string, string> = {}): Started {
	const server = spawnServer({ PORT: String(port), DATA_DIR: folder, ...environment });
	started.push(server);
	return server;
}

/** The one line with which the server refuses to start. */
async function refusal(environment: Record<string, string>): Promise<string> {
	const server = start(environment);
	const [code] = (await once(server.child, 'close')) as [number];
	expect(code).toBe(1);
	expect(server.errors().trim().split('\n')).toHaveLength(1);
	return server.errors().trim();
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

const healthz = async () =>
	fetch(`http://127.0.0.1:${port}/healthz`).then(async (answer) => ({
		status: answer.status,
		body: (await answer.json()) as unknown
	}));

describe('a server that cannot start says in one line what to do', () => {
	test('when its port is taken', async () => {
		const other = createServer();
		const taken = await listening(other);
		expect(await refusal({ PORT: String(taken) })).toMatch(
			/Port \d+ is taken\. .*PORT=\d+ npm start/
		);
		other.close();
	});

	test('when PORT is no number', async () => {
		expect(await refusal({ PORT: 'abc' })).toMatch(/PORT must be a whole number\. Correct it/);
	});

	test('when the data folder cannot be written', async () => {
		const file = join(folder, 'file');
		await writeFile(file, '');
		expect(await refusal({ DATA_DIR: join(file, 'data') })).toMatch(
			/Cannot write to the data folder .*Set DATA_DIR/
		);
	});

	test('when SUPABASE_URL comes without its keys', async () => {
		expect(await refusal({ SUPABASE_URL: 'http://127.0.0.1:9' })).toMatch(
			/SUPABASE_URL needs SUPABASE_PUBLISHABLE_KEY and DATABASE_URL/
		);
	});

	test('when Supabase cannot be reached', async () => {
		const line = await refusal({
			SUPABASE_URL: `http://127.0.0.1:${await freePort()}`,
			SUPABASE_PUBLISHABLE_KEY: 'key',
			DATABASE_URL: 'postgres://postgres@127.0.0.1:9/postgres'
		});
		expect(line).toMatch(/Supabase at .* cannot be reached\. Check SUPABASE_URL/);
	});

	test('when its own database cannot be reached', async () => {
		const url = `postgres://postgres@127.0.0.1:${await freePort()}/postgres`;
		expect(await refusal({ DATABASE_URL: url })).toMatch(
			/database in DATABASE_URL cannot be reached\. Check/
		);
	});

	test.skipIf(!postgres)(`when Supabase lacks the migrations${needsPostgres}`, async () => {
		const { url, drop } = await borrowDatabase();
		const supabase = createHttpServer((request, response) => {
			response.statusCode = request.url === '/auth/v1/health' ? 200 : 404;
			response.end('{}');
		});
		const line = await refusal({
			SUPABASE_URL: `http://127.0.0.1:${await listening(supabase)}`,
			SUPABASE_PUBLISHABLE_KEY: 'key',
			DATABASE_URL: url
		});
		expect(line).toMatch(/lacks \d+ migrations\. Run: npx supabase db push/);
		supabase.close();
		await drop();
	});
});

// Each starts whole server processes, which takes its time on a busy machine.
describe.skipIf(!isBuilt)(`a running server${needsBuild}`, { timeout: 120_000 }, () => {
	test('answers, holds its data folder alone, and leaves within ten seconds', async () => {
		const server = start();
		await untilServing(server, port);
		expect(server.output()).toContain(`Drumbeat is at http://localhost:${port}`);
		expect(await healthz()).toEqual({
			status: 200,
			body: { version: expect.any(String), database: true, documents: 0 }
		});
		expect(await refusal({ PORT: String(await freePort()) })).toMatch(
			/Another Drumbeat is using the data folder .*Stop it, or set DATA_DIR/
		);
		const before = performance.now();
		expect(await end(server, 'SIGTERM')).toBe(0);
		expect(performance.now() - before).toBeLessThan(10_000);
		expect(server.errors()).toBe('');
	});

	test('that was killed can be started again at once', async () => {
		const killed = start();
		await untilServing(killed, port);
		await end(killed, 'SIGKILL');
		await untilServing(start(), port);
		expect((await healthz()).status).toBe(200);
	});

	test('outlives whoever asks for a file while it starts and does not wait for it', async () => {
		const server = start();
		let asked = 0;
		while (!server.output().includes('Drumbeat is at') && server.child.exitCode === null) {
			const impatient = connect(port, '127.0.0.1');
			await Promise.race([once(impatient, 'connect'), once(impatient, 'error')]).catch(() => {});
			impatient.on('error', () => {});
			if (!impatient.connecting && !impatient.destroyed) {
				impatient.write('GET /favicon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n');
				asked += 1;
			}
			await new Promise((resolve) => setTimeout(resolve, 20));
			impatient.destroy();
		}
		expect(asked).toBeGreaterThan(5);
		await untilServing(server, port);
		expect((await healthz()).status).toBe(200);
		expect(server.errors()).toBe('');
	});

	test.skipIf(!postgres)(
		`says that it cannot serve while its database is away, and serves when it is back${needsPostgres}`,
		async () => {
			const { url, drop } = await borrowDatabase();
			const line = await proxyTo(url);
			await untilServing(start({ DATABASE_URL: line.url }), port);
			line.cut();
			await expect.poll(healthz, { timeout: 10_000 }).toMatchObject({
				status: 503,
				body: { database: false }
			});
			line.mend();
			await expect.poll(healthz, { timeout: 15_000 }).toMatchObject({ status: 200 });
			await Promise.all(started.splice(0).map((server) => end(server, 'SIGTERM')));
			await line.close();
			await drop();
		}
	);
});

/** A line to a database that can be cut and mended. */
async function proxyTo(database: string) {
	const target = new URL(database);
	const open = new Set<Socket>();
	let isCut = false;
	const proxy = createServer((near) => {
		if (isCut) return near.destroy();
		const far = connect(Number(target.port || 5432), target.hostname);
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			open.add(one);
			one.pipe(other);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				open.delete(one);
				other.destroy();
			});
		}
	});
	const url = new URL(database);
	url.hostname = '127.0.0.1';
	url.port = String(await listening(proxy));
	return {
		url: url.href,
		cut: () => {
			isCut = true;
			for (const socket of open) socket.destroy();
		},
		mend: () => (isCut = false),
		close: () => new Promise((resolve) => proxy.close(resolve))
	};
}
