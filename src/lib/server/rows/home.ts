import { reviewDue, type ReviewDue } from '#lib/learning/due.ts';
import { addDays, dayIn } from '#lib/calendar/day.ts';
import { nextMeeting } from '#lib/meeting/next-meeting.ts';
import { isTimeZone, occurrences } from '#lib/meeting/series.ts';
import type { ScorecardRow } from '#lib/scorecard/row.ts';
import { isCheckInAsked } from './check-ins.ts';
import { listOpenActions, type ActionItem } from './actions.ts';
import type { Db } from './db.ts';
import { countOutcomes, type OutcomeCounts } from './meeting-outcomes.ts';
import { listAhead, listClosed, type Meeting } from './meetings.ts';
import { listUnreviewed } from './learning.ts';
import { listAskedOf, type AskedOfMe } from './mentions.ts';
import { listPriorities, type Priority } from './priorities.ts';
import { listLastCalls, type Call } from './status-checks.ts';
import { loadScorecard } from './scorecard.ts';
import { findTimeZone } from './time-zone.ts';
import { listWaiting, type WaitingTrigger } from './triggers.ts';

/** A weekly meeting that is planned but has no draft this person may see. */
export type Appointment = { name: string; startsAt: string; minutes: number; place: string };

export type Home = {
	zone: string;
	today: string;
	next: Meeting | undefined;
	appointment: Appointment | undefined;
	/** My metrics. */
	metrics: ScorecardRow[];
	/** Triggers of readings that ask for my response. */
	waiting: WaitingTrigger[];
	/** What I am asked by name in comments on the message. */
	asked: AskedOfMe[];
	/** Whether this week's check-in waits for my confidence. */
	isCheckInAsked: boolean;
	/** Whether what was learned waits for a strategy review. */
	review: ReviewDue | undefined;
	actions: ActionItem[];
	priorities: (Priority & { call: Call | undefined })[];
	decided: Decided[];
	recaps: (Meeting & { counts: OutcomeCounts | undefined })[];
};

export type Decided = {
	id: string;
	title: string;
	owner: string | null;
	meeting: { id: string; occursOn: string };
};

const recapsShown = 3;
const decisionsShown = 4;
const daysLookedBack = 7;

/** What a person finds when they come in between two meetings. */
export async function findHome(db: Db, team: string, person: string, now: Date): Promise<Home> {
	const zone = await findTimeZone(db, person);
	const today = dayIn(zone, now);
	const [
		ahead,
		appointment,
		scorecard,
		waiting,
		actions,
		priorities,
		calls,
		decided,
		closed,
		isCheckInAskedOfMe,
		asked,
		unreviewed
	] = await Promise.all([
		listAhead(db, team),
		findAppointment(db, team, now),
		loadScorecard(db, team, today),
		listWaiting(db, team, person),
		listOpenActions(db, team),
		listPriorities(db, team),
		listLastCalls(db, team),
		listDecided(db, team, addDays(today, -daysLookedBack)),
		listClosed(db, team, recapsShown),
		isCheckInAsked(db, team, person, today),
		listAskedOf(db, team, person),
		listUnreviewed(db, team)
	]);
	const counts = await countOutcomes(
		db,
		closed.map(({ id }) => id)
	);
	const isMine = ({ owner }: { owner: string | null }) => owner === person;
	return {
		zone,
		today,
		review: reviewDue(unreviewed, today),
		next: nextMeeting(ahead, now.getTime()),
		appointment,
		metrics: scorecard.rows.filter(({ metric }) => isMine(metric)),
		waiting,
		asked,
		isCheckInAsked: isCheckInAskedOfMe,
		actions: actions.filter(isMine),
		priorities: priorities
			.filter((priority) => isMine(priority) && priority.endedAt === null)
			.map((priority) => ({ ...priority, call: calls.get(priority.id) })),
		decided,
		recaps: closed.map((meeting) => ({ ...meeting, counts: counts.get(meeting.id) }))
	};
}

/** When the weekly meeting comes next by its rhythm: observers see no drafts, but may know when. */
async function findAppointment(db: Db, team: string, now: Date): Promise<Appointment | undefined> {
	const { data } = await db
		.from('series')
		.select('name, weekday, starts_at, time_zone, minutes, place, starts_on')
		.eq('team_id', team)
		.is('ended_at', null)
		.throwOnError();
	const coming = data
		.filter((row) => isTimeZone(row.time_zone))
		.flatMap((row) => {
			const series = {
				weekday: row.weekday,
				startsAt: row.starts_at.slice(0, 5),
				timeZone: row.time_zone,
				everyWeeks: 1,
				startsOn: row.starts_on
			};
			const { name, minutes, place } = row;
			return occurrences(series, now.toISOString(), 1).map(({ startsAt }) => ({
				name,
				startsAt,
				minutes,
				place
			}));
		});
	return coming.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))[0];
}

async function listDecided(db: Db, team: string, since: string): Promise<Decided[]> {
	const { data } = await db
		.from('decisions')
		.select('id, title, owner_id, meeting_id, meetings(occurs_on)')
		.eq('team_id', team)
		.gte('captured_at', `${since}T00:00:00Z`)
		.order('captured_at', { ascending: false })
		.limit(decisionsShown)
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		meeting: { id: row.meeting_id, occursOn: row.meetings?.occurs_on ?? '' }
	}));
}
