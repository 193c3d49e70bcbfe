import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { serverFlags } from '../../scripts/set-up.js';
import { residentBytes } from './processes.ts';
import { sleep } from './samples.ts';

const hook = join(import.meta.dirname, 'collect-garbage.ts');
const flags = [...serverFlags, '--expose-gc', '--import', hook];
const startMs = 20_000;
const stopMs = 12_000;

/** A server under test: its processes, one for each port. */
export class Server {
	readonly ports: readonly number[];
	#script: string;
	#environment: Record<string, string>;
	#processor: number;
	#nodes: { child: ChildProcess; said: () => string }[] = [];

	/** @param processor the one it may use, so that the generator keeps the other */
	constructor(options: {
		script: string;
		ports: readonly number[];
		environment: Record<string, string>;
		processor: number;
	}) {
		this.ports = options.ports;
		this.#script = options.script;
		this.#environment = options.environment;
		this.#processor = options.processor;
	}

	get pids(): number[] {
		return this.#nodes.map(({ child }) => child.pid ?? 0);
	}

	get residentBytes(): number {
		return residentBytes(this.pids);
	}

	async start(): Promise<void> {
		// One after the other: the first may have a database to prepare.
		for (const port of this.ports) await this.#startNode(port);
		await sleep(300);
	}

	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		const nodes = this.#nodes.splice(0);
		await Promise.all(
			nodes.map(async ({ child }) => {
				if (hasEnded(child)) return;
				const ended = once(child, 'exit');
				child.kill(signal);
				const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
				await ended;
				clearTimeout(late);
			})
		);
	}

	/** Lets each collect its garbage, so that what is left is what it needs. */
	async collectGarbage(): Promise<void> {
		for (let round = 0; round < 2; round += 1) {
			for (const { child } of this.#nodes) child.kill('SIGUSR2');
			await sleep(600);
		}
	}

	async #startNode(port: number): Promise<void> {
		const child = spawn(
			'taskset',
			['-c', String(this.#processor), process.execPath, ...flags, this.#script],
			{
				stdio: ['ignore', 'pipe', 'pipe'],
				env: {
					PATH: process.env.PATH,
					NODE_ENV: 'production',
					HOST: '127.0.0.1',
					PORT: String(port),
					...this.#environment
				}
			}
		);
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data) => (said = `${said}${String(data)}`.slice(-4000)));
		const end = () => (hasEnded(child) && !child.killed ? 'It ended by itself.' : '');
		this.#nodes.push({ child, said: () => `${said}${end()}` });
		const deadline = Date.now() + startMs;
		while (!(await answers(port))) {
			if (hasEnded(child) || Date.now() > deadline) throw new Error(`It did not start: ${said}`);
			await sleep(50);
		}
		said = '';
	}

	/** What it said after it had started. */
	get complaints(): string {
		return this.#nodes
			.map(({ said }) => said())
			.join('')
			.trim();
	}
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function answers(port: number): Promise<boolean> {
	const signal = AbortSignal.timeout(5000);
	const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal }).catch(() => undefined);
	return answer?.ok ?? false;
}
