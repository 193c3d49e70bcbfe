import type { HeldBack, Nomination } from '#lib/scorecard/nominate.ts';
import type { ScorecardRow } from '#lib/scorecard/row.ts';
import type { Terms } from '#lib/team/terms.ts';
import type { EarlierAction, Offer } from './carry-over.ts';
import type { Person } from './person.ts';

/** A priority or objective, and how its owner called it in the last meeting that asked. */
export type RoomSubject = {
	id: string;
	subject: 'priority' | 'objective';
	title: string;
	owner: string | null;
	onTrackBefore: boolean | null;
};

export type RoomMessage = { what: string; why: string; how: string; howMuch: string };

/** What the room reads from rows; all that happens in the meeting is in its document. */
export type RoomRows = {
	meeting: {
		id: string;
		number: number;
		name: string;
		state: string;
		startsAt: string;
		minutes: number;
		place: string;
		facilitator: string | null;
	};
	team: { id: string; name: string; terms: Terms };
	people: Person[];
	metrics: ScorecardRow[];
	/** What the numbers ask the team to look at. */
	nominations: Nomination[];
	/** What the team is at already, or what is usual at this time of the year. */
	held: HeldBack[];
	subjects: RoomSubject[];
	/** The published version. */
	message: RoomMessage | null;
	/** When the recall round closes in which everybody writes it from memory (an instant). */
	recallEnd: string | null;
	actions: EarlierAction[];
	offers: Offer[];
	/** After the reveal: every rating, without names. */
	ratings: { rating: number; improvement: string }[] | null;
};
