import * as v from 'valibot';
import type * as Y from 'yjs';
import { Ask, Proposal } from '#lib/facilitator/proposal.ts';
import { Verdict } from '#lib/learning/verdict.ts';
import { HotItem } from '#lib/meeting/hot-item.ts';
import { Outcome } from '#lib/meeting/outcome.ts';
import type { MeetingEvent, Progress } from '#lib/meeting/progress.ts';
import { Seal } from '#lib/meeting/seal.ts';
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

/** Milliseconds that are a moment: what no calendar holds would keep a meeting from being settled. */
const Instant = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** How somebody answered what the facilitator suggested. */
export const SuggestionAnswer = v.object({
	answer: v.picklist(['accepted', 'dismissed']),
	by: v.string(),
	at: Instant,
	/** What was suggested, where everybody may see it; the rule falls silent once it is done. */
	words: v.optional(v.string(), ''),
	kind: v.optional(v.string(), ''),
	/** Who made it up: a rule, or a language model. */
	source: v.optional(v.picklist(['rule', 'ai']), 'rule'),
	/** What accepting it did, in a few words. */
	changed: v.optional(v.string(), '')
});
export type SuggestionAnswer = v.InferOutput<typeof SuggestionAnswer>;

/** That something was suggested in this meeting, so that it counts also when nobody answers. */
export const SuggestionShowing = v.object({
	kind: v.string(),
	at: Instant,
	words: v.optional(v.string(), ''),
	source: v.optional(v.picklist(['rule', 'ai']), 'rule')
});
export type SuggestionShowing = v.InferOutput<typeof SuggestionShowing>;

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
	/** Keyed by suggestion. */
	readonly suggested: Values<SuggestionAnswer>;
	/** What a model was asked, and what it proposes. */
	readonly asks: Records<Ask>;
	readonly proposals: Records<Proposal>;
	/** Keyed by suggestion; what only the chair is told, by its kind. */
	readonly shown: Values<SuggestionShowing>;
	/** Keyed by insight: what a strategy review made of it. */
	readonly verdicts: Values<Verdict>;
	/** Keyed by segment or hot item. */
	readonly seals: Values<Seal>;
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
		this.suggested = new Values(doc.getMap('suggested'), SuggestionAnswer);
		this.asks = new Records(doc.getMap('asks'), Ask);
		this.proposals = new Records(doc.getMap('proposals'), Proposal);
		this.verdicts = new Values(doc.getMap('verdicts'), Verdict);
		this.seals = new Values(doc.getMap('seals'), Seal);
		this.shown = new Values(doc.getMap('shown'), SuggestionShowing);
	}

	/** The shared notes of a segment or hot item. */
	notes(of: string): Y.XmlFragment {
		return this.doc.getXmlFragment(`notes:${of}`);
	}

	/** The segments and hot items that are sealed now. */
	sealed(): Set<string> {
		return new Set(
			[...this.seals.all()].flatMap(([place, { isSealed }]) => (isSealed ? place : []))
		);
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
