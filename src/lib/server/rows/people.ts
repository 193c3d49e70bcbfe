import type { Person } from '#lib/meeting/person.ts';
import type { Db } from './db.ts';

/** Everyone who sits or ever sat in a team, by name. Whoever has left is not `current`. */
export async function listPeople(db: Db, team: string): Promise<Person[]> {
	const { data } = await db
		.from('team_members')
		.select('person_id, role, title, hue, left_at, people(name)')
		.eq('team_id', team)
		.throwOnError();
	return data
		.map((row) => ({
			id: row.person_id,
			name: row.people?.name ?? 'Someone',
			title: row.title,
			hue: row.hue,
			role: toRole(row.role),
			current: row.left_at === null
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

export function toRole(role: string): Person['role'] {
	return role === 'admin' || role === 'observer' ? role : 'member';
}
