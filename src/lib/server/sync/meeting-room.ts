import { couldBeEvent, MeetingDocument } from '#lib/live/meeting-document.ts';
import { settledContent } from '#lib/live/settled-content.ts';
import type { MeetingEvent, Progress } from '#lib/meeting/progress.ts';
import type { Database, Queries } from '../database/database.ts';
import { settleMeeting } from '../settle/settle-meeting.ts';
import type { Leases } from './leases.ts';
import type { Room } from './room.ts';
import { loadDocument } from './update-log.ts';

const attempts = 20;
const otherNodesFreezeMs = 1000;
const firstLookMs = 250;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What the server does for a live meeting: settles it at every change of segment and at the close,
 * seals it afterwards, and parks it when everybody has left. It never moves the meeting otherwise.
 */
export class MeetingRoom {
	readonly room: Room;
	readonly id: string;
	readonly team: string;
	#document: MeetingDocument | undefined;
	#database: Database;
	#leases: Leases;
	#parkAfterMs: number;
	/** The state it was in when last looked at, and the stage; undefined before that. */
	#seen: { state: Progress['state']; stage: string } | undefined;
	#firstLook: NodeJS.Timeout | undefined;
	#looking: NodeJS.Immediate | undefined;
	#settling: Promise<void> = Promise.resolve();
	#parking: NodeJS.Timeout | undefined;
	#onFailure: (error: unknown) => void;
	#onUnneeded: () => void;

	constructor(options: {
		room: Room;
		/** Whether anything happened in it yet that a meeting is made of. */
		hasBegun: boolean;
		id: string;
		team: string;
		database: Database;
		leases: Leases;
		parkAfterMs: number;
		onFailure: (error: unknown) => void;
		/** Called once nobody needs the room any more. */
		onUnneeded: () => void;
	}) {
		this.room = options.room;
		this.id = options.id;
		this.team = options.team;
		this.#database = options.database;
		this.#leases = options.leases;
		this.#parkAfterMs = options.parkAfterMs;
		this.#onFailure = options.onFailure;
		this.#onUnneeded = options.onUnneeded;
		this.room.onChange = ({ structs }) => {
			if (structs.some(couldBeEvent)) this.#lookSoon();
		};
		this.room.onAttendance = () => this.#watchForLeaving();
		// Who waits for the document has it by then: looking inside means building it.
		if (options.hasBegun) this.#firstLook = setTimeout(() => this.#lookFirst(), firstLookMs);
	}

	/** What is in the document now. To be read or written to at once, not kept. */
	get document(): MeetingDocument {
		const doc = this.room.document.read();
		if (this.#document?.doc !== doc) this.#document = new MeetingDocument(doc);
		return this.#document;
	}

	progress(): Progress {
		return this.document.progress();
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

	/** True while the room must stay loaded though nobody is in it. */
	get mustStay(): boolean {
		return this.#firstLook !== undefined || this.#parking !== undefined;
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
		const at = this.progress();
		const before = this.#seen?.stage;
		this.#seen = { state: at.state, stage: stageOf(at) };
		this.#watchForLeaving();
		if (this.room.sealed || before === this.#seen.stage || at.state === 'draft') return;
		if (at.state === 'closed') this.#finish();
		else void this.settle();
	}

	/** From the close on the document stands still, or what is typed meanwhile would miss the rows. */
	#finish(): void {
		this.room.freeze();
		void this.settle();
	}

	async #settleNow(): Promise<void> {
		if (this.room.sealed) return;
		const closing = this.progress().state === 'closed';
		// What was said on other nodes before they heard of the close is on its way here.
		if (closing && this.room.neighbours) await pause(otherNodesFreezeMs);
		await this.room.written;
		// A database that is away for a moment must not leave a closed meeting unsettled.
		for (let attempt = 1; ; attempt += 1) {
			try {
				const outcome = await this.#settleUnderLease(closing);
				if (outcome === 'done' || (outcome === 'kept' && !closing)) break;
				if (await this.#isSealed()) break;
				if (attempt >= attempts) throw new Error('A meeting could not be settled');
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
		const settle = (queries: Queries) =>
			settleMeeting(queries, this.id, settledContent(this.document, Date.now()), lease);
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
		if (this.#seen?.state !== 'live' || this.room.presentPeople().size > 0)
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
		if (this.room.presentPeople().size > 0 || this.progress().state !== 'live') return;
		const event: MeetingEvent = { type: 'parked', at: Date.now(), by: null };
		if (lease !== 'kept') this.document.record(event);
		this.#onUnneeded();
	}

	#stopParking(): void {
		clearTimeout(this.#parking);
		this.#parking = undefined;
	}
}

/** What settling waits for: the segment the meeting is in, and its state. */
function stageOf(at: Progress): string {
	return `${at.state} ${at.segment?.id ?? ''}`;
}
