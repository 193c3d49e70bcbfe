import type { SegmentKind } from '#lib/meeting/segment.ts';
import type { PersonKey } from './people.ts';
import type { PriorityKey } from './strategy.ts';

/**
 * What a line of the notes became. `due` is what people type, such as `fri` or `in 10 days`;
 * `done` is how many days after the meeting its owner finished it, left out while it is open.
 */
export type Leaves =
	| { decision: string; owner: PersonKey }
	| { action: string; owner: PersonKey; due: string; done?: number; key?: string }
	| { insight: string }
	| { risk: string; owner: PersonKey };

/** A line of the shared notes: who wrote it, what it says, and what it became. */
export type Line = [by: PersonKey, words: string, leaves?: Leaves];

export type StoryItem = {
	/** Names the item for a later meeting that goes on with it. */
	key?: string;
	continues?: string;
	title: string;
	question: string;
	kind?: 'opportunity';
	wants?: 'fact-finding';
	source?: string;
	/** The metric it was raised from, by its key. */
	metric?: string;
	raisedBy: PersonKey;
	minutes: number;
	votes: number;
};

export type ProcessedItem = StoryItem & {
	/** Whole and broken minutes the team took for it; 0 when it was not reached. */
	took: number;
	lines: readonly Line[];
	/** How it was left; fact-finding says who finds out, and within how many days. */
	left: 'resolved' | 'parked' | 'dropped' | 'open' | { factFinder: PersonKey; backIn: number };
};

/** One held meeting. Minutes of the hot items' segment follow from its items. */
export type Story = {
	number: number;
	chair: PersonKey;
	away: readonly PersonKey[];
	/** Minutes after the start. */
	late?: Partial<Record<PersonKey, number>>;
	/** Minutes each segment took. */
	took: Record<Exclude<SegmentKind, 'hot-items' | 'headlines' | 'discussion' | 'learning'>, number>;
	checkIns: Partial<Record<PersonKey, string>>;
	notes: Partial<Record<SegmentKind, readonly Line[]>>;
	items: readonly ProcessedItem[];
	/** Priorities and objectives whose owner said off track; the others were on track. */
	offTrack: { priorities: readonly PriorityKey[]; objectives: readonly string[] };
	/** Why a due action was not done, by its key. */
	slips?: Record<string, string>;
	told: readonly { audience: string; body: string; teller: PersonKey }[];
	ratings: Partial<Record<PersonKey, [rating: number, improvement?: string]>>;
};
