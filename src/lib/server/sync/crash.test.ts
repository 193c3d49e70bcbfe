import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	end,
	freePort,
	prepareTeam,
	root,
	spawnServer,
	untilServing,
	type Started
} from './server-process.ts';
import { participate, soon, type Participant } from './sync-site.ts';

const isBuilt = existsSync(join(root, 'build', 'handler.js'));

// Each starts several server processes, one after the other.
const patience = { timeout: 180_000 };

describe.skipIf(!isBuilt)(
	`a server killed mid-meeting${isBuilt ? '' : ' (needs npm run build)'}`,
	() => {
		let team: Awaited<ReturnType<typeof prepareTeam>>;
		let server: Started;
		let port: number;
		beforeEach(async () => {
			team = await prepareTeam(2);
			port = await freePort();
			await start();
		}, patience.timeout);
		afterEach(async () => {
			await end(server, 'SIGKILL');
			await team.forget();
		});

		async function start(): Promise<void> {
			server = spawnServer({ PORT: String(port), DATA_DIR: team.dataDir });
			await untilServing(server, port);
		}

		function sit(index: number, doc?: Participant['doc']): Participant {
			const member = team.members[index];
			if (!member) throw new Error('There is no such member');
			return participate(`127.0.0.1:${port}`, team.meeting.id, member.id, member.cookie, doc);
		}

		/** Types a line every few milliseconds until the connection is gone; answers what was saved. */
		async function typeUntilCut(writer: Participant, name: string): Promise<string[]> {
			const written: string[] = [];
			let saved = 0;
			while (writer.connection.state.state === 'connected') {
				const line = `${name} ${written.length}`;
				writer.write(line);
				written.push(line);
				await new Promise((resolve) => setTimeout(resolve, 3));
				saved = Math.max(saved, written.length - writer.connection.state.unsaved);
			}
			return written.slice(0, saved);
		}

		test(
			'has everything that said saved, and gets the rest when people come back',
			patience,
			async () => {
				const acknowledged: string[] = [];
				const docs = [undefined, undefined] as (Participant['doc'] | undefined)[];
				for (let kill = 0; kill < 3; kill += 1) {
					const writers = [sit(0, docs[0]), sit(1, docs[1])];
					for (const writer of writers) await soon(() => expect(writer.isSaved()).toBe(true));
					const typing = writers.map((writer, index) => typeUntilCut(writer, `${kill}/${index}`));
					await new Promise((resolve) => setTimeout(resolve, 400 + kill * 150));
					await end(server, 'SIGKILL');
					acknowledged.push(...(await Promise.all(typing)).flat());
					for (const writer of writers) writer.leave();
					await start();

					// Their tabs are gone: only what the server kept is here.
					const reader = sit(0);
					await soon(() => expect(reader.connection.synced).toBe(true));
					const kept = new Set(reader.lines());
					expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
					reader.leave();
					docs[0] = writers[0]?.doc;
					docs[1] = writers[1]?.doc;
				}
				expect(acknowledged.length).toBeGreaterThan(50);

				const [ada, grace] = [sit(0, docs[0]), sit(1, docs[1])];
				for (const one of [ada, grace]) await soon(() => expect(one.isSaved()).toBe(true));
				await soon(() => expect(ada.lines()).toEqual(grace.lines()));
				for (const one of [ada, grace]) one.leave();
			}
		);

		test('shows the same clock after the restart', patience, async () => {
			const ada = sit(0);
			await soon(() => expect(ada.isSaved()).toBe(true));
			ada.commands.start();
			await soon(() => expect(ada.isSaved()).toBe(true));
			const before = ada.document.progress().segment;
			await end(server, 'SIGKILL');
			await start();
			const grace = sit(1);
			await soon(() => expect(grace.connection.synced).toBe(true));
			expect(grace.document.progress().segment).toEqual(before);
			expect(grace.document.progress().state).toBe('live');
			ada.leave();
			grace.leave();
		});
	}
);
