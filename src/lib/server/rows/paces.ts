import { minutes } from '#lib/meeting/timebox.ts';
import type { Db } from './db.ts';

/** So many meetings back a habit is looked for. */
const mostMeetings = 5;

/** How long the segments of the last closed meetings of a series took, the newest first. */
export async function listPaces(
	db: Db,
	{ id, series_id: series }: { id: string; series_id: string }
): Promise<{ title: string; minutes: number }[]> {
	const { data } = await db
		.from('meetings')
		.select('agenda_segments(title, spent_ms, position)')
		.eq('series_id', series)
		.eq('state', 'closed')
		.neq('id', id)
		.order('starts_at', { ascending: false })
		.limit(mostMeetings)
		.throwOnError();
	return data.flatMap(({ agenda_segments }) =>
		agenda_segments.map(({ title, spent_ms }) => ({
			title,
			minutes: Math.round(Number(spent_ms) / minutes(1))
		}))
	);
}
