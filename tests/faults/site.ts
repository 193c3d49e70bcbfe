import { expect, vi } from 'vitest';
import {
	end,
	freePort,
	prepareTeam,
	spawnServer,
	untilServing,
	type Started
} from '../../src/lib/server/sync/server-process.ts';
import { participate, type Participant } from '../../src/lib/server/sync/sync-site.ts';
import * as Y from 'yjs';

/** Lets a server say what it holds. */
export const tellsMemory = {
	NODE_OPTIONS: `--import ${new URL('tell-memory.ts', import.meta.url)}`
};

/** A team, and the server processes it meets on. */
export class FaultSite {
	#team: Awaited<ReturnType<typeof prepareTeam>>;
	#servers: { server: Started; port: number; environment: Record<string, string> }[] = [];
	#people: Participant[] = [];

	private constructor(team: Awaited<ReturnType<typeof prepareTeam>>) {
		this.#team = team;
	}

	static async prepare(size: number, databaseUrl?: string): Promise<FaultSite> {
		return new FaultSite(await prepareTeam(size, databaseUrl));
	}

	/** Sends everybody home and ends all processes, after each test. */
	async clear(): Promise<void> {
		for (const person of this.#people.splice(0)) person.leave();
		for (const { server } of this.#servers.splice(0)) {
			server.child.kill('SIGCONT');
			await end(server, 'SIGKILL');
		}
	}

	async forget(): Promise<void> {
		await this.#team.forget();
	}

	/** Starts a server process; answers its number. */
	async start(environment: Record<string, string> = {}): Promise<number> {
		const port = await freePort();
		this.#servers.push({ server: this.#spawn(port, environment), port, environment });
		const number = this.#servers.length - 1;
		await untilServing(this.#at(number).server, port);
		return number;
	}

	/** Starts one again that has ended, on its port. */
	async restart(number: number): Promise<void> {
		const one = this.#at(number);
		one.server = this.#spawn(one.port, one.environment);
		await untilServing(one.server, one.port);
	}

	kill(number: number): Promise<number | null> {
		return end(this.#at(number).server, 'SIGKILL');
	}

	/** Asks it to stop; answers its exit code. */
	stop(number: number): Promise<number | null> {
		return end(this.#at(number).server, 'SIGTERM');
	}

	/** Freezes a process, or lets it go on. */
	signal(number: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
		this.#at(number).server.child.kill(signal);
	}

	isRunning(number: number): boolean {
		const { child } = this.#at(number).server;
		return child.exitCode === null && child.signalCode === null;
	}

	/** The megabytes a server holds that was started with `tellsMemory`, garbage left out. */
	async heldMegabytes(number: number): Promise<number> {
		const { child, output } = this.#at(number).server;
		const before = output().length;
		child.kill('SIGUSR2');
		return within(10_000, () => {
			const bytes = /holds (\d+) bytes/.exec(output().slice(before))?.[1];
			expect(bytes).toBeDefined();
			return Number(bytes) / 1e6;
		});
	}

	portOf(number: number): number {
		return this.#at(number).port;
	}

	/** Somebody of the team joins by a port: a server's, or a proxy's in front of it. */
	sit(index: number, port: number, doc?: Y.Doc): Participant {
		const { members, meeting } = this.#team;
		const member = members[index % members.length];
		if (!member) throw new Error('There is nobody in the team');
		const host = `127.0.0.1:${port}`;
		const person = participate(host, meeting.id, member.id, member.cookie, doc);
		this.#people.push(person);
		return person;
	}

	/** What the server has, as somebody sees it who comes with nothing. */
	async load(port: number): Promise<Y.Doc> {
		const reader = this.sit(0, port);
		await within(20_000, () => expect(reader.connection.synced).toBe(true));
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(reader.doc));
		reader.leave();
		return doc;
	}

	#spawn(port: number, environment: Record<string, string>): Started {
		return spawnServer({ ...this.#team.environment, PORT: String(port), ...environment });
	}

	#at(number: number) {
		const one = this.#servers[number];
		if (!one) throw new Error('There is no such server');
		return one;
	}
}

export const within = <Result>(timeout: number, check: () => Result | Promise<Result>) =>
	vi.waitFor(check, { timeout, interval: 10 });

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const textOf = (doc: Y.Doc): string => doc.getText('typed').toJSON();

/** Waits until all have the same document; answers how long that took, in milliseconds. */
export async function untilEqual(people: Participant[], timeout = 20_000): Promise<number> {
	const from = performance.now();
	await within(timeout, () => {
		const [first, ...others] = people.map(({ doc }) => textOf(doc));
		for (const other of others) expect(other === first).toBe(true);
		for (const person of people) expect(person.isSaved()).toBe(true);
	});
	return performance.now() - from;
}
