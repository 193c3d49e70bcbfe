import { offers, toReview, type EarlierAction } from '#lib/meeting/carry-over.ts';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { RoomRows, RoomSubject } from '#lib/meeting/room-rows.ts';
import type { Db } from './db.ts';
import { findPublished } from './messages.ts';
import { listPeople } from './people.ts';
import { findRecallEnd } from './recall.ts';
import { loadScorecard } from './scorecard.ts';
import { findTeam } from './teams.ts';

/**
 * Everything the room shows beside its document, or undefined when there is no such meeting.
 * `today` is an ISO date.
 */
export async function loadRoom(db: Db, id: string, today: string): Promise<RoomRows | undefined> {
	const { data: meeting } = await db
		.from('meetings')
		.select(
			'id, team_id, series_id, number, name, state, starts_at, occurs_on, minutes, place, facilitator_id, ratings_revealed_at'
		)
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!meeting || meeting.state === 'cancelled') return undefined;

	const [team, people, scorecard, subjects, message, recallEnd, actions, left, ratings] =
		await Promise.all([
			findTeam(db, meeting.team_id),
			listPeople(db, meeting.team_id),
			loadScorecard(db, meeting.team_id, today),
			listSubjects(db, meeting.team_id, id),
			findPublished(db, meeting.team_id),
			findRecallEnd(db, meeting.team_id),
			listEarlierActions(db, meeting),
			listLeftItems(db, meeting),
			meeting.ratings_revealed_at ? listRatings(db, id) : null
		]);
	if (!team) return undefined;

	return {
		meeting: {
			id: meeting.id,
			number: meeting.number,
			name: meeting.name,
			state: meeting.state,
			startsAt: meeting.starts_at,
			minutes: meeting.minutes,
			place: meeting.place,
			facilitator: meeting.facilitator_id
		},
		team: { id: team.id, name: team.name, terms: team.terms },
		people,
		metrics: scorecard.rows,
		nominations: scorecard.nominations,
		held: scorecard.held,
		subjects,
		message: message ?? null,
		recallEnd: recallEnd ?? null,
		actions,
		offers: offers(left.items, meeting.occurs_on, left.continued),
		ratings
	};
}

async function listSubjects(db: Db, team: string, meeting: string): Promise<RoomSubject[]> {
	const columns = 'id, title, owner_id';
	const [priorities, objectives, checks] = await Promise.all([
		db
			.from('priorities')
			.select(columns)
			.eq('team_id', team)
			.is('ended_at', null)
			.order('position')
			.throwOnError(),
		db
			.from('objectives')
			.select(columns)
			.eq('team_id', team)
			.eq('state', 'accepted')
			.is('ended_at', null)
			.order('position')
			.throwOnError(),
		db
			.from('status_checks')
			.select('subject_id, on_track, meetings(starts_at)')
			.eq('team_id', team)
			.neq('meeting_id', meeting)
			.throwOnError()
	]);
	const latest = new Map<string, { at: string; onTrack: boolean }>();
	for (const check of checks.data) {
		const at = check.meetings?.starts_at ?? '';
		if (at >= (latest.get(check.subject_id)?.at ?? ''))
			latest.set(check.subject_id, { at, onTrack: check.on_track });
	}
	const subject =
		(kind: RoomSubject['subject']) =>
		(row: { id: string; title: string; owner_id: string | null }): RoomSubject => ({
			id: row.id,
			subject: kind,
			title: row.title,
			owner: row.owner_id,
			onTrackBefore: latest.get(row.id)?.onTrack ?? null
		});
	return [
		...priorities.data.map(subject('priority')),
		...objectives.data.map(subject('objective'))
	];
}

type MeetingRow = { id: string; team_id: string; series_id: string; starts_at: string };

async function listEarlierActions(db: Db, meeting: MeetingRow): Promise<EarlierAction[]> {
	const week = 7 * 86_400_000;
	const since = new Date(meeting.starts_at).getTime() - week;
	const { data } = await db
		.from('action_items')
		.select(
			'id, title, owner_id, due_on, done_at, captured_at, action_reviews(meeting_id, done, meetings(starts_at))'
		)
		.eq('team_id', meeting.team_id)
		.or(`meeting_id.is.null,meeting_id.neq.${meeting.id}`)
		.or(`done_at.is.null,done_at.gt.${new Date(since).toISOString()}`)
		.throwOnError();
	const actions = data.map((row) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		due: row.due_on,
		doneAt: row.done_at ? Date.parse(row.done_at) : null,
		reviews: row.action_reviews
			.filter((review) => review.meeting_id !== meeting.id)
			.map((review) => ({
				meeting: review.meeting_id,
				done: review.done,
				at: Date.parse(review.meetings?.starts_at ?? '') || 0
			}))
	}));
	return toReview(actions, since);
}

async function listLeftItems(db: Db, meeting: MeetingRow) {
	const [{ data: rows }, { data: taken }] = await Promise.all([
		db
			.from('hot_items')
			.select('*, meetings(starts_at, state)')
			.eq('series_id', meeting.series_id)
			.neq('meeting_id', meeting.id)
			.in('state', ['open', 'parked', 'fact-finding'])
			.throwOnError(),
		db
			.from('hot_items')
			.select('continues')
			.eq('series_id', meeting.series_id)
			.not('continues', 'is', null)
			.neq('meeting_id', meeting.id)
			.throwOnError()
	]);
	const items = rows
		.filter((row) => row.meetings?.state === 'closed' && row.meetings.starts_at < meeting.starts_at)
		.map((row): HotItem => ({
			id: row.id,
			title: row.title,
			question: row.question,
			kind: row.kind === 'opportunity' ? 'opportunity' : 'hot',
			wants: row.wants === 'fact-finding' ? 'fact-finding' : 'resolution',
			minutes: row.planned_minutes || 8,
			raisedBy: row.raised_by,
			raisedAt: 0,
			source: row.source,
			metric: row.metric_id,
			order: 'a0',
			state:
				row.state === 'parked' ? 'parked' : row.state === 'fact-finding' ? 'fact-finding' : 'open',
			watch: row.watch_periods,
			mergedInto: null,
			continues: null,
			factFinder: row.fact_finder_id,
			backBy: row.back_by
		}));
	return { items, continued: new Set(taken.flatMap((row) => row.continues ?? [])) };
}

async function listRatings(db: Db, meeting: string) {
	// In the order of the ratings themselves: the order of the rows would tell who voted first.
	const { data } = await db
		.from('meeting_ratings')
		.select('rating, improvement')
		.eq('meeting_id', meeting)
		.order('rating')
		.order('improvement')
		.throwOnError();
	return data;
}
