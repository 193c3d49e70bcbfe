import type { Db } from './db.ts';

/** The execution score of all priorities by week (its Monday), the oldest first; the last two years. */
export async function listHealthWeeks(
	db: Db,
	team: string
): Promise<{ week: string; score: number | null }[]> {
	const { data } = await db
		.from('health_snapshots')
		.select('week, score')
		.eq('team_id', team)
		.is('priority_id', null)
		.order('week', { ascending: false })
		.limit(104)
		.throwOnError();
	return data
		.map(({ week, score }) => ({ week, score: score === null ? null : Number(score) }))
		.toReversed();
}
