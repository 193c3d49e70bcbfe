// A PostgreSQL and a Redis of the tests' own, which they may restart, kill and fill.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { freePort } from '../../src/lib/server/sync/server-process.ts';

const run = promisify(execFile);

/** Where the programs of a PostgreSQL server are, if this machine has them. */
export const postgresPrograms = findPostgres();
export const redisProgram = (process.env.PATH ?? '')
	.split(':')
	.map((folder) => join(folder, 'redis-server'))
	.find(existsSync);

function findPostgres(): string | undefined {
	const all = '/usr/lib/postgresql';
	const folders = existsSync(all)
		? readdirSync(all).map((version) => join(all, version, 'bin'))
		: [];
	return [...folders, ...(process.env.PATH ?? '').split(':')].find(
		(folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))
	);
}

export type OwnPostgres = Awaited<ReturnType<typeof startPostgres>>;

/** @param dataDir an empty folder to keep everything in; left out, one of its own */
export async function startPostgres(dataDir?: string) {
	const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'drumbeat-postgres-')));
	await chmod(folder, 0o700);
	// PostgreSQL refuses to run as root.
	const isRoot = process.getuid?.() === 0;
	if (isRoot) await run('chown', ['postgres', folder]);
	const postgres = (program: string, parameters: string[]) => {
		const path = join(postgresPrograms ?? '', program);
		return isRoot
			? run('runuser', ['-u', 'postgres', '--', path, ...parameters], { cwd: folder })
			: run(path, parameters);
	};
	const port = await freePort();
	const data = join(folder, 'data');
	await postgres('initdb', [
		'-D',
		data,
		'-U',
		'postgres',
		'--auth=trust',
		'-E',
		'UTF8',
		'--no-sync'
	]);
	const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_wal_size=48MB -c min_wal_size=32MB`;
	const control = (...parameters: string[]) =>
		postgres('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-t', '30', ...parameters]);
	await control('-o', settings, 'start');
	return {
		url: `postgres://postgres@127.0.0.1:${port}/postgres`,
		/** As after a crash: nothing is written out, and the log is played back. */
		crash: () => control('-o', settings, '-m', 'immediate', 'restart'),
		stop: async () => {
			await control('-m', 'immediate', 'stop').catch(() => {});
			if (!dataDir) await rm(folder, { recursive: true, force: true });
		}
	};
}

/** A Redis on a port that stays its own: killed, and started again on it. */
export async function startRedis() {
	const port = await freePort();
	let child: ChildProcess;
	const start = async () => {
		child = spawn(
			redisProgram ?? '',
			['--port', String(port), '--save', '', '--bind', '127.0.0.1'],
			{
				stdio: ['ignore', 'pipe', 'ignore']
			}
		);
		for await (const data of child.stdout ?? []) if (String(data).includes('Ready')) break;
		child.stdout?.resume();
	};
	await start();
	return {
		url: `redis://127.0.0.1:${port}`,
		start,
		kill: async () => {
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		}
	};
}
