import * as v from 'valibot';
import { listPeople } from '#lib/server/rows/people.ts';
import type { Db } from '#lib/server/rows/db.ts';

/** The owner a form names: a person's id, or '' for nobody. */
export const Owner = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => typed || null)
);

/** True for nobody, for somebody who may own things in this team, and for whoever owned it before. */
export async function mayOwn(
	db: Db,
	team: string,
	owner: string | null,
	before: string | null = null
): Promise<boolean> {
	if (owner === null || owner === before) return true;
	const people = await listPeople(db, team);
	return people.some(({ id, current, role }) => id === owner && current && role !== 'observer');
}

export const notAnOwner = 'Pick somebody who is a member of this team.';
