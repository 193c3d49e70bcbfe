import type { SettledContent } from '#lib/live/settled-content.ts';
import type { Queries } from '../database/database.ts';
import type { Lease } from '../sync/leases.ts';

/**
 * Turns the document into rows. False when the meeting was closed before, or is gone.
 *
 * @param lease the right of this node to do it, left out where there is no live document
 * @throws when that lease is not this node's any more
 */
export async function settleMeeting(
	database: Queries,
	meeting: string,
	content: SettledContent,
	lease?: Lease
): Promise<boolean> {
	const parameters = [meeting, JSON.stringify(content)];
	const [row] = await (lease
		? database.query<{ settled: boolean }>(
				'select private.settle_meeting($1::uuid, $2::text::jsonb, $3::uuid, $4::bigint) as settled',
				[...parameters, lease.node, lease.epoch]
			)
		: database.query<{ settled: boolean }>(
				'select private.settle_meeting($1::uuid, $2::text::jsonb) as settled',
				parameters
			));
	return row?.settled ?? false;
}
