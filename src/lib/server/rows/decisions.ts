import { dueDecisions, type Decision, type DueDecision } from '#lib/meeting/decision.ts';
import type { Db } from './db.ts';

/** Three years of weekly meetings that decide three things each; the search finds what is older. */
const mostDecisions = 500;

/** What the team decided in closed meetings, the newest first. */
export async function listDecisions(db: Db, team: string): Promise<Decision[]> {
	const { data } = await db
		.from('decisions')
		.select(
			'id, title, owner_id, captured_at, why, rejected, review_on, supersedes, hot_item_id, meetings!inner(id, number, occurs_on, state)'
		)
		.eq('team_id', team)
		.eq('meetings.state', 'closed')
		.order('captured_at', { ascending: false })
		.order('id')
		.limit(mostDecisions)
		.throwOnError();
	const items = await listItems(
		db,
		data.flatMap(({ hot_item_id }) => hot_item_id ?? [])
	);
	return data.map(({ meetings: meeting, ...row }) => ({
		id: row.id,
		title: row.title,
		owner: row.owner_id,
		at: new Date(row.captured_at).toISOString(),
		meeting: { id: meeting.id, number: meeting.number, occursOn: meeting.occurs_on },
		from: items.get(row.hot_item_id ?? '') ?? null,
		why: row.why,
		rejected: row.rejected,
		reviewOn: row.review_on,
		supersedes: row.supersedes
	}));
}

/** Decisions whose day to be looked at again has come; `today` is an ISO date. */
export async function listDueDecisions(
	db: Db,
	team: string,
	today: string
): Promise<DueDecision[]> {
	const { count } = await db
		.from('decisions')
		.select('id', { count: 'exact', head: true })
		.eq('team_id', team)
		.lte('review_on', today)
		.throwOnError();
	return count ? dueDecisions(await listDecisions(db, team), today) : [];
}

export type Reasons = {
	why: string;
	rejected: string;
	reviewOn: string | null;
	supersedes: string | null;
};

/**
 * Says why something was decided and what became of it. `replaced` when the earlier decision was
 * replaced by another already, or is no earlier one; `none` when it is none of this person's.
 */
export async function explainDecision(
	db: Db,
	team: string,
	id: string,
	{ why, rejected, reviewOn, supersedes }: Reasons
): Promise<'kept' | 'none' | 'replaced'> {
	const { data, error } = await db
		.from('decisions')
		.update({ why, rejected, review_on: reviewOn, supersedes })
		.eq('team_id', team)
		.eq('id', id)
		.select('id');
	// Lite hands every refused check over as SUP.
	if (error && supersedes && ['23503', '23505', '23514', 'SUP'].includes(error.code))
		return 'replaced';
	if (error) throw new Error(error.message);
	return data.length > 0 ? 'kept' : 'none';
}

async function listItems(db: Db, ids: readonly string[]): Promise<Map<string, Decision['from']>> {
	if (ids.length === 0) return new Map();
	const { data } = await db
		.from('hot_items')
		.select('id, title, question')
		.in('id', [...new Set(ids)])
		.throwOnError();
	return new Map(data.map(({ id, title, question }) => [id, { title, question }]));
}
