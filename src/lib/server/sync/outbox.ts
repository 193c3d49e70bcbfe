import type { Member } from './member.ts';
import { pause } from './pace.ts';

/**
 * What a room has to say, collected for a moment and written to each member in one go. Changes go
 * out at the end of the turn in which they came. What nobody waits for, such as carets, travels
 * with the next change, or by itself after a while.
 */
export class Outbox {
	#members: Set<Member>;
	#frames: { bytes: Buffer; from: Member | undefined }[] = [];
	/** Makes the frame of something that travels along, when it is time. */
	#riders = new Map<() => Buffer | undefined, number>();
	#due: NodeJS.Immediate | NodeJS.Timeout | undefined;
	#alarm: NodeJS.Timeout | undefined;
	#alarmAt = Infinity;

	constructor(members: Set<Member>) {
		this.#members = members;
	}

	/** To everybody but the one it came from. */
	send(bytes: Buffer, from?: Member): void {
		this.#frames.push({ bytes, from });
		this.#due ??= pause() > 0 ? setTimeout(this.#flush, pause()) : setImmediate(this.#flush);
	}

	/** To everybody, within this time; asked for again before it left, it travels once. */
	sendAlong(rider: () => Buffer | undefined, withinMs: number): void {
		if (this.#riders.has(rider)) return;
		const at = Date.now() + withinMs;
		this.#riders.set(rider, at);
		if (this.#due || at >= this.#alarmAt) return;
		clearTimeout(this.#alarm);
		this.#alarmAt = at;
		this.#alarm = setTimeout(this.#flush, withinMs);
	}

	stop(): void {
		clearTimeout(this.#alarm);
		clearTimeout(this.#due as NodeJS.Timeout);
		clearImmediate(this.#due as NodeJS.Immediate);
	}

	#flush = (): void => {
		clearTimeout(this.#alarm);
		this.#alarmAt = Infinity;
		this.#due = undefined;
		for (const rider of this.#riders.keys()) {
			const bytes = rider();
			if (bytes) this.#frames.push({ bytes, from: undefined });
		}
		this.#riders.clear();
		const frames = this.#frames;
		if (frames.length === 0) return;
		this.#frames = [];
		const all = join(frames.map(({ bytes }) => bytes));
		const authors = new Set(frames.map(({ from }) => from));
		for (const member of this.#members) {
			if (!authors.has(member)) {
				member.write(all);
				continue;
			}
			const others = frames.filter(({ from }) => from !== member);
			if (others.length > 0) member.write(join(others.map(({ bytes }) => bytes)));
		}
	};
}

function join(frames: Buffer[]): Buffer {
	const [only] = frames;
	return only && frames.length === 1 ? only : Buffer.concat(frames);
}
