import { addDays } from '#lib/calendar/day.ts';
import {
	missedMeetings,
	since,
	unanswered,
	type ClosedMeeting,
	type Question
} from '#lib/meeting/catch-up.ts';
import { stillToTell } from '#lib/meeting/telling.ts';
import { listOpenActions } from './actions.ts';
import type { Db } from './db.ts';
import { listAskedOf } from './mentions.ts';
import { countOutcomes } from './meeting-outcomes.ts';
import { loadScorecard } from './scorecard.ts';

const mostMeetings = 20;

/** What needs this person, and what they missed since their last visit. `today` is an ISO date. */
export async function loadCatchUp(db: Db, team: string, person: string, today: string, now: Date) {
	const [seen, joined, closed, actions, questions, asked, scorecard, toTell] = await Promise.all([
		db
			.from('catch_ups')
			.select('seen_until')
			.match({ team_id: team, person_id: person })
			.maybeSingle()
			.throwOnError(),
		findJoined(db, team, person),
		listClosedMeetings(db, team),
		listOpenActions(db, team),
		listQuestions(db, team, person),
		listAskedOf(db, team, person),
		loadScorecard(db, team, today),
		listToTell(db, team, person, today)
	]);
	const from = since(seen.data ? new Date(seen.data.seen_until).toISOString() : undefined, now);
	const joinedOn = joined ?? today;
	const missed = missedMeetings(closed, person, joinedOn, today);
	const news = closed.filter(({ closedAt }) => closedAt > from);
	const [decisions, counts] = await Promise.all([
		listDecisionsOf(
			db,
			missed.map(({ id }) => id)
		),
		countOutcomes(
			db,
			news.map(({ id }) => id)
		)
	]);
	return {
		since: seen.data ? from : undefined,
		missed: missed.map((meeting) => ({
			...meeting,
			decisions: decisions.filter((one) => one.meeting === meeting.id)
		})),
		actions: actions.filter(({ owner }) => owner === person),
		questions,
		asked,
		readings: scorecard.rows
			.filter(({ metric, isLate }) => metric.owner === person && isLate)
			.map(({ metric }) => ({ id: metric.id, name: metric.name })),
		toTell,
		news: news.map((meeting) => ({ ...meeting, counts: counts.get(meeting.id) }))
	};
}
export type CatchUp = Awaited<ReturnType<typeof loadCatchUp>>;

/** The meetings this person missed and has not signed off, the oldest first. */
export async function findMissed(
	db: Db,
	team: string,
	person: string,
	today: string
): Promise<ClosedMeeting[]> {
	const [closed, joined] = await Promise.all([
		listClosedMeetings(db, team),
		findJoined(db, team, person)
	]);
	return missedMeetings(closed, person, joined ?? today, today);
}

/** The day this person came into the team. */
async function findJoined(db: Db, team: string, person: string): Promise<string | undefined> {
	const { data } = await db
		.from('team_members')
		.select('joined_at')
		.match({ team_id: team, person_id: person })
		.maybeSingle()
		.throwOnError();
	return data?.joined_at.slice(0, 10);
}

/** Remembers that somebody has looked through everything until now. */
export async function caughtUp(db: Db, team: string, person: string, now: Date): Promise<void> {
	await db
		.from('catch_ups')
		.upsert({ team_id: team, person_id: person, seen_until: now.toISOString() })
		.throwOnError();
}

async function listClosedMeetings(db: Db, team: string): Promise<ClosedMeeting[]> {
	const { data } = await db
		.from('meetings')
		.select(
			'id, number, name, occurs_on, closed_at, attendances(person_id), recap_sign_offs(person_id)'
		)
		.eq('team_id', team)
		.eq('state', 'closed')
		.order('starts_at', { ascending: false })
		.limit(mostMeetings)
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		number: row.number,
		name: row.name,
		occursOn: row.occurs_on,
		closedAt: row.closed_at ? new Date(row.closed_at).toISOString() : '',
		there: row.attendances.map(({ person_id }) => person_id),
		signed: row.recap_sign_offs.map(({ person_id }) => person_id)
	}));
}

async function listDecisionsOf(db: Db, meetings: readonly string[]) {
	if (meetings.length === 0) return [];
	const { data } = await db
		.from('decisions')
		.select('id, title, owner_id, why, meeting_id')
		.in('meeting_id', [...meetings])
		.order('captured_at')
		.throwOnError();
	return data.map(({ id, title, owner_id, why, meeting_id }) => ({
		...{ id, title, why },
		owner: owner_id,
		meeting: meeting_id
	}));
}

/** Words that name this person, and answers where they said something, until they answer in turn. */
async function listQuestions(db: Db, team: string, person: string): Promise<Question[]> {
	const words = 'id, meeting_id, line_id, line_words, body, author_id, said_at, resolved_at';
	const [asked, mine] = await Promise.all([
		db
			.from('comment_mentions')
			.select(`recap_comments!inner(${words})`)
			.match({ team_id: team, person_id: person })
			.is('recap_comments.resolved_at', null)
			.throwOnError(),
		db
			.from('recap_comments')
			.select('line_id, said_at')
			.match({ team_id: team, author_id: person })
			.throwOnError()
	]);
	const lines = [...new Set(mine.data.map(({ line_id }) => line_id))];
	const answers =
		lines.length === 0
			? []
			: (
					await db
						.from('recap_comments')
						.select(words)
						.eq('team_id', team)
						.in('line_id', lines)
						.is('resolved_at', null)
						.throwOnError()
				).data;
	const found = [...asked.data.map(({ recap_comments: comment }) => comment), ...answers].filter(
		({ author_id }) => author_id !== person
	);
	return unanswered(
		[...new Map(found.map((comment) => [comment.id, comment])).values()]
			.map((comment) => ({
				id: comment.id,
				meeting: comment.meeting_id,
				line: comment.line_id,
				lineWords: comment.line_words,
				body: comment.body,
				author: comment.author_id,
				at: new Date(comment.said_at).toISOString()
			}))
			.toSorted((one, other) => (one.at < other.at ? -1 : 1)),
		mine.data.map(({ line_id, said_at }) => ({
			line: line_id,
			at: new Date(said_at).toISOString()
		}))
	);
}

async function listToTell(db: Db, team: string, person: string, today: string) {
	const [messages, told] = await Promise.all([
		db
			.from('cascade_messages')
			.select('id, body, audience, teller_id, meeting_id, meetings!inner(occurs_on, state)')
			.eq('team_id', team)
			.eq('meetings.state', 'closed')
			.gte('meetings.occurs_on', addDays(today, -21))
			.throwOnError(),
		db
			.from('told_teams')
			.select('message_id')
			.match({ team_id: team, person_id: person })
			.throwOnError()
	]);
	return stillToTell(
		messages.data.map((row) => ({
			id: row.id,
			body: row.body,
			audience: row.audience,
			teller: row.teller_id,
			meeting: row.meeting_id,
			on: row.meetings.occurs_on
		})),
		new Set(told.data.map(({ message_id }) => message_id)),
		person,
		today
	);
}
