import type { Side } from './board.ts';
import { byRank } from './board.ts';
import type { Carry, Disposition } from './disposition.ts';
import { meanGrade, type Ambition, type Cause } from './grade.ts';
import type { OutcomeKind } from './outcome.ts';
import type { Confidence } from './room-rows.ts';

export type RecordedKeyResult = {
	id: string;
	title: string;
	unit: string;
	decimals: number;
	baseline: number;
	target: number;
	value: number | null;
	weight: number;
	grade: number | null;
	cause: Cause | null;
	why: string;
	checkedWeeks: number;
	confidence: Confidence;
	/** What was said of it; what becomes of it else follows from its objective. */
	carry: Carry | null;
};
export type RecordedObjective = {
	id: string;
	title: string;
	owner: string | null;
	ambition: Ambition;
	disposition: Disposition | null;
	reason: string;
	/** The objective of the next cycle that goes on with it. */
	next: string | null;
	keyResults: RecordedKeyResult[];
};
export type RecordedOutcome = {
	id: string;
	kind: OutcomeKind;
	title: string;
	owner: string | null;
	due: string | null;
	votes: number | null;
};
export type RecordedTheme = {
	id: string;
	side: Side;
	title: string;
	votes: number;
	cards: string[];
};

/** What a closed retrospective left behind. */
export type RetrospectiveRecord = {
	id: string;
	cycle: { id: string; name: string; startsOn: string; endsOn: string };
	headline: string;
	/** ISO time. */
	closedAt: string;
	form: number;
	writers: number;
	voters: number;
	/** How often each answer from 1 to 5 was given, by question; null when too few answered. */
	health: Record<string, number[]> | null;
	objectives: RecordedObjective[];
	outcomes: RecordedOutcome[];
	themes: RecordedTheme[];
};

/** The grade of each objective, and the mean of them all; ungraded ones are left out. */
export function gradeObjective({
	keyResults
}: Pick<RecordedObjective, 'keyResults'>): number | null {
	return meanGrade(keyResults);
}
export function averageGrade(
	objectives: readonly Pick<RecordedObjective, 'keyResults'>[]
): number | null {
	return meanGrade(
		objectives.map((objective) => ({ grade: gradeObjective(objective), weight: 1 }))
	);
}

/**
 * What the team said, in its own words: of each column the themes with most votes, at most two. What
 * nobody voted for is left out where anything has votes.
 */
export function inOurWords(themes: readonly RecordedTheme[], side: Side): string[] {
	const own = byRank(themes.filter((theme) => theme.side === side));
	const voted = own.filter(({ votes }) => votes > 0);
	return (voted.length > 0 ? voted : own).slice(0, 2).map(({ title }) => title);
}

/** Its headline, or, where nobody gave one, what is to be said in a line. */
export function headlineOf({
	headline,
	cycle
}: Pick<RetrospectiveRecord, 'headline' | 'cycle'>): string {
	return headline || `What we learned from ${cycle.name}`;
}
