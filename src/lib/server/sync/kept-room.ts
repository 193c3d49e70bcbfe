import { couldBeEvent } from '#lib/live/could-be-event.ts';
import type { Subject } from '#lib/live/protocol.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Leases } from './leases.ts';
import type { LiveKind, Standing } from './live-kind.ts';
import { liveKinds } from './live-kinds.ts';
import type { Room } from './room.ts';
import { loadDocument } from './update-log.ts';

const attempts = 20;
const otherNodesFreezeMs = 1000;
const firstLookMs = 250;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What the server does for a live document: settles it at every stage and at the close, seals it
 * afterwards, and parks it when everybody has left. It never moves it on otherwise.
 */
export class KeptRoom {
	readonly room: Room;
	readonly subject: Subject;
	readonly team: string;
	#kind: LiveKind;
	#database: Database;
	#leases: Leases;
	#parkAfterMs: number;
	/** Where it stood when last looked at; undefined before that. */
	#seen: Standing | undefined;
	#firstLook: NodeJS.Timeout | undefined;
	#looking: NodeJS.Immediate | undefined;
	#settling: Promise<void> = Promise.resolve();
	#parking: NodeJS.Timeout | undefined;
	#holds = 0;
	#onFailure: (error: unknown) => void;
	#onUnneeded: () => void;

	constructor(options: {
		room: Room;
		/** Whether anything happened in it yet that moves it on. */
		hasBegun: boolean;
		subject: Subject;
		team: string;
		database: Database;
		leases: Leases;
		parkAfterMs: number;
		onFailure: (error: unknown) => void;
		/** Called once nobody needs the room any more. */
		onUnneeded: () => void;
	}) {
		this.room = options.room;
		this.subject = options.subject;
		this.team = options.team;
		this.#kind = liveKinds[options.subject.kind];
		this.#database = options.database;
		this.#leases = options.leases;
		this.#parkAfterMs = options.parkAfterMs;
		this.#onFailure = options.onFailure;
		this.#onUnneeded = options.onUnneeded;
		// Before it is told, and looked at only where somebody must not hear: that may build the document.
		this.room.onBeforeRelay = ({ structs }) => {
			if (this.room.hasObservers && structs.some(couldBeEvent) && this.hidesFromObservers)
				this.room.showOutObservers();
		};
		this.room.onChange = ({ structs }) => {
			if (structs.some(couldBeEvent)) this.#lookSoon();
		};
		this.room.onAttendance = () => this.#watchForLeaving();
		// Who waits for the document has it by then: looking inside means building it.
		if (options.hasBegun) this.#firstLook = setTimeout(() => this.#lookFirst(), firstLookMs);
	}

	/** Where it stands now. */
	stand(): Standing {
		return this.#kind.stand(this.room.document.read());
	}

	/** Whether something in it is sealed now. */
	get hidesFromObservers(): boolean {
		return this.stand().sealed !== '';
	}

	/** Settles after whatever settling is under way; never throws, the next one makes it good. */
	settle(): Promise<void> {
		this.#settling = this.#settling.then(() => this.#settleNow()).catch(this.#onFailure);
		return this.#settling;
	}

	/** Called when somebody came or went. */
	attendanceChanged(): void {
		this.#watchForLeaving();
	}

	/** Keeps the room loaded while the server works in it, until the answer is called. */
	hold(): () => void {
		this.#holds += 1;
		return () => {
			this.#holds -= 1;
			if (!this.mustStay) this.#onUnneeded();
		};
	}

	/** True while the room must stay loaded though nobody is in it. */
	get mustStay(): boolean {
		return this.#firstLook !== undefined || this.#parking !== undefined || this.#holds > 0;
	}

	get settled(): Promise<void> {
		return this.#settling;
	}

	stop(): void {
		clearTimeout(this.#firstLook);
		clearImmediate(this.#looking);
		this.#stopParking();
	}

	/** Not while something is being said: looking inside may mean building the document. */
	#lookSoon(): void {
		this.#looking ??= setImmediate(() => {
			this.#looking = undefined;
			this.#look();
		});
	}

	/** Makes good what a server that was ended before left undone. */
	#lookFirst(): void {
		this.#firstLook = undefined;
		this.#look();
		if (!this.mustStay) this.#onUnneeded();
	}

	#look(): void {
		const before = this.#seen;
		const now = (this.#seen = this.stand());
		this.#watchForLeaving();
		if (this.room.sealed || now.state === 'draft') return;
		const isSame = before?.state === now.state && before.stage === now.stage;
		if (isSame && before.sealed === now.sealed) return;
		if (now.state === 'closed') this.#finish();
		else void this.settle();
	}

	/** From the close on the document stands still, or what is typed meanwhile would miss the rows. */
	#finish(): void {
		this.room.freeze();
		void this.settle();
	}

	async #settleNow(): Promise<void> {
		if (this.room.sealed) return;
		const closing = this.stand().state === 'closed';
		// What was said on other nodes before they heard of the close is on its way here.
		if (closing && this.room.neighbours) await pause(otherNodesFreezeMs);
		await this.room.written;
		// A database that is away for a moment must not leave what is closed unsettled.
		for (let attempt = 1; ; attempt += 1) {
			try {
				const outcome = await this.#settleUnderLease(closing);
				if (outcome === 'done' || (outcome === 'kept' && !closing)) break;
				if (await this.#isSealed()) break;
				if (attempt >= attempts) throw new Error('A live document could not be settled');
			} catch (error) {
				if (!closing || attempt >= attempts) throw error;
			}
			await pause(Math.min(attempt * 250, 4000));
		}
		if (!closing) return;
		this.room.seal();
		this.room.neighbours?.passSealed();
	}

	/** Does it, unless another node is there to do it. */
	async #settleUnderLease(closing: boolean): Promise<'done' | 'kept' | 'orphaned'> {
		const lease = await this.#leases.take(this.room.name);
		if (typeof lease === 'string') return lease;
		const settle = async (queries: Queries) => {
			const { id } = this.subject;
			const write = await this.#kind.settle(queries, id, this.room.document.read(), lease);
			write?.(this.room.document.read());
		};
		if (!closing || !this.room.neighbours) {
			await settle(this.#database);
			return 'done';
		}
		// Nothing is added to the log while the document is sealed, so nothing saved misses the rows.
		await this.#database.transaction(async (queries) => {
			const { name } = this.room;
			await queries.query('select from private.documents where name = $1 for no key update', [
				name
			]);
			const loaded = await loadDocument(queries, name);
			if (loaded) this.room.takeStored(loaded.updates);
			await settle(queries);
		});
		return 'done';
	}

	async #isSealed(): Promise<boolean> {
		const [row] = await this.#database.query<{ sealed: boolean }>(
			'select sealed_at is not null as sealed from private.documents where name = $1',
			[this.room.name]
		);
		return row?.sealed ?? true;
	}

	#watchForLeaving(): void {
		if (!this.#kind.park || this.#seen?.state !== 'live' || this.room.presentPeople().size > 0)
			return this.#stopParking();
		this.#parking ??= setTimeout(() => {
			this.#parking = undefined;
			void this.#park().catch(this.#onFailure);
		}, this.#parkAfterMs);
	}

	async #park(): Promise<void> {
		const lease = await this.#leases.take(this.room.name);
		// A node that died may have been about to do it.
		if (lease === 'orphaned') return this.#watchForLeaving();
		if (this.room.presentPeople().size > 0 || this.stand().state !== 'live') return;
		if (lease !== 'kept') this.#kind.park?.(this.room.document.read(), Date.now());
		this.#onUnneeded();
	}

	#stopParking(): void {
		clearTimeout(this.#parking);
		this.#parking = undefined;
	}
}
