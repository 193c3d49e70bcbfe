import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbedded } from '../supabase/tests/template.ts';

export type OwnServer = {
	origin: string;
	folder: string;
	/** Everything it has logged so far. */
	logged: () => string;
	/** Ends it as a power cut would. */
	kill: () => Promise<void>;
	/** Ends it as an update would: everything is written first. */
	stop: () => Promise<void>;
	/** Ends it and forgets its data. */
	remove: () => Promise<void>;
};

/** The built server in a process of its own; with an earlier one, on its port and data again. */
export async function startServer(
	earlier?: OwnServer,
	environment: Record<string, string> = {}
): Promise<OwnServer> {
	const port = earlier ? Number(new URL(earlier.origin).port) : await freePort();
	const folder = earlier?.folder ?? (await mkdtemp(join(tmpdir(), 'drumbeat-own-')));
	if (!earlier && !environment.DATABASE_URL) await copyEmbedded(folder);
	const server = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'src', 'server.ts')],
		{
			env: {
				...process.env,
				PORT: String(port),
				HOST: '127.0.0.1',
				DATA_DIR: folder,
				LOG_LEVEL: 'error',
				DATABASE_URL: '',
				SUPABASE_URL: '',
				...environment
			},
			stdio: ['ignore', 'pipe', 'inherit']
		}
	);
	let logged = '';
	server.stdout.on('data', (text: Buffer) => (logged += text.toString()));
	await new Promise<void>((resolve, reject) => {
		server.stdout.on(
			'data',
			(text: Buffer) => text.toString().includes('Drumbeat is at') && resolve()
		);
		server.once('exit', (code) => reject(new Error(`The server stopped with ${code}`)));
	});
	const end = (signal: NodeJS.Signals) => () => endProcess(server, signal);
	return {
		origin: `http://localhost:${port}`,
		folder,
		logged: () => logged,
		kill: end('SIGKILL'),
		stop: end('SIGTERM'),
		remove: async () => {
			await endProcess(server, 'SIGKILL');
			await rm(folder, { recursive: true, force: true });
		}
	};
}

async function endProcess(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const gone = once(server, 'exit');
	server.kill(signal);
	await gone;
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	return address && typeof address === 'object' ? address.port : 0;
}
