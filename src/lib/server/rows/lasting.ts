import type { Check } from '#lib/execution/carried-priority.ts';
import { askedToday, type Lasting } from '#lib/execution/lasting.ts';
import type { Db } from './db.ts';

/** A finished priority is asked about until 90 days and the days to answer have passed. */
const lookBack = 130;

/** What is to be asked today of what a team has changed. */
export async function listAsked(db: Db, team: string, today: string): Promise<Lasting[]> {
	const since = new Date(Date.parse(today) - lookBack * 86_400_000).toISOString();
	const { data } = await db
		.from('priorities')
		.select(
			'id, title, owner_id, ended_at, ended_as, milestones(id, title, owner_id, done_on, is_change, removed_at), change_checks(milestone_id, days, answer, note, answered_by, answered_at)'
		)
		.eq('team_id', team)
		.or(`ended_at.is.null,ended_at.gte.${since}`)
		.throwOnError();
	return askedToday(
		data.map((row) => ({
			id: row.id,
			title: row.title,
			owner: row.owner_id,
			endedAt: row.ended_at,
			endedAs: row.ended_as === 'finished' ? ('finished' as const) : null,
			milestones: row.milestones
				.filter(({ removed_at }) => removed_at === null)
				.map(({ id, title, owner_id, done_on, is_change }) => ({
					id,
					title,
					owner: owner_id,
					done: done_on,
					isChange: is_change
				})),
			checks: row.change_checks.map((check) => ({
				milestone: check.milestone_id,
				days: check.days as Check['days'],
				answer: check.answer as Check['answer'],
				note: check.note,
				by: check.answered_by,
				at: check.answered_at
			}))
		})),
		today
	);
}

/** Keeps what somebody said about a change, once; a second answer to the same day changes nothing. */
export async function answerCheck(
	db: Db,
	team: string,
	person: string,
	said: Pick<Check, 'milestone' | 'days' | 'answer' | 'note'> & { priority: string }
): Promise<void> {
	const { error } = await db.from('change_checks').insert({
		team_id: team,
		priority_id: said.priority,
		milestone_id: said.milestone,
		days: said.days,
		answer: said.answer,
		note: said.note,
		answered_by: person
	});
	if (error && error.code !== '23505') throw error;
}
