import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { migrations, type Backend } from '../../../../supabase/tests/backends.ts';
import { found, invite, join } from '../../../../supabase/tests/people.ts';
import { copyEmbedded } from '../../../../supabase/tests/template.ts';
import { startEmbedded } from '../supabase/embedded.ts';
import { cookieOf, makeMeeting } from './sync-site.ts';

export const root = joinPath(import.meta.dirname, '../../../..');

/**
 * A team that is about to meet, in a data folder or a database, for server processes to be started
 * on with the `environment` it answers.
 *
 * @param databaseUrl an empty database on a PostgreSQL server; left out, the embedded one
 */
export async function prepareTeam(size: number, databaseUrl?: string) {
	const dataDir = await mkdtemp(joinPath(tmpdir(), 'drumbeat-'));
	if (!databaseUrl) await copyEmbedded(dataDir);
	const codes = new Map<string, string>();
	const keep = async (email: string, _token: string, code: string) => void codes.set(email, code);
	const supabase = await startEmbedded({
		...(databaseUrl ? { databaseUrl } : { dataDir }),
		migrations,
		mails: {
			sendConfirmation: keep,
			sendRecovery: keep,
			sendMagicLink: keep,
			sendEmailChange: keep,
			sendReauthentication: async (email, code) => void codes.set(email, code)
		}
	});
	const backend: Backend = {
		...supabase,
		visitor: () =>
			createClient(supabase.url, supabase.key, {
				global: { fetch: supabase.fetch },
				auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
			}),
		code: (email) => codes.get(email) ?? ''
	};
	const founder = await join(backend, 'Ada');
	const team = await found(founder, 'Northwind Robotics', 'Leadership team');
	const people = [founder];
	while (people.length < size) {
		const member = await join(backend, `Member${people.length}`);
		await invite(founder, team, member, 'member');
		people.push(member);
	}
	const meeting = await makeMeeting(supabase.database, team.id);
	const members = await Promise.all(
		people.map(async (person) => ({ id: person.id, cookie: await cookieOf(person) }))
	);
	await supabase.close();
	return {
		id: team.id,
		dataDir,
		environment: (databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir }) as Record<
			string,
			string
		>,
		meeting,
		members,
		forget: () => rm(dataDir, { recursive: true, force: true })
	};
}

export type Started = { child: ChildProcess; output: () => string; errors: () => string };

/** Starts src/server.ts as a person would by hand, with nothing of this process's settings. */
export function spawnServer(environment: Record<string, string>): Started {
	const child = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', joinPath(root, 'src/server.ts')],
		{
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { PATH: process.env.PATH, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...environment }
		}
	);
	const said = { output: '', errors: '' };
	child.stdout?.on('data', (data) => (said.output += String(data)));
	child.stderr?.on('data', (data) => (said.errors += String(data)));
	return { child, output: () => said.output, errors: () => said.errors };
}

/** Resolves once the server answers; throws what it said when it ended instead. */
export async function untilServing(server: Started, port: number): Promise<void> {
	while (server.child.exitCode === null && server.child.signalCode === null) {
		const signal = AbortSignal.timeout(20_000);
		const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal }).catch(
			() => undefined
		);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error(server.errors() || server.output());
}

export async function end(server: Started, signal: NodeJS.Signals): Promise<number | null> {
	if (server.child.exitCode !== null || server.child.signalCode !== null)
		return server.child.exitCode;
	const ended = once(server.child, 'exit');
	server.child.kill(signal);
	const [code] = (await ended) as [number | null];
	return code;
}

/** A port nobody uses right now. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
