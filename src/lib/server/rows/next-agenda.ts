import { draftAgenda, type AgendaLine } from '#lib/facilitator/next-agenda.ts';
import { timesUndone } from '#lib/meeting/carry-over.ts';
import type { Db } from './db.ts';
import { meetingColumns, toMeeting } from './meetings.ts';
import { loadRoom } from './room.ts';

/**
 * Next time's agenda of a series as the rules draft it, and where its room is; undefined when no
 * meeting is planned, or this person sees no drafts. `today` is an ISO date.
 */
export async function draftNextAgenda(
	db: Db,
	series: string,
	today: string
): Promise<{ room: string; segments: AgendaLine[]; items: AgendaLine[] } | undefined> {
	const { data: next } = await db
		.from('meetings')
		.select(meetingColumns)
		.eq('series_id', series)
		.eq('state', 'draft')
		.gte('occurs_on', today)
		.order('starts_at')
		.limit(1)
		.maybeSingle()
		.throwOnError();
	const rows = next && (await loadRoom(db, next.id, today));
	if (!next || !rows) return undefined;
	const undone = rows.actions
		.filter(({ doneAt }) => doneAt === null)
		.map(({ title, reviews }) => ({ title, times: timesUndone(reviews) }))
		.filter(({ times }) => times >= 2);
	return {
		room: `/m/${next.id}/live`,
		...draftAgenda(toMeeting(next).steps, rows.offers, undone, rows.paces)
	};
}
