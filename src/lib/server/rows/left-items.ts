import type { LeftItem } from '#lib/scorecard/life.ts';
import type { Db } from './db.ts';

/**
 * The hot items of closed meetings that came of a metric or became part of one that did.
 *
 * @param since ISO date
 */
export async function listLeftItems(db: Db, team: string, since: string): Promise<LeftItem[]> {
	const { data } = await db.rpc('read_left_items', { of_team: team, since }).throwOnError();
	// The function makes them in this very shape; see supabase/migrations.
	return data as unknown as LeftItem[];
}

/**
 * Says for how many periods in a row a metric must be good after the resolution of a hot item. False
 * when the team has no such item in a closed meeting, or this person may not.
 */
export async function watchFor(
	db: Db,
	team: string,
	metric: string,
	item: string,
	periods: number
): Promise<boolean> {
	const { data } = await db
		.from('hot_items')
		.update({ watch_periods: periods })
		.match({ id: item, team_id: team, metric_id: metric })
		.select('id')
		.throwOnError();
	return data.length > 0;
}
