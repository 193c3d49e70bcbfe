import { MeetingDocument } from '#lib/live/meeting-document.ts';
import { settledContent } from '#lib/live/settled-content.ts';
import type { MeetingEvent, Progress } from '#lib/meeting/progress.ts';
import type { Database } from '../database/database.ts';
import { settleMeeting } from '../settle/settle-meeting.ts';
import type { Room } from './room.ts';

/**
 * What the server does for a live meeting: settles it at every change of segment and at the close,
 * seals it afterwards, and parks it when everybody has left. It never moves the meeting otherwise.
 */
export class MeetingRoom {
	readonly room: Room;
	readonly id: string;
	readonly team: string;
	readonly document: MeetingDocument;
	#database: Database;
	#parkAfterMs: number;
	#seen: string;
	#settling: Promise<void> = Promise.resolve();
	#parking: NodeJS.Timeout | undefined;
	#onFailure: (error: unknown) => void;
	#onParked: () => void;

	constructor(options: {
		room: Room;
		id: string;
		team: string;
		database: Database;
		parkAfterMs: number;
		onFailure: (error: unknown) => void;
		/** Called once nobody needs the room any more. */
		onParked: () => void;
	}) {
		this.room = options.room;
		this.id = options.id;
		this.team = options.team;
		this.document = new MeetingDocument(options.room.doc);
		this.#database = options.database;
		this.#parkAfterMs = options.parkAfterMs;
		this.#onFailure = options.onFailure;
		this.#onParked = options.onParked;
		this.#seen = stageOf(this.document.progress());
		this.document.observeEvents(() => this.#follow());
		// A close whose settling was cut off by a restart is finished now.
		if (!this.room.sealed && this.document.progress().state === 'closed') this.#finish();
		this.#watchForLeaving();
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
	get waitsToPark(): boolean {
		return this.#parking !== undefined;
	}

	get settled(): Promise<void> {
		return this.#settling;
	}

	stop(): void {
		clearTimeout(this.#parking);
		this.#parking = undefined;
	}

	#follow(): void {
		const stage = stageOf(this.document.progress());
		if (stage === this.#seen) return;
		this.#seen = stage;
		if (this.document.progress().state === 'closed') this.#finish();
		else void this.settle();
	}

	/** From the close on the document stands still, or what is typed meanwhile would miss the rows. */
	#finish(): void {
		this.room.freeze();
		void this.settle();
	}

	async #settleNow(): Promise<void> {
		if (this.room.sealed) return;
		const closing = this.document.progress().state === 'closed';
		await this.room.written;
		const content = settledContent(this.document, Date.now());
		// A database that is away for a moment must not leave a closed meeting unsettled.
		for (let attempt = 1; ; attempt += 1) {
			try {
				await settleMeeting(this.#database, this.id, content);
				break;
			} catch (error) {
				if (!closing || attempt >= 20) throw error;
				await new Promise((resolve) => setTimeout(resolve, Math.min(attempt * 250, 4000)));
			}
		}
		if (closing) this.room.seal();
	}

	#watchForLeaving(): void {
		const abandoned =
			this.room.presentPeople().size === 0 && this.document.progress().state === 'live';
		if (!abandoned) return this.stop();
		this.#parking ??= setTimeout(() => {
			this.#parking = undefined;
			if (this.room.presentPeople().size > 0) return;
			const event: MeetingEvent = { type: 'parked', at: Date.now(), by: null };
			this.document.record(event);
			this.#onParked();
		}, this.#parkAfterMs);
	}
}

/** What settling waits for: the segment the meeting is in, and its state. */
function stageOf(at: Progress): string {
	return `${at.state} ${at.segment?.id ?? ''}`;
}
