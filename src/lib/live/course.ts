import * as v from 'valibot';
import type * as Y from 'yjs';
import { progress, type MeetingEvent, type Progress } from '#lib/meeting/progress.ts';

const finite = v.pipe(v.number(), v.finite());
const person = { at: finite, by: v.nullable(v.string()) };
const Event: v.GenericSchema<unknown, MeetingEvent> = v.variant('type', [
	v.object({ ...person, type: v.literal('started'), segment: v.nullable(v.string()) }),
	v.object({
		...person,
		type: v.literal('entered'),
		from: v.nullable(v.string()),
		to: v.string()
	}),
	v.object({ ...person, type: v.literal('paused') }),
	v.object({ ...person, type: v.literal('resumed') }),
	v.object({ ...person, type: v.literal('extended'), target: v.string(), by_ms: finite }),
	v.object({ ...person, type: v.literal('chair taken'), from: v.nullable(v.string()) }),
	v.object({
		...person,
		type: v.literal('item opened'),
		from: v.nullable(v.string()),
		item: v.string()
	}),
	v.object({ ...person, type: v.literal('item left'), item: v.string() }),
	v.object({ ...person, type: v.literal('rating called') }),
	v.object({ ...person, type: v.literal('parked') }),
	v.object({ ...person, type: v.literal('unparked') }),
	v.object({ ...person, type: v.literal('closed'), passed: finite })
]);

/** The events that move a live document on: its clock, its chair, and where it is. */
export class Course {
	#events: Y.Array<unknown>;

	constructor(events: Y.Array<unknown>) {
		this.#events = events;
	}

	events(): MeetingEvent[] {
		return this.#events.toArray().flatMap((event) => {
			const parsed = v.safeParse(Event, event);
			return parsed.success ? [parsed.output] : [];
		});
	}

	record(event: MeetingEvent): void {
		this.#events.push([event]);
	}

	/** Calls back after each change of the events; `isOurs` when it was made in this window. */
	observe(update: (isOurs: boolean) => void): () => void {
		const changed = (_: unknown, transaction: Y.Transaction) => update(transaction.local);
		this.#events.observe(changed);
		return () => this.#events.unobserve(changed);
	}

	/** @param plan how long each piece is meant to take, in milliseconds */
	progress(plan: (id: string) => number): Progress {
		return progress(this.events(), plan);
	}
}
