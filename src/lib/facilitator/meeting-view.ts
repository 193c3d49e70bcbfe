import { timesUndone } from '#lib/meeting/carry-over.ts';
import type { Course } from '#lib/meeting/forecast.ts';
import type { Outcome } from '#lib/meeting/outcome.ts';
import { firstName } from '#lib/meeting/person.ts';
import type { RoomRows } from '#lib/meeting/room-rows.ts';
import { readVoteKey } from '#lib/meeting/voting.ts';
import { writeReading, writeTarget } from '#lib/scorecard/number.ts';
import type { Line, MeetingView } from './notice.ts';
import type { Called } from './numbers-call.ts';

/** What the live document says, and who is here. */
export type Happening = {
	course: Course;
	outcomes: readonly Outcome[];
	lines: readonly Line[];
	/** The keys of the votes. */
	votes: Iterable<string>;
	present: ReadonlySet<string>;
};

type Rows = Pick<RoomRows, 'people' | 'actions' | 'history' | 'offers' | 'paces'> & RowsWithNumbers;
type RowsWithNumbers = Pick<RoomRows, 'nominations' | 'metrics'>;

/**
 * Puts what happens in a meeting beside what its rows remember.
 *
 * @param today ISO date
 */
export function meetingView(happening: Happening, rows: Rows, today: string): MeetingView {
	const { course, outcomes, lines, votes, present } = happening;
	const open = rows.actions.filter(({ doneAt }) => doneAt === null);
	const nameOf = (person: string) =>
		firstName(rows.people.find(({ id }) => id === person)?.name ?? 'Somebody');
	return {
		...course,
		outcomes,
		lines,
		votes: [...votes].map((key) => readVoteKey(key).person),
		people: rows.people
			.filter(({ current, role }) => current && role !== 'observer')
			.map(({ id, name }) => ({
				id,
				name,
				openActions: open.filter(({ owner }) => owner === id).length
			})),
		present,
		memory: {
			...rows.history,
			promises: open.map(({ id, title, owner, reviews }) => ({
				id,
				title,
				ownerName: owner ? nameOf(owner) : null,
				timesUndone: timesUndone(reviews)
			}))
		},
		called: calledBy(rows),
		offered: new Set(rows.offers.flatMap(({ item }) => item.metric ?? [])),
		paces: rows.paces,
		today
	};
}

/** What the numbers nominate, each as the title of the hot item it would be. */
export function calledBy({ nominations, metrics }: RowsWithNumbers): Called[] {
	return nominations
		.filter(({ kind }) => kind === 'hot')
		.flatMap(({ metric: id, reasons }): Called[] => {
			const row = metrics.find(({ metric }) => metric.id === id);
			const [reason] = reasons;
			if (!row || !reason) return [];
			const { metric, newest } = row;
			const target = writeTarget(metric);
			const title = newest
				? `${metric.name} at ${writeReading(newest.value, metric)}${target ? `, ${target}` : ''}`
				: `${metric.name} has no reading`;
			return [{ metric: id, title, rule: reason.rule, why: reason.words }];
		});
}
