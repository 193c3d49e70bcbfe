import type { HotItem } from './hot-item.ts';
import type { Pace } from './pacing.ts';

/** Something a meeting left behind; `segment`, `item` and `note` say where it came from. */
export type RecapOutcome = {
	id: string;
	title: string;
	/** For an insight, whoever captured it. */
	owner: string | null;
	/** An ISO instant. */
	at: string;
	segment: string | null;
	item: string | null;
	note: string | null;
};

export type RecapAction = RecapOutcome & {
	due: string | null;
	doneAt: string | null;
	/** Why it is not going to happen; empty otherwise. */
	droppedBecause: string;
};

export type RecapHotItem = Pick<
	HotItem,
	| 'id'
	| 'title'
	| 'question'
	| 'kind'
	| 'state'
	| 'raisedBy'
	| 'factFinder'
	| 'backBy'
	| 'mergedInto'
> & { plannedMinutes: number; actualMinutes: number };

export type RecapNote = {
	id: string;
	segment: string | null;
	item: string | null;
	body: string;
	author: string | null;
};

/** How an action of an earlier meeting stood. */
export type RecapReview = {
	id: string;
	title: string;
	owner: string | null;
	done: boolean;
	note: string;
};

/** How the owner of a priority or objective called it. */
export type RecapStatus = {
	id: string;
	subject: 'priority' | 'objective';
	title: string;
	owner: string | null;
	onTrack: boolean;
};

/** What the facilitator suggested to the room, and what became of it. */
export type RecapSuggestion = {
	words: string;
	source: 'rule' | 'ai';
	end: 'accepted' | 'dismissed';
	by: string | null;
	changed: string;
};

export type Recap = {
	/** The segments and hot items that are sealed, and all that hangs on them with them. */
	sealed: ReadonlySet<string>;
	segments: Pace[];
	decisions: RecapOutcome[];
	actions: RecapAction[];
	insights: RecapOutcome[];
	risks: RecapOutcome[];
	hotItems: RecapHotItem[];
	notes: RecapNote[];
	attendances: { person: string; arrivedAt: string; checkIn: string }[];
	reviews: RecapReview[];
	statuses: RecapStatus[];
	cascade: { id: string; audience: string; body: string; teller: string | null }[];
	/** Those somebody answered, in the order of the meeting. */
	suggestions: RecapSuggestion[];
	/** Without names; empty before the reveal. */
	ratings: number[];
	improvements: string[];
};

/** Where an outcome came from, by its name: the hot item, or the segment. */
export function origin(recap: Recap, { item, segment }: RecapOutcome): string {
	return (
		recap.hotItems.find(({ id }) => id === item)?.title ??
		recap.segments.find(({ id }) => id === segment)?.title ??
		''
	);
}

/** The notes of one segment or hot item, in the order they were written down. */
export function notesOf(recap: Recap, id: string): RecapNote[] {
	return recap.notes.filter(({ item, segment }) => (item ?? segment) === id);
}

/**
 * How a hot item ended, in a few words: who finds what out by when, that it was decided, or of which
 * other one it became part.
 */
export function ending(
	{ state, backBy }: RecapHotItem,
	words: { finder: string | null; back: string | null; whole?: string | undefined }
): string {
	switch (state) {
		case 'resolved':
			return 'Resolved';
		case 'fact-finding': {
			const who = words.finder ? `${words.finder} finds the facts` : 'Fact-finding';
			return backBy && words.back ? `${who}, back by ${words.back}` : who;
		}
		case 'parked':
			return 'Parked for the next meeting';
		case 'merged':
			return words.whole ? `Part of “${words.whole}”` : 'Part of another item';
		case 'dropped':
			return 'Dropped';
		case 'open':
			return 'Not reached';
	}
}
