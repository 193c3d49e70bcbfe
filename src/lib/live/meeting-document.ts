import * as v from 'valibot';
import type * as Y from 'yjs';
import { HotItem } from '#lib/meeting/hot-item.ts';
import { Outcome } from '#lib/meeting/outcome.ts';
import type { MeetingEvent, Progress } from '#lib/meeting/progress.ts';
import { Segment } from '#lib/meeting/segment.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import { Course } from './course.ts';
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
	readonly #course: Course;

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.#course = new Course(doc.getArray('events'));
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
		return this.#course.events();
	}

	record(event: MeetingEvent): void {
		this.#course.record(event);
	}

	/** Calls back after each change of the events; `isOurs` when it was made in this window. */
	observeEvents(update: (isOurs: boolean) => void): () => void {
		return this.#course.observe(update);
	}

	progress(): Progress {
		return this.#course.progress((id) => this.plannedFor(id));
	}

	/** How long a segment or hot item is meant to take, in milliseconds. */
	plannedFor(id: string): number {
		return minutes(this.segments.get(id)?.minutes ?? this.items.get(id)?.minutes ?? 0);
	}
}
