import * as Y from 'yjs';
import type { LiveDocument } from './live-document.ts';
import type { NodeMessage, SaidElsewhere } from './node-message.ts';
import type { Nodes } from './nodes.ts';
import type { Presence } from './presence.ts';

/** How long another node may take to store what it passed on, before this one does it too. */
const adoptAfterMs = 4000;
/** So often a node says how far it is after the last change; each of them may be lost. */
const statesAfterChange = 5;

/** What a room lets its neighbours do. */
export type SharedRoom = {
	readonly name: string;
	readonly document: LiveDocument;
	readonly presence: Presence;
	/**
	 * Takes an update that another node passed on; call what it answers when the database has it.
	 * Nothing to call means that it was here already, or hangs on something that is not.
	 */
	takeFromNode(update: Uint8Array): (() => void) | 'known' | 'lacks something';
	/** Writes what came from elsewhere into the log, in case nobody else does. */
	store(update: Uint8Array, written: () => void): void;
	takePresence(node: string, said: SaidElsewhere[]): void;
	/** Everybody on a node, or these of them, are not in the room any more. */
	forgetPeopleOf(node: string, clients?: Set<number>): void;
	seal(): void;
};

type Passed = { update: Uint8Array; at: number; written: () => void };

/** What is known of a room on one other node. */
type Neighbour = {
	/** The number of the last update heard from it. */
	heard: number | undefined;
	/** By number: what it passed on and has not said to be stored. */
	unstored: Map<number, Passed>;
	/** How far it said to be, until this node is as far: questions and answers may be lost too. */
	ahead: { stateVector: Uint8Array; deleted: number } | undefined;
};

/**
 * A room as it is on other nodes: passes on what is said here, takes in what is said there, and
 * finds out within seconds when something was lost on the way.
 */
export class Neighbours {
	#room: SharedRoom;
	#nodes: Nodes;
	#stopListening: () => void;
	/** Updates passed on from here, and how many of them the database has. */
	#passed = 0;
	#stored = 0;
	#isSayingSaved = false;
	#known = new Map<string, Neighbour>();
	#toldVersion: number;
	#statesLeft = 0;

	constructor(room: SharedRoom, nodes: Nodes) {
		this.#room = room;
		this.#nodes = nodes;
		this.#toldVersion = room.document.version;
		this.#stopListening = nodes.listen(room.name, {
			ready: () => this.greet(),
			hear: (node, message) => this.#hear(node, message)
		});
	}

	/** Asks the others how far they are, and says how far this node is. */
	greet(): void {
		this.#say({ kind: 'hello' });
		this.#sayState();
		this.passPresence();
	}

	/** Passes on an update made here; call what it answers when the database has it. */
	pass(update: Uint8Array): () => void {
		this.#passed += 1;
		// At once: the connection itself writes what is said in one turn together.
		this.#say({ kind: 'update', number: this.#passed, update });
		return () => {
			this.#stored += 1;
			if (this.#isSayingSaved) return;
			this.#isSayingSaved = true;
			setImmediate(() => {
				this.#isSayingSaved = false;
				this.#say({ kind: 'saved', through: this.#stored });
			});
		};
	}

	/** Passes on where these people of ours are, or all of ours. */
	passPresence(clients?: Iterable<number>): void {
		const said = this.#room.presence.ours(clients).map(({ member, ...row }) => ({
			...row,
			person: member.visitor.person,
			mayWrite: member.access === 'write'
		}));
		if (said.length > 0) this.#say({ kind: 'presence', said });
	}

	passGone(client: number): void {
		this.#say({ kind: 'gone', clients: [client] });
	}

	passSealed(): void {
		this.#say({ kind: 'sealed' });
	}

	/** Every second or so: what was lost is noticed, and what a node left unstored is stored here. */
	beat(): void {
		const { version } = this.#room.document;
		if (version !== this.#toldVersion) this.#statesLeft = statesAfterChange;
		this.#toldVersion = version;
		if (this.#statesLeft > 0) this.#sayState();
		this.#statesLeft -= 1;
		const before = Date.now() - adoptAfterMs;
		for (const [node, neighbour] of this.#known) {
			this.#catchUp(node, neighbour);
			for (const [number, passed] of neighbour.unstored)
				if (passed.at < before) this.#adopt(neighbour.unstored, number, passed);
		}
	}

	/** A node is gone: nobody will say any more that what it passed on is stored. */
	lose(node: string): void {
		const neighbour = this.#known.get(node);
		if (!neighbour) return;
		for (const [number, passed] of neighbour.unstored)
			this.#adopt(neighbour.unstored, number, passed);
		this.#known.delete(node);
		this.#room.forgetPeopleOf(node);
	}

	stop(): void {
		this.#stopListening();
	}

	#hear(node: string, message: NodeMessage): void {
		const neighbour = this.#known.get(node) ?? {
			heard: undefined,
			unstored: new Map(),
			ahead: undefined
		};
		this.#known.set(node, neighbour);
		switch (message.kind) {
			case 'hello':
				this.#sayState();
				return this.passPresence();
			case 'update':
				return this.#take(node, neighbour, message);
			case 'saved':
				return settle(neighbour, message.through);
			case 'presence':
				return this.#room.takePresence(node, message.said);
			case 'gone':
				return this.#room.forgetPeopleOf(node, new Set(message.clients));
			case 'state':
				settle(neighbour, message.through);
				neighbour.ahead = message;
				return this.#catchUp(node, neighbour);
			case 'sealed':
				return this.#room.seal();
			case 'ask':
				if (message.of === this.#nodes.id) this.#answer(message.stateVector);
				return;
			case 'answer':
				return this.#takeAnswer(node, message.update);
		}
	}

	#take(
		node: string,
		neighbour: Neighbour,
		{ number, update }: { number: number; update: Uint8Array }
	): void {
		const isLost = neighbour.heard !== undefined && number > neighbour.heard + 1;
		neighbour.heard = number;
		const written = this.#room.takeFromNode(update);
		if (typeof written === 'function')
			neighbour.unstored.set(number, { update, at: Date.now(), written });
		if (isLost || written === 'lacks something') this.#ask(node);
	}

	/** What was asked for is stored here too: nobody says whether and when it was elsewhere. */
	#takeAnswer(node: string, update: Uint8Array): void {
		const written = this.#room.takeFromNode(update);
		if (typeof written === 'function') this.#room.store(update, written);
		else if (written === 'lacks something') this.#ask(node);
	}

	#adopt(unstored: Map<number, Passed>, number: number, { update, written }: Passed): void {
		unstored.delete(number);
		this.#room.store(update, written);
	}

	/** Asks a node that is ahead for what is lacking, each time it is looked at until it came. */
	#catchUp(node: string, neighbour: Neighbour): void {
		if (neighbour.ahead && this.#lacks(neighbour.ahead)) this.#ask(node);
		else neighbour.ahead = undefined;
	}

	#lacks(theirs: { stateVector: Uint8Array; deleted: number }): boolean {
		const { document } = this.#room;
		if (theirs.deleted > document.deleted) return true;
		return [...Y.decodeStateVector(theirs.stateVector)].some(
			([client, clock]) => clock > document.clockOf(client)
		);
	}

	#ask(of: string): void {
		this.#say({ kind: 'ask', of, stateVector: this.#room.document.encodeStateVector() });
	}

	#answer(stateVector: Uint8Array): void {
		this.#say({ kind: 'answer', update: this.#room.document.missingFrom(stateVector) });
	}

	#sayState(): void {
		const { document } = this.#room;
		this.#say({
			kind: 'state',
			stateVector: document.encodeStateVector(),
			deleted: document.deleted,
			through: this.#stored
		});
	}

	#say(message: NodeMessage): void {
		this.#nodes.say(this.#room.name, message);
	}
}

function settle({ unstored }: Neighbour, through: number): void {
	for (const [number, { written }] of unstored) {
		if (number > through) continue;
		unstored.delete(number);
		written();
	}
}
