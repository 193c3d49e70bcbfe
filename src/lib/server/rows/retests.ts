import type { Retest } from '#lib/diagnosis/retest.ts';
import type { Db } from './db.ts';

/** What a team asks about again, the earliest first. */
export async function listRetests(db: Db, team: string): Promise<Retest[]> {
	const { data } = await db
		.from('retests')
		.select('id, round_id, breakdown, priority_id, due_on')
		.eq('team_id', team)
		.order('due_on')
		.throwOnError();
	return data.map(({ id, round_id, breakdown, priority_id, due_on }) => ({
		...{ id, breakdown },
		round: round_id,
		priority: priority_id,
		dueOn: due_on
	}));
}

export async function addRetest(
	db: Db,
	team: string,
	person: string,
	{ round, breakdown, priority, dueOn }: Omit<Retest, 'id'>
): Promise<void> {
	await db
		.from('retests')
		.insert({
			...{ team_id: team, breakdown, created_by: person },
			round_id: round,
			priority_id: priority,
			due_on: dueOn
		})
		.throwOnError();
}
