import { toReview as toReviewInsights } from '#lib/learning/register.ts';
import { offers, toReview, type EarlierAction } from '#lib/meeting/carry-over.ts';
import type { HotItem } from '#lib/meeting/hot-item.ts';
import type { RoomRows, RoomSubject } from '#lib/meeting/room-rows.ts';
import type { Aim } from '#lib/strategy/aim.ts';
import type { Db } from './db.ts';
import { listEarlierMatters } from './earlier-matters.ts';
import { listDueDecisions } from './decisions.ts';
import { listAssumptions, listLearned } from './learning.ts';
import { listAims, listServes } from './lineage.ts';
import { findPublished } from './messages.ts';
import { listPaces } from './paces.ts';
import { listPeople } from './people.ts';
import { findRecallEnd } from './recall.ts';
import { findAbsent } from './absences.ts';
import { listAgendaProposals } from './agenda-proposals.ts';
import { listReviews } from './risk-reviews.ts';
import { loadScorecard } from './scorecard.ts';
import { findSuggestionChoices } from './suggestions.ts';
import { findTeam } from './teams.ts';
import { findTranscript } from './transcripts.ts';

/**
 * Everything the room shows beside its document, or undefined when there is no such meeting.
 * `today` is an ISO date.
 */
export async function loadRoom(
	db: Db,
	id: string,
	today: string
): Promise<Omit<RoomRows, 'ai'> | undefined> {
	const { data: meeting } = await db
		.from('meetings')
		.select(
			'id, team_id, series_id, number, name, state, starts_at, occurs_on, minutes, place, facilitator_id, ratings_revealed_at'
		)
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!meeting || meeting.state === 'cancelled') return undefined;

	const served = listServes(db, meeting.team_id);
	const [
		team,
		people,
		scorecard,
		reviews,
		proposals,
		absent,
		dueDecisions,
		subjects,
		aims,
		message,
		recallEnd,
		actions,
		left,
		history,
		suggestions,
		paces,
		assumptions,
		learned,
		transcript,
		ratings
	] = await Promise.all([
		findTeam(db, meeting.team_id),
		listPeople(db, meeting.team_id),
		loadScorecard(db, meeting.team_id, today),
		listReviews(db, meeting.team_id, today),
		listAgendaProposals(db, meeting.team_id),
		findAbsent(db, id),
		listDueDecisions(db, meeting.team_id, meeting.occurs_on),
		listSubjects(db, meeting.team_id, id),
		listAims(db, meeting.team_id),
		findPublished(db, meeting.team_id),
		findRecallEnd(db, meeting.team_id),
		listEarlierActions(db, meeting, served),
		listLeftItems(db, meeting, served),
		listEarlierMatters(db, meeting),
		findSuggestionChoices(db, meeting.team_id, today),
		listPaces(db, meeting),
		listAssumptions(db, meeting.team_id),
		listLearned(db, meeting.team_id, mostLearned),
		findTranscript(db, id),
		meeting.ratings_revealed_at ? listRatings(db, id) : null
	]);
	if (!team) return undefined;
	const isRecalling = recallEnd !== undefined && Date.parse(recallEnd) > Date.now();
	/** What everybody writes from memory is in no room meanwhile. */
	const isKnown = (kind: string) => !isRecalling || kind !== 'priority';

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
		reviews: isRecalling ? [] : reviews,
		proposals: isRecalling ? [] : proposals,
		absent,
		dueDecisions,
		held: scorecard.held,
		subjects: subjects.filter(({ subject }) => isKnown(subject)),
		aims: aims.filter(({ kind }) => isKnown(kind)),
		message: isRecalling ? null : (message ?? null),
		recallEnd: isRecalling ? recallEnd : null,
		actions,
		offers: offers(left.items, meeting.occurs_on, left.continued, left.sealed),
		history,
		suggestions,
		paces,
		assumptions,
		learned: toReviewInsights(learned),
		transcript: transcript ? { by: transcript.by, at: transcript.at } : null,
		ratings
	};
}

/** Active priorities and objectives, and how their owners called them in the last meeting but for this one. */
export async function listSubjects(db: Db, team: string, meeting?: string): Promise<RoomSubject[]> {
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
			.select('subject_id, meeting_id, on_track, meetings(starts_at)')
			.eq('team_id', team)
			.throwOnError()
	]);
	const latest = new Map<string, { at: string; onTrack: boolean }>();
	for (const check of checks.data.filter((one) => one.meeting_id !== meeting)) {
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

/** So many insights a room looks at; a team with more that wait reviews too seldom. */
const mostLearned = 100;

/** What serves what, while it is read. */
type Served = Promise<ReadonlyMap<string, Aim>>;

async function listEarlierActions(
	db: Db,
	meeting: MeetingRow,
	serving: Served
): Promise<EarlierAction[]> {
	const week = 7 * 86_400_000;
	const since = new Date(meeting.starts_at).getTime() - week;
	const { data } = await db
		.from('action_items')
		.select(
			'id, title, owner_id, due_on, done_at, captured_at, sealed, action_reviews(meeting_id, done, meetings(starts_at))'
		)
		.eq('team_id', meeting.team_id)
		.or(`meeting_id.is.null,meeting_id.neq.${meeting.id}`)
		// What is not going to happen was ended with its reason; no meeting asks for it again.
		.eq('dropped_because', '')
		.or(`done_at.is.null,done_at.gt.${new Date(since).toISOString()}`)
		.throwOnError();
	const served = await serving;
	const actions = data.map((row) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		due: row.due_on,
		doneAt: row.done_at ? Date.parse(row.done_at) : null,
		serves: aimOf(served.get(row.id)),
		isSealed: row.sealed,
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

async function listLeftItems(db: Db, meeting: MeetingRow, serving: Served) {
	const [{ data: rows }, { data: taken }, served] = await Promise.all([
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
			.throwOnError(),
		serving
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
			backBy: row.back_by,
			serves: aimOf(served.get(row.id))
		}));
	return {
		items,
		continued: new Set(taken.flatMap((row) => row.continues ?? [])),
		sealed: new Set(rows.flatMap(({ id, sealed }) => (sealed ? id : [])))
	};
}

const aimOf = (serves: Aim | undefined) => (serves ? { kind: serves.kind, id: serves.id } : null);

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
