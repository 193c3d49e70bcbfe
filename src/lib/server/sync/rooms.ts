import * as v from 'valibot';
import { couldBeEvent } from '#lib/live/could-be-event.ts';
import { documentName, subjectOf, type DocumentKind, type Subject } from '#lib/live/protocol.ts';
import type { Database } from '../database/database.ts';
import { closedTo, findAccess } from './access.ts';
import { limits } from './limits.ts';
import { Leases } from './leases.ts';
import { InTurn } from './in-turn.ts';
import { KeptRoom } from './kept-room.ts';
import { liveKinds } from './live-kinds.ts';
import type { Member } from './member.ts';
import type { Nodes } from './nodes.ts';
import { OpenSockets } from './open-sockets.ts';
import { Room } from './room.ts';
import { compactDocument, loadDocument, UpdateLog } from './update-log.ts';

export type RoomsOptions = {
	database: Database;
	/** The other processes that serve the same documents; left out when there are none. */
	nodes?: Nodes;
	/** How long a live meeting waits after everybody has left. */
	parkAfterMs?: number;
	/** How long an empty room stays loaded, for people who only reload the page. */
	unloadAfterMs?: number;
	onFailure?: (error: unknown) => void;
};

const beatMs = 1000;
const recheckedAtOnce = 200;
const defaults = { parkAfterMs: 10 * 60_000, unloadAfterMs: 5000 };

/** All live documents of this process, and who is in them. */
export class Rooms {
	#database: Database;
	#log: UpdateLog;
	#open = new Map<string, Promise<KeptRoom>>();
	#loaded = new Map<string, KeptRoom>();
	#sockets = new OpenSockets(limits.socketsPerPerson);
	#options: Required<Omit<RoomsOptions, 'nodes'>>;
	#nodes: Nodes | undefined;
	#leases: Leases;
	#beat: NodeJS.Timeout | undefined;
	#recheck: NodeJS.Timeout;
	#rechecking = false;
	#unlisten: Promise<() => Promise<void>>;
	#longLogs: InTurn<string>;

	constructor(options: RoomsOptions) {
		this.#options = { ...defaults, onFailure: () => {}, ...options };
		this.#database = options.database;
		this.#log = new UpdateLog(options.database);
		this.#nodes = options.nodes;
		this.#leases = new Leases(options.database, options.nodes);
		this.#longLogs = new InTurn((name) => this.#fold(name), options.onFailure);
		if (options.nodes) this.#beat = this.#keepInStep(options.nodes);
		this.#recheck = setInterval(() => void this.recheckAccess(), limits.recheckMs);
		this.#recheck.unref();
		this.#unlisten = this.#database.listen('changes', (payload) => this.#announce(payload));
		this.#unlisten.catch(this.#options.onFailure);
	}

	get count(): number {
		return this.#loaded.size;
	}

	socketsOf(person: string): number {
		return this.#sockets.of(person);
	}

	/** The room of a document, loading it when nobody was there. Throws when it cannot be loaded. */
	open(name: string): Promise<KeptRoom> {
		const known = this.#open.get(name);
		if (known) return known;
		const opening = this.#load(name);
		this.#open.set(name, opening);
		opening.catch(() => this.#open.delete(name));
		return opening;
	}

	/** The room of a document if anybody is in it here. */
	find({ kind, id }: Subject): KeptRoom | undefined {
		return this.#loaded.get(documentName(kind, id));
	}

	async join(name: string, member: Member): Promise<void> {
		const kept = await this.open(name);
		// It may have been unloaded in the very moment in which it was found.
		if (this.#loaded.get(name) !== kept) return this.join(name, member);
		if (member.socket.readyState !== member.socket.OPEN) return;
		// Counted here, with nothing to wait for before joining: many sockets may come at once.
		if (!this.#sockets.admit(member.socket, member.visitor.person))
			return member.socket.close(4429);
		if (member.access === 'observe' && kept.hidesFromObservers)
			return member.socket.close(closedTo.observe);
		kept.room.join(member);
		member.socket.on('message', (data: Buffer) => kept.room.receive(member, data));
		member.socket.on('close', () => {
			kept.room.leave(member);
			kept.attendanceChanged();
			this.#unloadLater(kept);
		});
		kept.attendanceChanged();
	}

	/** Asks the database again who may be here; whoever may not is out before anything else is said. */
	async recheckAccess(): Promise<void> {
		if (this.#rechecking) return;
		this.#rechecking = true;
		try {
			const members = this.#members();
			// A few at once: thousands in one statement would hold up whoever is typing.
			for (let at = 0; at < members.length; at += recheckedAtOnce)
				await this.#recheckSome(members.slice(at, at + recheckedAtOnce));
		} catch (error) {
			this.#options.onFailure(error);
		} finally {
			this.#rechecking = false;
		}
	}

	async #recheckSome(members: { member: Member; kept: KeptRoom }[]): Promise<void> {
		const access = await findAccess(
			this.#database,
			members.map(({ member, kept }) => ({
				visitor: member.visitor,
				known: member.access,
				...kept.subject
			}))
		);
		members.forEach(({ member, kept }, index) => {
			const allowed = access[index] ?? 'none';
			const now = member.display && allowed === 'write' ? 'read' : allowed;
			if (now === 'none' || now === 'asked') {
				kept.room.leave(member);
				member.socket.close(closedTo[now]);
			} else if (now !== member.access) {
				member.access = now;
				if (now !== 'write' && !kept.room.sealed) member.sendReadOnly('observer');
				if (now === 'observe' && kept.hidesFromObservers) kept.room.showOutObservers();
			}
		});
	}

	/** Parks what was live when the process before this one ended and nobody came back to. */
	async watchAbandoned(): Promise<void> {
		const rows = await this.#database.query<{ kind: DocumentKind; id: string }>(
			`select kind, id from private.live_subjects where state = 'live' and kind <> 'message'`
		);
		for (const { kind, id } of rows) await this.open(documentName(kind, id));
	}

	/** Tells everybody to come back in a moment, and returns when all they said is stored. */
	async close(): Promise<void> {
		clearInterval(this.#recheck);
		clearInterval(this.#beat);
		await (
			await this.#unlisten.catch(() => undefined)
		)?.();
		for (const { member } of this.#members()) member.socket.close(1012);
		for (const kept of this.#loaded.values()) kept.stop();
		await Promise.all([this.#log.drained(), this.#longLogs.stop()]);
		await Promise.all([...this.#loaded.values()].map((kept) => kept.settled));
		for (const { room } of this.#loaded.values()) {
			room.destroy();
			await this.#leases.release(room.name).catch(this.#options.onFailure);
		}
		this.#loaded.clear();
		this.#open.clear();
	}

	/** What is said on other nodes shows here, and what was lost on the way is noticed. */
	#keepInStep(nodes: Nodes): NodeJS.Timeout {
		nodes.onGone = (node) => {
			for (const { room } of this.#loaded.values()) room.neighbours?.lose(node);
		};
		nodes.onReachable = () => {
			for (const { room } of this.#loaded.values()) room.neighbours?.greet();
		};
		return setInterval(() => {
			for (const { room } of this.#loaded.values()) room.neighbours?.beat();
			if (!nodes.isReachable) void this.#catchUp().catch(this.#options.onFailure);
		}, beatMs).unref();
	}

	/** While the nodes cannot talk, each reads from the log what the others wrote. */
	async #catchUp(): Promise<void> {
		for (const { room } of this.#loaded.values()) {
			const loaded = await loadDocument(this.#database, room.name);
			if (loaded) room.takeStored(loaded.updates);
			if (loaded?.sealed) room.seal();
		}
	}

	#members(): { member: Member; kept: KeptRoom }[] {
		return [...this.#loaded.values()].flatMap((kept) =>
			[...kept.room.members].map((member) => ({ member, kept }))
		);
	}

	async #load(name: string): Promise<KeptRoom> {
		const subject = subjectOf(name);
		if (!subject) throw new Error('There is no such document');
		const found = await liveKinds[subject.kind].find(this.#database, name, subject.id);
		const loaded = found && (await loadDocument(this.#database, name));
		if (!loaded) throw new Error('There is no such document');
		if (loaded.updates.length === 0) {
			const seed = found.seed();
			await new Promise((written) => this.#log.append(name, seed, written));
			loaded.updates.push(seed);
		}
		let hasBegun = loaded.outline?.hasBegun ?? false;
		const room = new Room(name, this.#log, loaded, {
			nodes: this.#nodes,
			onLoaded: (structs) => (hasBegun ||= structs.some(couldBeEvent))
		});
		const kept: KeptRoom = new KeptRoom({
			room,
			subject,
			hasBegun,
			team: found.team,
			database: this.#database,
			leases: this.#leases,
			parkAfterMs: this.#options.parkAfterMs,
			onFailure: this.#options.onFailure,
			onUnneeded: () => this.#unloadLater(kept)
		});
		room.onLongLog = () => this.#longLogs.add(name);
		this.#loaded.set(name, kept);
		this.#unloadLater(kept);
		return kept;
	}

	async #fold(name: string): Promise<void> {
		const kept = this.#loaded.get(name);
		if (!kept) return;
		const folded = kept.room.foldedInDatabase();
		const whole = await compactDocument(this.#database, name);
		if (whole) folded(whole);
	}

	/** After every wait somebody may have come back, so it is asked again each time. */
	#unloadLater(kept: KeptRoom): void {
		const { name } = kept.room;
		// Two people who left together start two waits, and the first may have unloaded it already.
		const isNeeded = () =>
			kept.room.members.size > 0 || kept.mustStay || this.#loaded.get(name) !== kept;
		setTimeout(() => {
			void (async () => {
				if (isNeeded()) return;
				await kept.settled;
				// Settling may have written something into the document.
				await kept.room.written;
				if (isNeeded()) return;
				await compactDocument(this.#database, name).catch(this.#options.onFailure);
				if (isNeeded()) return;
				this.#loaded.delete(name);
				this.#open.delete(name);
				kept.stop();
				kept.room.destroy();
				await this.#leases.release(name).catch(this.#options.onFailure);
			})();
		}, this.#options.unloadAfterMs).unref();
	}

	#announce(payload: string): void {
		const parsed = v.safeParse(
			v.object({ team: v.string(), kind: v.string() }),
			JSON.parse(payload)
		);
		if (!parsed.success) return;
		if (parsed.output.kind === 'team_members') void this.recheckAccess();
		for (const { team, room } of this.#loaded.values())
			if (team === parsed.output.team) room.announce(parsed.output.kind);
	}
}
