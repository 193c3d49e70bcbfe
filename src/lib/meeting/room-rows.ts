import type { ReviewNomination } from '#lib/execution/risk-review.ts';
import type { HeldBack, Nomination } from '#lib/scorecard/nominate.ts';
import type { Learned } from '#lib/learning/register.ts';
import type { ScorecardRow } from '#lib/scorecard/row.ts';
import type { Serves } from '#lib/strategy/aim.ts';
import type { Terms } from '#lib/team/terms.ts';
import type { Absent } from './absent.ts';
import type { EarlierAction, Offer } from './carry-over.ts';
import type { DueDecision } from './decision.ts';
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

/** Items and decisions of earlier meetings; days are ISO dates. */
export type RoomHistory = {
	items: { id: string; text: string; on: string; outcome: string }[];
	decisions: { id: string; text: string; on: string }[];
};

/** The model this server can ask; tokens of this meeting, and of the workspace today. */
export type RoomAi = {
	/** Why it cannot be asked, in a sentence; empty when it can. */
	off: string;
	ofMeeting: { used: number; most: number };
	today: { used: number; most: number };
};

/** What is not suggested here, and why; kinds and keys as the facilitator has them. */
export type RoomSuggestions = {
	/** Turned off by this person. */
	offForMe: string[];
	/** Turned off by the team. */
	offForTeam: string[];
	/** Turned off by themselves, with how many of the last showings were accepted. */
	ofNoUse: { kind: string; accepted: number }[];
	/** Keys that were dismissed in an earlier meeting, and stay quiet for a while. */
	quiet: string[];
};

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
	/** Risks whose review is overdue. */
	reviews: ReviewNomination[];
	/** What pages between meetings offered to the next one. */
	proposals: { id: string; title: string; source: string }[];
	/** Who is away, and what they left for the meeting. */
	absent: Absent;
	/** Decisions whose day to be looked at again has come. */
	dueDecisions: DueDecision[];
	/** What the team is at already, or what is usual at this time of the year. */
	held: HeldBack[];
	subjects: RoomSubject[];
	/** What an action, a decision or a hot item can be said to serve. */
	aims: Serves[];
	/** The published version; nobody has it while everybody writes it from memory. */
	message: RoomMessage | null;
	/** When the recall round closes that runs now (an instant). */
	recallEnd: string | null;
	actions: EarlierAction[];
	offers: Offer[];
	/** What earlier meetings of the team were about, and what came of it. */
	history: RoomHistory;
	/** Assumptions the team holds. */
	assumptions: { id: string; title: string }[];
	/** Insights that no review has looked at, the oldest first. */
	learned: Learned[];
	suggestions: RoomSuggestions;
	/** How many whole minutes the segments of the last meetings took, the newest first. */
	paces: { title: string; minutes: number }[];
	/** After the reveal: every rating, without names. */
	ratings: { rating: number; improvement: string }[] | null;
	/** That a transcript of this meeting was brought, by whom and when (an instant). */
	transcript: { by: string | null; at: string } | null;
	/** Null where no model is set up. */
	ai: RoomAi | null;
};
