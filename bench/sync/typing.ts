import { numbersFrom } from './documents.ts';
import type { Member, Room } from './room.ts';
import { Samples } from './samples.ts';

const turns = 32_768;
const updateMs = 200;
/** One update in eight moves something instead. */
const moveEvery = 8;
const presenceMs = 500;
const heartbeatMs = 15_000;

type Plan = { what: 'update' | 'presence'; member: Member; of: number; count: number; due: number };

/**
 * The load of a room: whoever types sends five updates and two carets a second, the others their
 * heartbeat. It is an open loop: what is sent follows a plan and never waits, so that a slow server
 * cannot slow its own load down. The plan is the same for every server.
 */
export class Typing {
	sent = 0;
	/** How late things were sent: when this grows, the generator is what is measured. */
	readonly lag = new Samples();
	#wheel = Array.from({ length: turns }, (): Plan[] => []);
	#random = numbersFrom(42);
	#at = 0;
	#begun = 0;
	#isRunning = false;

	start(rooms: readonly Room[]): void {
		const now = performance.now();
		if (!this.#isRunning) this.#at = Math.floor(now);
		for (const room of rooms) {
			room.typing = ++this.#begun;
			for (const member of room.members) {
				if (member.typist) this.#begin('update', member, now);
				this.#begin('presence', member, now);
			}
		}
		if (this.#isRunning) return;
		this.#isRunning = true;
		this.#turn();
	}

	pause(rooms: readonly Room[]): void {
		for (const room of rooms) room.typing = 0;
	}

	stop(): void {
		this.#isRunning = false;
	}

	#begin(what: Plan['what'], member: Member, now: number): void {
		const due = now + 5 + this.#random() * periodOf(what, member);
		this.#plan({ what, member, of: member.room.typing, count: 0, due });
	}

	#plan(plan: Plan): void {
		// What is overdue comes next, not a whole lap later.
		const slot = Math.max(Math.floor(plan.due), this.#at + 1) % turns;
		this.#wheel[slot]!.push(plan);
	}

	#turn = (): void => {
		if (!this.#isRunning) return;
		while (this.#at <= performance.now() - 1) {
			const slot = this.#at % turns;
			const plans = this.#wheel[slot]!;
			if (plans.length > 0) {
				this.#wheel[slot] = [];
				for (const plan of plans) this.#follow(plan);
			}
			this.#at += 1;
		}
		setTimeout(this.#turn, 1);
	};

	#follow(plan: Plan): void {
		if (plan.due > this.#at + 1) return this.#plan(plan);
		const { member, what } = plan;
		if (member.room.typing !== plan.of || member.isGone) return;
		this.lag.add(performance.now() - plan.due);
		plan.count += 1;
		if (what === 'presence') member.showWhereItIs();
		else {
			this.sent += 1;
			if (plan.count % moveEvery === 0) member.move();
			else member.type();
		}
		plan.due += periodOf(what, member) * (0.7 + 0.6 * this.#random());
		this.#plan(plan);
	}
}

function periodOf(what: Plan['what'], { typist }: Member): number {
	if (what === 'update') return updateMs;
	return typist ? presenceMs : heartbeatMs;
}
