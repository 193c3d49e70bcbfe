import type { SettledContent } from '#lib/live/settled-content.ts';
import type { Database } from '../database/database.ts';

/** Turns the document into rows. False when the meeting was closed before, or is gone. */
export async function settleMeeting(
	database: Database,
	meeting: string,
	content: SettledContent
): Promise<boolean> {
	const [row] = await database.query<{ settled: boolean }>(
		'select private.settle_meeting($1::uuid, $2::text::jsonb) as settled',
		[meeting, JSON.stringify(content)]
	);
	return row?.settled ?? false;
}
