import * as v from 'valibot';
import { couldBeEvent } from '#lib/live/meeting-document.ts';
import { meetingOf } from '#lib/live/protocol.ts';
import { PlannedStep, seedAgenda } from '#lib/live/seed-agenda.ts';
import type { Database } from '../database/database.ts';
import { findAccess } from './access.ts';
import { limits } from './limits.ts';
import { Leases } from './leases.ts';
import { MeetingRoom } from './meeting-room.ts';
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
const defaults = { parkAfterMs: 10 * 60_000, unloadAfterMs: 5000 };

/** All live documents of this process, and who is in them. */
export class Rooms {
	#database: Database;
	#log: UpdateLog;
	#open = new Map<string, Promise<MeetingRoom>>();
	#loaded = new Map<string, MeetingRoom>();
	#sockets = new OpenSockets(limits.socketsPerPerson);
	#options: Required<Omit<RoomsOptions, 'nodes'>>;
	#nodes: Nodes | undefined;
	#leases: Leases;
	#beat: NodeJS.Timeout | undefined;
	#recheck: NodeJS.Timeout;
	#rechecking = false;
	#unlisten: Promise<() => Promise<void>>;

	constructor(options: RoomsOptions) {
		this.#options = { ...defaults, onFailure: () => {}, ...options };
		this.#database = options.database;
		this.#log = new UpdateLog(options.database);
		this.#nodes = options.nodes;
		this.#leases = new Leases(options.database, options.nodes);
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
	open(name: string): Promise<MeetingRoom> {
		const known = this.#open.get(name);
		if (known) return known;
		const opening = this.#load(name);
		this.#open.set(name, opening);
		opening.catch(() => this.#open.delete(name));
		return opening;
	}

	/** The room of a meeting if anybody is in it here. */
	find(meeting: string): MeetingRoom | undefined {
		return this.#loaded.get(`meeting:${meeting}`);
	}

	async join(name: string, member: Member): Promise<void> {
		const meeting = await this.open(name);
		// It may have been unloaded in the very moment in which it was found.
		if (this.#loaded.get(name) !== meeting) return this.join(name, member);
		if (member.socket.readyState !== member.socket.OPEN) return;
		// Counted here, with nothing to wait for before joining: many sockets may come at once.
		if (!this.#sockets.admit(member.socket, member.visitor.person))
			return member.socket.close(4429);
		meeting.room.join(member);
		member.socket.on('message', (data: Buffer) => meeting.room.receive(member, data));
		member.socket.on('close', () => {
			meeting.room.leave(member);
			meeting.attendanceChanged();
			this.#unloadLater(meeting);
		});
		meeting.attendanceChanged();
	}

	/** Asks the database again who may be here; whoever may not is out before anything else is said. */
	async recheckAccess(): Promise<void> {
		if (this.#rechecking) return;
		this.#rechecking = true;
		try {
			const members = this.#members();
			const access = await findAccess(
				this.#database,
				members.map(({ member, meeting }) => ({ visitor: member.visitor, meeting: meeting.id }))
			);
			members.forEach(({ member, meeting }, index) => {
				const allowed = access[index] ?? 'none';
				const now = member.display && allowed === 'write' ? 'read' : allowed;
				if (now === 'none') {
					meeting.room.leave(member);
					member.socket.close(4403);
				} else if (now !== member.access) {
					member.access = now;
					if (now === 'read' && !meeting.room.sealed) member.sendReadOnly('observer');
				}
			});
		} catch (error) {
			this.#options.onFailure(error);
		} finally {
			this.#rechecking = false;
		}
	}

	/** Parks what was live when the process before this one ended and nobody came back to. */
	async watchAbandoned(): Promise<void> {
		const rows = await this.#database.query<{ id: string }>(
			`select id from public.meetings where state = 'live'`
		);
		for (const row of rows) await this.open(`meeting:${row.id}`);
	}

	/** Tells everybody to come back in a moment, and returns when all they said is stored. */
	async close(): Promise<void> {
		clearInterval(this.#recheck);
		clearInterval(this.#beat);
		await (
			await this.#unlisten.catch(() => undefined)
		)?.();
		for (const { member } of this.#members()) member.socket.close(1012);
		for (const meeting of this.#loaded.values()) meeting.stop();
		await this.#log.drained();
		await Promise.all([...this.#loaded.values()].map((meeting) => meeting.settled));
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

	#members(): { member: Member; meeting: MeetingRoom }[] {
		return [...this.#loaded.values()].flatMap((meeting) =>
			[...meeting.room.members].map((member) => ({ member, meeting }))
		);
	}

	async #load(name: string): Promise<MeetingRoom> {
		const id = meetingOf(name);
		if (!id) throw new Error('There is no such document');
		const [row] = await this.#database.query<{ steps: unknown; team_id: string }>(
			`with created as (
				insert into private.documents (name, team_id, meeting_id)
				select $1, team_id, id from public.meetings where id = $2::uuid
				on conflict (name) do nothing
			)
			select steps, team_id from public.meetings where id = $2::uuid`,
			[name, id]
		);
		if (!row) throw new Error('There is no such meeting');
		const loaded = await loadDocument(this.#database, name);
		if (!loaded) throw new Error('There is no such document');
		if (loaded.updates.length === 0) {
			const seed = seedAgenda(v.parse(v.array(PlannedStep), row.steps));
			await new Promise((written) => this.#log.append(name, seed, written));
			loaded.updates.push(seed);
		}
		let hasBegun = false;
		const room = new Room(name, this.#log, loaded, {
			nodes: this.#nodes,
			onLoaded: (structs) => (hasBegun = structs.some(couldBeEvent))
		});
		const meeting: MeetingRoom = new MeetingRoom({
			room,
			hasBegun,
			id,
			team: row.team_id,
			database: this.#database,
			leases: this.#leases,
			parkAfterMs: this.#options.parkAfterMs,
			onFailure: this.#options.onFailure,
			onUnneeded: () => this.#unloadLater(meeting)
		});
		meeting.room.onLongLog = () =>
			void compactDocument(this.#database, name).catch(this.#options.onFailure);
		this.#loaded.set(name, meeting);
		this.#unloadLater(meeting);
		return meeting;
	}

	/** After every wait somebody may have come back, so it is asked again each time. */
	#unloadLater(meeting: MeetingRoom): void {
		const { name } = meeting.room;
		// Two people who left together start two waits, and the first may have unloaded it already.
		const isNeeded = () =>
			meeting.room.members.size > 0 || meeting.mustStay || this.#loaded.get(name) !== meeting;
		setTimeout(() => {
			void (async () => {
				if (isNeeded()) return;
				await meeting.room.written;
				await meeting.settled;
				if (isNeeded()) return;
				await compactDocument(this.#database, name).catch(this.#options.onFailure);
				if (isNeeded()) return;
				this.#loaded.delete(name);
				this.#open.delete(name);
				meeting.stop();
				meeting.room.destroy();
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
		for (const meeting of this.#loaded.values())
			if (meeting.team === parsed.output.team) meeting.room.announce(parsed.output.kind);
	}
}
