import { daysSince } from '#lib/calendar/day.ts';

/** A closed meeting, as somebody who may have missed it sees it. */
export type ClosedMeeting = {
	id: string;
	number: number;
	name: string;
	occursOn: string;
	/** An ISO instant. */
	closedAt: string;
	there: string[];
	signed: string[];
};

/** For how long a missed meeting is worth catching up on. */
const worthReading = 30; // days

/** The meetings somebody missed and has not signed off, the oldest first. */
export function missedMeetings(
	meetings: readonly ClosedMeeting[],
	person: string,
	joinedOn: string,
	today: string
): ClosedMeeting[] {
	return meetings
		.filter(
			({ there, signed, occursOn }) =>
				!there.includes(person) &&
				!signed.includes(person) &&
				occursOn >= joinedOn &&
				daysSince(occursOn, today) <= worthReading
		)
		.toSorted((one, other) => (one.occursOn < other.occursOn ? -1 : 1));
}

/** A word to somebody about a line of a recap. */
export type Question = {
	id: string;
	meeting: string;
	line: string;
	lineWords: string;
	body: string;
	author: string | null;
	/** An ISO instant. */
	at: string;
};

/** What waits for an answer: questions after which this person said nothing about the same line. */
export function unanswered(
	questions: readonly Question[],
	mine: readonly { line: string; at: string }[]
): Question[] {
	return questions.filter(
		(question) => !mine.some(({ line, at }) => line === question.line && at > question.at)
	);
}

/** What happened after somebody's last visit; without a visit, in the last fortnight. */
export function since(seenUntil: string | undefined, now: Date): string {
	return seenUntil ?? new Date(now.getTime() - 14 * 86_400_000).toISOString();
}
