import * as v from 'valibot';
import type { Db } from './db.ts';

export const meetingStates = ['draft', 'live', 'parked', 'closed', 'cancelled'] as const;
const State = v.picklist(meetingStates);
export type MeetingState = v.InferOutput<typeof State>;

export type Meeting = {
	id: string;
	team: string;
	series: string;
	number: number;
	state: MeetingState;
	/** The day in the series' zone, and the instant; they part when a meeting is moved. */
	occursOn: string;
	startsAt: string;
	minutes: number;
	name: string;
	place: string;
	facilitator: string | null;
	chair: string | null;
	/** Title of the segment a live meeting is in. */
	runningSegment: string | null;
	openedAt: string | null;
	closedAt: string | null;
	ratingsRevealed: boolean;
	/** The agenda it was made with. */
	steps: AgendaStep[];
};

const Step = v.object({ title: v.string(), minutes: v.number() });
export type AgendaStep = v.InferOutput<typeof Step>;
const Steps = v.fallback(v.array(Step), []);

export const meetingColumns =
	'id, team_id, series_id, number, state, occurs_on, starts_at, minutes, name, place, facilitator_id, chair_id, running_segment, opened_at, closed_at, ratings_revealed_at, steps';

type Row = {
	id: string;
	team_id: string;
	series_id: string;
	number: number;
	state: string;
	occurs_on: string;
	starts_at: string;
	minutes: number;
	name: string;
	place: string;
	facilitator_id: string | null;
	chair_id: string | null;
	running_segment: string | null;
	opened_at: string | null;
	closed_at: string | null;
	ratings_revealed_at: string | null;
	steps: unknown;
};

export function toMeeting(row: Row): Meeting {
	return {
		id: row.id,
		team: row.team_id,
		series: row.series_id,
		number: row.number,
		state: v.parse(State, row.state),
		occursOn: row.occurs_on,
		startsAt: new Date(row.starts_at).toISOString(),
		minutes: row.minutes,
		name: row.name,
		place: row.place,
		facilitator: row.facilitator_id,
		chair: row.chair_id,
		runningSegment: row.running_segment,
		openedAt: row.opened_at && new Date(row.opened_at).toISOString(),
		closedAt: row.closed_at && new Date(row.closed_at).toISOString(),
		ratingsRevealed: row.ratings_revealed_at !== null,
		steps: v.parse(Steps, row.steps)
	};
}

/** One meeting, or undefined when there is none that this person may see. */
export async function findMeeting(db: Db, id: string): Promise<Meeting | undefined> {
	if (!v.is(v.pipe(v.string(), v.uuid()), id)) return undefined;
	const { data } = await db
		.from('meetings')
		.select(meetingColumns)
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	return data ? toMeeting(data) : undefined;
}

/** What is planned, runs or waits to be resumed, the earliest first. */
export async function listAhead(db: Db, team: string): Promise<Meeting[]> {
	const { data } = await db
		.from('meetings')
		.select(meetingColumns)
		.eq('team_id', team)
		.in('state', ['draft', 'live', 'parked', 'cancelled'])
		.order('starts_at')
		.throwOnError();
	return data.map(toMeeting);
}

/** Closed meetings, the latest first. */
export async function listClosed(db: Db, team: string, count: number): Promise<Meeting[]> {
	const { data } = await db
		.from('meetings')
		.select(meetingColumns)
		.eq('team_id', team)
		.eq('state', 'closed')
		.order('starts_at', { ascending: false })
		.limit(count)
		.throwOnError();
	return data.map(toMeeting);
}

type Change = { startsAt?: string; minutes?: number; state?: 'draft' | 'cancelled' };

/**
 * Moves, cancels or restores a meeting that has not begun. False when there is no such meeting,
 * or it has begun, or this person may not.
 */
export async function changeMeeting(
	db: Db,
	team: string,
	id: string,
	{ startsAt, minutes, state }: Change
): Promise<boolean> {
	const { data } = await db
		.from('meetings')
		.update({
			...(startsAt && { starts_at: startsAt }),
			...(minutes && { minutes }),
			...(state && { state })
		})
		.eq('team_id', team)
		.eq('id', id)
		.in('state', ['draft', 'cancelled'])
		.select('id')
		.throwOnError();
	return data.length > 0;
}
