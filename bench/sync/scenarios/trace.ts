import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { comeForContent } from '../content.ts';
import { fill, type Level } from '../level.ts';
import { watchProcessors } from '../processes.ts';
import { Room, type Member } from '../room.ts';
import { Samples, sleep } from '../samples.ts';
import type { Setting } from '../setting.ts';

/** One edit of the recorded session: milliseconds, who, where, and the text or how much to delete. */
type Edit = [ms: number, who: number, at: number, what: string | number];

const roomCount = 50;
const size = 8;
const writers = 2;
const defaultSeconds = 600;
const arrivalMs = 3000;

const recorded = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../../tests/recorded/typing.json'), 'utf8')
) as Edit[];

export type Trace = Level & {
	/** Resident megabytes of the server after a fifth of the time and in the end, garbage collected. */
	memory: { early: number; late: number };
	/** Rooms in which somebody ended up with another text than the others. */
	differing: number;
};

/** What one writer sent: up to which clock, and when. */
type Sent = { clock: number; at: number }[];

/** A room whose first two members write the recorded session with real documents. */
class WritingRoom {
	readonly room: Room;
	edits = 0;
	missing = 0;
	#latency: Samples;
	#docs = Array.from({ length: writers }, () => new Y.Doc());
	#sent = new Map<number, Sent>();
	#turns: { doc: Y.Doc; edits: Edit[]; next: number; from: number }[];

	constructor(setting: Setting, index: number, latency: Samples) {
		this.room = new Room(setting.crowd, size);
		this.#latency = latency;
		this.#turns = this.#docs.map((doc, writer) => {
			const edits = recorded.filter(([, who]) => (who === 0) === (writer === 0));
			// Teams are at different places of the session.
			const next = Math.floor((index / roomCount) * edits.length);
			return { doc, edits, next, from: 0 };
		});
	}

	begin(): void {
		const now = performance.now();
		for (const turn of this.#turns) turn.from = now - (turn.edits[turn.next]?.[0] ?? 0);
		for (const [writer, doc] of this.#docs.entries()) {
			this.#sent.set(doc.clientID, []);
			const member = this.room.members[writer];
			doc.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin !== this) this.#send(member, doc.clientID, update);
			});
		}
		for (const [index, member] of this.room.members.entries()) this.#listen(member, index);
	}

	/** Writes what is due by now. */
	write(): void {
		const now = performance.now();
		for (const turn of this.#turns)
			for (;;) {
				const edit = turn.edits[turn.next];
				if (!edit) {
					[turn.next, turn.from] = [0, now];
					break;
				}
				if (edit[0] > now - turn.from) break;
				apply(turn.doc.getText('typed'), edit);
				turn.next += 1;
				this.edits += 1;
			}
	}

	/** True when both writers and somebody who comes now have the same text. */
	async isEqual(): Promise<boolean> {
		const newcomer = this.room.newcomer(size - 1);
		this.room.members.at(-1)?.leave();
		const stored = (await comeForContent(newcomer)).read();
		const texts = [...this.#docs, stored].map((doc) => doc.getText('typed').toJSON());
		return new Set(texts).size === 1;
	}

	#send(member: Member | undefined, client: number, update: Uint8Array): void {
		const clock = Y.parseUpdateMeta(update).to.get(client);
		if (clock !== undefined) {
			this.#sent.get(client)?.push({ clock, at: performance.now() });
			this.missing += size - 1;
		}
		member?.update(update);
	}

	#listen(member: Member, index: number): void {
		const doc = this.#docs[index];
		const seen = new Map<number, number>();
		member.onContent = (update) => {
			const now = performance.now();
			for (const [client, clock] of Y.parseUpdateMeta(update).to) {
				const sent = this.#sent.get(client) ?? [];
				let at = seen.get(client) ?? 0;
				for (; at < sent.length && sent[at]!.clock <= clock; at += 1) {
					this.#latency.add(now - sent[at]!.at);
					this.missing -= 1;
				}
				seen.set(client, at);
			}
			if (doc) Y.applyUpdate(doc, update, this);
		};
	}
}

/**
 * Fifty teams of eight in whose notes two write, as two people once did and at their speed, for ten
 * minutes. Here a time is that of one update to one reader.
 */
export async function trace(setting: Setting): Promise<Trace> {
	const { server, crowd, behind } = setting;
	const latency = new Samples();
	const rooms = Array.from(
		{ length: roomCount },
		(_, index) => new WritingRoom(setting, index, latency)
	);
	const shutOut = await fill(rooms.map(({ room }) => room));
	for (const room of rooms) room.begin();
	const readMemory = async () => {
		await server.collectGarbage();
		return server.residentBytes / 1e6;
	};
	const used = watchProcessors(server.pids, behind);
	const { saves } = crowd;
	saves.isOpen = true;
	const lag = new Samples();
	let due = performance.now();
	const writing = setInterval(() => {
		lag.add(Math.max(0, performance.now() - due));
		due = performance.now() + 5;
		for (const room of rooms) room.write();
	}, 5);
	const ms = (setting.seconds ?? defaultSeconds) * 1000;
	await sleep(ms / 5);
	const early = await readMemory();
	await sleep(ms - ms / 5);
	const late = await readMemory();
	clearInterval(writing);
	saves.isOpen = false;
	const processors = used();
	const missing = () => rooms.reduce((sum, room) => sum + room.missing, 0);
	const unsaved = () =>
		rooms.reduce(
			(sum, { room }) => sum + room.members.reduce((n, m) => n + m.unsaved.missing, 0),
			0
		);
	for (let waited = 0; waited < arrivalMs && missing() + unsaved() > 0; waited += 50)
		await sleep(50);
	const [lost, neverSaved] = [missing(), unsaved()];
	const { disconnects } = crowd;
	let differing = 0;
	for (const room of rooms) if (!(await room.isEqual())) differing += 1;
	for (const { room } of rooms) room.leave();
	const edits = rooms.reduce((sum, room) => sum + room.edits, 0);
	return {
		latency: latency.summary(),
		saved: saves.latency.summary(),
		used: processors,
		cpu: ((processors.server * processors.seconds) / edits) * 1e5,
		lost,
		neverSaved,
		disconnects: disconnects + shutOut,
		sendLagP99: lag.summary().p99,
		memory: { early, late },
		differing
	};
}

function apply(text: Y.Text, [, , at, what]: Edit): void {
	if (typeof what === 'string') text.insert(Math.min(at, text.length), what);
	else if (text.length > 0) {
		const from = Math.min(at, text.length - 1);
		text.delete(from, Math.min(what, text.length - from));
	}
}
