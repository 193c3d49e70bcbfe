// Processor time and memory of other processes, from /proc (Linux).
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { sleep } from './samples.ts';

const ticksPerSecond = 100;
/** Processors in use on a machine that nobody else uses. */
const nearlyIdle = 0.3;

/** Resident bytes of these processes together. */
export function residentBytes(pids: readonly number[]): number {
	const kilobytes = pids.map((pid) => /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1]);
	return kilobytes.reduce((sum, value) => sum + Number(value ?? 0) * 1024, 0);
}

/** The process that listens on a port of this machine; none if it is not ours to see. */
export function listenerOn(port: number): number | undefined {
	const hex = port.toString(16).toUpperCase().padStart(4, '0');
	const sockets = new Set<string>();
	for (const file of ['/proc/net/tcp', '/proc/net/tcp6'])
		for (const line of read(file).split('\n').slice(1)) {
			const fields = line.trim().split(/\s+/);
			if (fields[3] === '0A' && fields[1]?.endsWith(`:${hex}`))
				sockets.add(`socket:[${fields[9]}]`);
		}
	return allPids().find((pid) => openFiles(pid).some((file) => sockets.has(file)));
}

/** A process and what it started: PostgreSQL has one for each connection. */
export function familyOf(pid: number): number[] {
	const children = read(`/proc/${pid}/task/${pid}/children`);
	return [pid, ...children.split(' ').filter(Boolean).map(Number)];
}

/** What was used between two moments, in processors: 1 is one processor all the time. */
export type Used = {
	seconds: number;
	server: number;
	/** The database and Redis behind the server. */
	behind: number;
	generator: number;
	/** Everything else on the machine: the noise. */
	others: number;
};

/** Measures from now on; what it answers ends the measuring. */
export function watchProcessors(
	servers: readonly number[],
	behind: () => readonly number[]
): () => Used {
	const read = () => ({
		at: performance.now() / 1000,
		machine: machineSeconds(),
		server: seconds(servers),
		behind: seconds(behind()),
		generator: seconds([process.pid])
	});
	const before = read();
	return () => {
		const now = read();
		const length = now.at - before.at;
		const used = (what: keyof typeof now) => Math.max(0, now[what] - before[what]) / length;
		const [server, behind, generator] = [used('server'), used('behind'), used('generator')];
		const others = Math.max(0, used('machine') - server - behind - generator);
		return { seconds: length, server, behind, generator, others };
	};
}

/** Waits until the machine is nearly idle, but not for ever. */
export async function untilQuiet(longestMs: number): Promise<void> {
	const deadline = performance.now() + longestMs;
	for (let busy = Infinity; busy > nearlyIdle && performance.now() < deadline;) {
		const before = machineSeconds();
		await sleep(500);
		busy = (machineSeconds() - before) / 0.5;
	}
}

function seconds(pids: readonly number[]): number {
	return pids.reduce((sum, pid) => {
		const stat = read(`/proc/${pid}/stat`);
		// The name comes in brackets and may hold anything.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
	}, 0);
}

function machineSeconds(): number {
	const fields = read('/proc/stat').split('\n')[0]?.trim().split(/\s+/).slice(1).map(Number) ?? [];
	const [user = 0, nice = 0, system = 0, , , hard = 0, soft = 0] = fields;
	return (user + nice + system + hard + soft) / ticksPerSecond;
}

function allPids(): number[] {
	return readdirSync('/proc').map(Number).filter(Boolean);
}

function openFiles(pid: number): string[] {
	try {
		const names = readdirSync(`/proc/${pid}/fd`);
		return names.map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
	} catch {
		return [];
	}
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
