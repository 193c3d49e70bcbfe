import type { Held } from '#lib/coaching/report.ts';
import { minutes } from '#lib/meeting/timebox.ts';
import type { Db } from './db.ts';

/** Three months of weekly meetings. */
const mostMeetings = 13;

/** What the pacing reports of the last closed meetings are made from, the newest last. */
export async function listHeld(db: Db, team: string): Promise<Held[]> {
	const { data } = await db
		.from('meetings')
		.select(
			'id, number, occurs_on, starts_at, opened_at, closed_at, minutes, agenda_segments(title, planned_minutes, spent_ms, position), hot_items(wants, state, spent_ms, raised_by), decisions(captured_by), action_items(captured_by), insights(captured_by), risks(captured_by), notes(author_id), attendances(person_id), meeting_ratings(rating, improvement)'
		)
		.eq('team_id', team)
		.eq('state', 'closed')
		.order('starts_at', { ascending: false })
		.limit(mostMeetings)
		.throwOnError();
	return data
		.flatMap((row): Held[] => {
			if (!row.opened_at || !row.closed_at) return [];
			const acts = [
				...[row.decisions, row.action_items, row.insights, row.risks]
					.flat()
					.map(({ captured_by }) => captured_by),
				...row.hot_items.map(({ raised_by }) => raised_by),
				...row.notes.map(({ author_id }) => author_id)
			];
			return [
				{
					id: row.id,
					number: row.number,
					on: row.occurs_on,
					startsAt: row.starts_at,
					openedAt: row.opened_at,
					closedAt: row.closed_at,
					minutes: row.minutes,
					segments: row.agenda_segments
						.toSorted((one, other) => one.position - other.position)
						.map(({ title, planned_minutes, spent_ms }) => ({
							title,
							planned: planned_minutes,
							took: whole(spent_ms)
						})),
					items: row.hot_items
						.filter(({ state }) => state !== 'merged')
						.map(({ wants, state, spent_ms }) => ({
							wants: wants === 'fact-finding' ? 'fact-finding' : 'resolution',
							state,
							took: whole(spent_ms)
						})),
					decisions: row.decisions.length,
					acts: row.attendances.map(
						({ person_id }) => acts.filter((person) => person === person_id).length
					),
					ratings: row.meeting_ratings.map(({ rating }) => rating),
					improvements: row.meeting_ratings
						.map(({ improvement }) => improvement.trim())
						.filter(Boolean)
						.toSorted()
				}
			];
		})
		.toReversed();
}

const whole = (ms: number) => Math.round(Number(ms) / minutes(1));
