// How long from `npm start` to the first page, and what the process weighs then.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from '../src/lib/server/sync/server-process.ts';
import { percentile, report } from './report.ts';

const root = join(import.meta.dirname, '..');
const dataDir = await mkdtemp(join(tmpdir(), 'drumbeat-'));

/** Starts as `npm start` does, asks for the first page until it comes, and stops it again. */
async function start(): Promise<{ seconds: number; memory: number }> {
	const port = await freePort();
	const began = performance.now();
	const child = spawn(process.execPath, ['scripts/start.js'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }
	});
	const ask = () => fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
	while (!(await ask())?.ok) await new Promise((resolve) => setTimeout(resolve, 10));
	const seconds = (performance.now() - began) / 1000;
	const memory = await memoryBelow(child.pid ?? 0);
	child.kill('SIGTERM');
	await once(child, 'exit');
	return { seconds, memory };
}

/** Resident megabytes of the server, which is the child of the start script; Linux only. */
async function memoryBelow(pid: number): Promise<number> {
	try {
		const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
		const status = await readFile(`/proc/${children.trim().split(' ')[0]}/status`, 'utf8');
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
	} catch {
		return NaN;
	}
}

const cold = await start();
const warm = [];
for (let count = 0; count < 5; count += 1) warm.push(await start());
await rm(dataDir, { recursive: true, force: true });
await report(
	'start',
	'From running the start script to the first page answered with 200, packages installed and site built: cold with an empty data folder, then five times on the same folder. Memory is the resident size of the server after that page.',
	[
		{ what: 'cold start to the first page', value: cold.seconds, unit: 's' },
		{
			what: 'warm start to the first page, slowest of five',
			value: percentile(
				warm.map(({ seconds }) => seconds),
				1
			),
			unit: 's',
			target: 5
		},
		{
			what: 'memory, warm, middle of five',
			value: percentile(
				warm.map(({ memory }) => memory),
				0.5
			),
			unit: 'MB'
		}
	]
);
process.exit();
