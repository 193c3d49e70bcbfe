import * as v from 'valibot';
import * as Y from 'yjs';
import { HotItem } from '#lib/meeting/hot-item.ts';
import { Outcome } from '#lib/meeting/outcome.ts';
import { progress, type MeetingEvent, type Progress } from '#lib/meeting/progress.ts';
import { Segment } from '#lib/meeting/segment.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { Records, Values } from './records.ts';

export const CascadeMessage = v.object({
	id: v.string(),
	audience: v.optional(v.string(), ''),
	body: v.optional(v.string(), ''),
	teller: v.nullish(v.string(), null),
	order: v.string()
});
export type CascadeMessage = v.InferOutput<typeof CascadeMessage>;

export const Review = v.object({
	done: v.boolean(),
	note: v.optional(v.string(), ''),
	by: v.nullish(v.string(), null)
});
export type Review = v.InferOutput<typeof Review>;

export const StatusCheck = v.object({
	subject: v.picklist(['priority', 'objective']),
	onTrack: v.boolean(),
	by: v.nullish(v.string(), null)
});
export type StatusCheck = v.InferOutput<typeof StatusCheck>;

export const Speaking = v.object({ person: v.string(), since: v.number() });
export type Speaking = v.InferOutput<typeof Speaking>;

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

/** The notes and questions people write before the meeting; they belong to no segment. */
export const preparation = 'prepare';

/** The names inside the document of a meeting. Nothing outside lib/live knows them. */
export class MeetingDocument {
	readonly doc: Y.Doc;
	readonly segments: Records<Segment>;
	readonly items: Records<HotItem>;
	readonly outcomes: Records<Outcome>;
	readonly cascade: Records<CascadeMessage>;
	/** Keyed `item:person`: a vote. */
	readonly votes: Values<boolean>;
	/** Keyed by person: when they raised their hand. */
	readonly hands: Values<number>;
	/** Keyed `now`: who has the floor. */
	readonly speaking: Values<Speaking>;
	/** Keyed by person: what they said in the check-in round. */
	readonly checkIns: Values<string>;
	/** Keyed by person: when they first came. */
	readonly arrivals: Values<number>;
	/** Keyed by action. */
	readonly reviews: Values<Review>;
	/** Keyed by priority or objective. */
	readonly statuses: Values<StatusCheck>;
	/** Keyed by person: that they have rated, never how. */
	readonly rated: Values<boolean>;
	readonly #events: Y.Array<unknown>;

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.#events = doc.getArray('events');
		this.segments = new Records(doc.getMap('segments'), Segment);
		this.items = new Records(doc.getMap('items'), HotItem);
		this.outcomes = new Records(doc.getMap('outcomes'), Outcome);
		this.cascade = new Records(doc.getMap('cascade'), CascadeMessage);
		this.votes = new Values(doc.getMap('votes'), v.boolean());
		this.hands = new Values(doc.getMap('hands'), v.number());
		this.speaking = new Values(doc.getMap('speaking'), Speaking);
		this.checkIns = new Values(doc.getMap('checkIns'), v.string());
		this.arrivals = new Values(doc.getMap('arrivals'), v.number());
		this.reviews = new Values(doc.getMap('reviews'), Review);
		this.statuses = new Values(doc.getMap('statuses'), StatusCheck);
		this.rated = new Values(doc.getMap('rated'), v.boolean());
	}

	/** The shared notes of a segment or hot item. */
	notes(of: string): Y.XmlFragment {
		return this.doc.getXmlFragment(`notes:${of}`);
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
	observeEvents(update: (isOurs: boolean) => void): () => void {
		const changed = (_: unknown, transaction: Y.Transaction) => update(transaction.local);
		this.#events.observe(changed);
		return () => this.#events.unobserve(changed);
	}

	progress(): Progress {
		return progress(this.events(), (id) => this.plannedFor(id));
	}

	/** How long a segment or hot item is meant to take, in milliseconds. */
	plannedFor(id: string): number {
		return minutes(this.segments.get(id)?.minutes ?? this.items.get(id)?.minutes ?? 0);
	}
}
