import * as v from 'valibot';
import { KeptTerms } from '#lib/team/kept-terms.ts';
import type { Terms } from '#lib/team/terms.ts';
import type { Db } from './db.ts';

export type Team = {
	id: string;
	name: string;
	terms: Terms;
	workspace: { id: string; name: string; sample: boolean };
};

const columns = 'id, name, terms, workspaces(id, name, sample)';

/** The teams somebody sits in now, by name. */
export async function listMyTeams(db: Db, person: string): Promise<Team[]> {
	const { data } = await db
		.from('team_members')
		.select(`teams(${columns})`)
		.eq('person_id', person)
		.is('left_at', null)
		.throwOnError();
	return data
		.flatMap((row) => (row.teams ? [toTeam(row.teams)] : []))
		.filter((team) => team !== undefined)
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** One team, or undefined when there is none that this person may see. */
export async function findTeam(db: Db, id: string): Promise<Team | undefined> {
	const { data } = await db.from('teams').select(columns).eq('id', id).maybeSingle().throwOnError();
	return data ? toTeam(data) : undefined;
}

type Row = {
	id: string;
	name: string;
	terms: unknown;
	workspaces: { id: string; name: string; sample: boolean } | null;
};

function toTeam(row: Row): Team | undefined {
	if (!row.workspaces) return undefined;
	const terms = v.safeParse(KeptTerms, row.terms);
	return {
		id: row.id,
		name: row.name,
		terms: terms.success ? terms.output : {},
		workspace: row.workspaces
	};
}
