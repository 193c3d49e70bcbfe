import type { Person } from '#lib/meeting/person.ts';
import type { Db } from './db.ts';
import { isLastAdmin } from './last-admin.ts';

export type Changed = 'changed' | 'nobody' | 'last admin';

/** Changes somebody's role or seat in a team. `nobody` also means: not theirs to change. */
export function changeMember(
	db: Db,
	team: string,
	person: string,
	change: { role?: Person['role']; title?: string }
): Promise<Changed> {
	return update(db, team, person, change);
}

/** Whether somebody sits in a team now. */
export async function isMember(db: Db, team: string, person: string): Promise<boolean> {
	const { data } = await db
		.from('team_members')
		.select('person_id')
		.eq('team_id', team)
		.eq('person_id', person)
		.is('left_at', null)
		.throwOnError();
	return data.length > 0;
}

/** Ends a membership; the row stays, so that the name stays on what they did. */
export function endMembership(db: Db, team: string, person: string, now: Date): Promise<Changed> {
	return update(db, team, person, { left_at: now.toISOString() });
}

async function update(
	db: Db,
	team: string,
	person: string,
	change: { role?: string; title?: string; left_at?: string }
): Promise<Changed> {
	const { data, error } = await db
		.from('team_members')
		.update(change)
		.eq('team_id', team)
		.eq('person_id', person)
		.is('left_at', null)
		.select('person_id');
	if (!error) return data.length > 0 ? 'changed' : 'nobody';
	if (isLastAdmin(error)) return 'last admin';
	throw error;
}
