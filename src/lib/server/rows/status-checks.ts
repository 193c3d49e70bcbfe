import type { Db } from './db.ts';

/** How an owner called it in a meeting, and on which day. */
export type Call = { onTrack: boolean; meeting: string; on: string };

/** The last call on each priority and objective of a team, by their ids. */
export async function listLastCalls(db: Db, team: string): Promise<Map<string, Call>> {
	const { data } = await db
		.from('status_checks')
		.select('subject_id, on_track, meeting_id, meetings(occurs_on)')
		.eq('team_id', team)
		.throwOnError();
	const calls = data
		.map((row) => ({
			subject: row.subject_id,
			call: { onTrack: row.on_track, meeting: row.meeting_id, on: row.meetings?.occurs_on ?? '' }
		}))
		.toSorted((one, other) => (one.call.on < other.call.on ? -1 : 1));
	return new Map(calls.map(({ subject, call }) => [subject, call]));
}
