import { createSubscriber } from 'svelte/reactivity';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { Connection, type ConnectionState } from './connection.ts';
import { couldBeEvent } from './could-be-event.ts';
import { Presence } from './presence.svelte.ts';
import { documentName, type Subject } from './protocol.ts';

export type OpenDocumentOptions = {
	/** Whoever looks: their id, and whether this is the projector. */
	person: string;
	display?: boolean;
	renewSession: () => Promise<boolean>;
	onRowsChanged: (kind: string) => void;
};

/** A browser that cannot open its copy keeps nobody out: what opens later is shared then. */
const copyAllowed = 1000;
const tickEvery = 250;
/** Everything is unsaved for a moment; from here on it is worth a word. */
const unsavedForMs = 3000;
/** Long enough to see that a button now says something else, in milliseconds. */
const settling = 700;
/** Every letter is saved before the next is typed: that all is saved is said once typing pauses. */
const savedAfter = 400;

/** A live document as components see it: its connection, the server's clock, and who is here. */
export class OpenDocument {
	readonly person: string;
	readonly doc = new Y.Doc();
	readonly connection: Connection;
	readonly presence: Presence;
	#unsavedSince = new Map<number, number>();
	#kept: IndexeddbPersistence | undefined;
	#loadedFromDevice = $state.raw(false);
	#wasOnDevice = false;
	#movedElsewhereAt = -Infinity;
	#connectionChanged: () => void = () => {};
	#readConnection: () => void;
	#tick: () => void;

	constructor(subject: Subject, options: OpenDocumentOptions) {
		this.person = options.person;
		const name = documentName(subject.kind, subject.id);
		if (!options.display) {
			// The browser's own copy, one per person, so that a shared computer keeps them apart.
			this.#kept = new IndexeddbPersistence(`drumbeat ${options.person} ${name}`, this.doc);
			void this.#kept.whenSynced.then(() => {
				this.#loadedFromDevice = true;
				this.connection.copyOpened();
				this.#wasOnDevice = this.hasContent;
			});
		}
		// The server then sends only what is missing here.
		const copyOpened = Promise.race([
			this.#kept?.whenSynced,
			new Promise((resolve) => setTimeout(resolve, copyAllowed))
		]);
		const unsavedKey = `drumbeat unsaved ${options.person} ${name}`;
		const { protocol, host } = location;
		this.connection = new Connection({
			url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync/${name}${options.display ? '?display' : ''}`,
			doc: this.doc,
			renewSession: async () => {
				const [isSignedIn] = await Promise.all([options.renewSession(), copyOpened]);
				return isSignedIn;
			},
			ownCopy: this.#kept,
			unsaved: {
				read: () => Number(localStorage.getItem(unsavedKey) ?? 0) || 0,
				write: (count) =>
					count > 0
						? localStorage.setItem(unsavedKey, String(count))
						: localStorage.removeItem(unsavedKey)
			},
			onRowsChanged: options.onRowsChanged,
			onChange: () => this.#connectionChanged()
		});
		this.presence = new Presence(this.connection.awareness, options.person);

		this.#readConnection = createSubscriber((update) => {
			let pause: ReturnType<typeof setTimeout>;
			let { unsaved } = this.connection.state;
			this.#connectionChanged = () => {
				const before = unsaved;
				({ unsaved } = this.connection.state);
				clearTimeout(pause);
				if (before > 0 && unsaved === 0) pause = setTimeout(update, savedAfter);
				else update();
			};
			return () => {
				clearTimeout(pause);
				this.#connectionChanged = () => {};
			};
		});
		this.#tick = createSubscriber((update) => {
			// On the server's quarter seconds, so that all devices turn the clock in the same instant.
			let timer: ReturnType<typeof setTimeout>;
			const tick = () => {
				update();
				timer = setTimeout(tick, tickEvery - (this.connection.clock.now() % tickEvery));
			};
			timer = setTimeout(tick, tickEvery);
			return () => clearTimeout(timer);
		});
	}

	get connectionState(): ConnectionState {
		this.#readConnection();
		return this.connection.state;
	}

	/** True when there is something to show: the server's copy, or this device's while it is away. */
	get isReady(): boolean {
		this.#readConnection();
		return this.connection.synced || (this.#loadedFromDevice && this.hasContent);
	}

	/** Somebody else moved it so shortly ago that a finger may be on its way to what was there before. */
	get hasJustMoved(): boolean {
		return performance.now() - this.#movedElsewhereAt <= settling;
	}

	/** Hears of each move. What comes while it is loaded moves nothing that anybody has seen. */
	protected heardMove = (isOurs: boolean): void => {
		const wasShown = this.connection.synced || this.#wasOnDevice;
		if (!isOurs && wasShown) this.#movedElsewhereAt = performance.now();
	};

	/** Whether this device's copy is more than an empty document. */
	protected get hasContent(): boolean {
		return true;
	}

	get canWrite(): boolean {
		const state = this.connectionState;
		if (state.state === 'refused') return false;
		return state.state !== 'connected' || state.readOnly === null;
	}

	/** Chair and clock need the others to be there: they wait for the connection. */
	get canSteer(): boolean {
		const state = this.connectionState;
		return state.state === 'connected' && state.readOnly === null;
	}

	/**
	 * Whether words of this device came too late for a closed document. Who only pressed a key of
	 * the chair in the same moment as somebody else has lost nothing.
	 */
	get isLate(): boolean {
		if (this.connectionState.unsaved === 0) return false;
		const { structs } = Y.decodeUpdate(this.connection.missing);
		return structs.some((struct) => struct instanceof Y.Item && !couldBeEvent(struct));
	}

	/** People of whom something is on this page that the database has not had for a while. */
	get unsavedPeople(): string[] {
		this.#tick();
		const now = performance.now();
		return this.presence.peopleWhose((client) => {
			if (this.connection.isDurable(client)) {
				this.#unsavedSince.delete(client);
				return false;
			}
			const since = this.#unsavedSince.get(client) ?? now;
			this.#unsavedSince.set(client, since);
			return now - since > unsavedForMs;
		});
	}

	/** The server's clock, in milliseconds; whoever reads it is redrawn four times a second. */
	get now(): number {
		this.#tick();
		return this.connection.clock.now();
	}

	stop(): void {
		this.presence.stop();
		this.connection.stop();
		void this.#kept?.destroy();
		this.doc.destroy();
	}

	/** Forgets this device's copy, once the server has everything. */
	async forget(): Promise<void> {
		await this.#kept?.clearData();
	}
}
