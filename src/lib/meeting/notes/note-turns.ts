import type { Announcements } from '#lib/ui/announcer.svelte.ts';
import type { ToastList } from '#lib/ui/toasts.svelte.ts';
import { capture, type Captured } from '../capture.ts';
import { firstName } from '../person.ts';
import type { Room } from '../room.svelte.ts';
import { showOutcome } from './show.ts';
import { isoDay, readAs, turnLine, type TurningLine, type TurnKind } from './turn-line.ts';

/** Makes outcomes and hot items from lines, and says what happened. */
export class NoteTurns {
	#room: Room;
	#announcer: Announcements;
	#toasts: ToastList;

	constructor(room: Room, announcer: Announcements, toasts: ToastList) {
		this.#room = room;
		this.#announcer = announcer;
		this.#toasts = toasts;
	}

	get today(): string {
		return isoDay(this.#room.live.connection.clock.now());
	}

	/** Turns a line into the kind somebody chose; true when something was made. */
	turn(line: TurningLine, kind: TurnKind): boolean {
		const captured = readAs(kind, line.text, this.#room.team, this.today);
		if (captured) return this.#make(line, captured);
		this.#announcer.announce('This line has no words yet.');
		return false;
	}

	/** Looks whether an ended line was typed as something; true when it was. */
	end(line: TurningLine): boolean {
		const captured = capture(line.text, this.#room.team, this.today);
		if (!captured) return false;
		this.#make(line, captured);
		return true;
	}

	#make(line: TurningLine, captured: Captured): boolean {
		const word = this.#room.heading(captured.kind);
		const { state, id } = turnLine(this.#room.live, line, captured);
		if (state === 'already') {
			this.#announcer.announce(`This line is already there as: ${word}.`);
			void showOutcome(this.#room, id);
			return false;
		}
		const mayOwn = captured.ownerCandidates.map(({ name }) => name).join(' or ');
		if (mayOwn) this.#toasts.show(`${word} recorded without an owner: ${mayOwn}?`);
		else if (captured.kind === 'hot item') this.#toasts.show(`${word} raised: ${captured.title}`);
		else this.#announcer.announce(`${word} recorded${ownedBy(captured)}: ${captured.title}`);
		return true;
	}
}

const ownedBy = ({ owner }: Captured) => (owner ? ` for ${firstName(owner.name)}` : '');
