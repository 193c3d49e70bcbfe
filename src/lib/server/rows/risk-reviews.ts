import { nominateReviews, type ReviewNomination } from '#lib/execution/risk-review.ts';
import type { Db } from './db.ts';

/**
 * Risks of active priorities whose review is overdue, as the room and the draft agenda nominate them.
 *
 * @param today ISO date
 */
export async function listReviews(
	db: Db,
	team: string,
	today: string
): Promise<ReviewNomination[]> {
	const { data } = await db
		.from('priority_risks')
		.select(
			'id, title, likelihood, impact, mitigation, review_on, quiet_until, closed_on, priorities!inner(id, title, ended_at)'
		)
		.eq('team_id', team)
		.is('closed_on', null)
		.is('removed_at', null)
		.lt('review_on', today)
		.is('priorities.ended_at', null)
		.throwOnError();
	return nominateReviews(
		data.map(({ review_on, quiet_until, closed_on, priorities: { id, title }, ...risk }) => ({
			...risk,
			reviewOn: review_on,
			quietUntil: quiet_until,
			closedOn: closed_on,
			priority: { id, title }
		})),
		today
	);
}
