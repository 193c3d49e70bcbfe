import type { Terms } from '#lib/team/terms.ts';
import type { Db } from './db.ts';
import { isLastAdmin } from './last-admin.ts';

export type WorkspaceRole = 'admin' | 'member';
export type Workspace = { id: string; name: string; sample: boolean };
export type Colleague = { id: string; name: string; email: string; role: WorkspaceRole };

/** A workspace and who is in it, by name; undefined when this person may not see it. */
export async function findWorkspace(
	db: Db,
	id: string
): Promise<(Workspace & { people: Colleague[] }) | undefined> {
	const { data } = await db
		.from('workspaces')
		.select('id, name, sample, workspace_members(role, people(id, name, email))')
		.eq('id', id)
		.maybeSingle()
		.throwOnError();
	if (!data) return undefined;
	const people = data.workspace_members
		.flatMap(({ role, people: person }) =>
			person
				? [{ ...person, role: role === 'admin' ? ('admin' as const) : ('member' as const) }]
				: []
		)
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
	return { id: data.id, name: data.name, sample: data.sample, people };
}

/** The teams of a workspace that this person may see, with how many people sit in each now. */
export async function listTeams(
	db: Db,
	workspace: string
): Promise<{ id: string; name: string; size: number }[]> {
	const { data } = await db
		.from('teams')
		.select('id, name, team_members(left_at)')
		.eq('workspace_id', workspace)
		.throwOnError();
	return data
		.map(({ id, name, team_members }) => ({
			id,
			name,
			size: team_members.filter((member) => member.left_at === null).length
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** Founds a workspace with its first team, and answers the team's id. */
export async function createWorkspace(db: Db, name: string, team: string): Promise<string> {
	const { data } = await db
		.rpc('create_workspace', { workspace_name: name, team_name: team })
		.throwOnError();
	return data;
}

/** The changes below answer false when there is no such row, or it is not theirs to change. */
export async function renameWorkspace(db: Db, id: string, name: string): Promise<boolean> {
	const { data } = await db
		.from('workspaces')
		.update({ name })
		.eq('id', id)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

export async function deleteWorkspace(db: Db, id: string): Promise<boolean> {
	const { data } = await db.from('workspaces').delete().eq('id', id).select('id').throwOnError();
	return data.length > 0;
}

export async function addTeam(db: Db, workspace: string, name: string): Promise<string> {
	const id = crypto.randomUUID();
	await db.from('teams').insert({ id, workspace_id: workspace, name }).throwOnError();
	return id;
}

export async function editTeam(
	db: Db,
	id: string,
	change: { name?: string; terms?: Terms }
): Promise<boolean> {
	const { data } = await db.from('teams').update(change).eq('id', id).select('id').throwOnError();
	return data.length > 0;
}

export async function deleteTeam(db: Db, workspace: string, id: string): Promise<boolean> {
	const { data } = await db
		.from('teams')
		.delete()
		.eq('id', id)
		.eq('workspace_id', workspace)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

export async function changeWorkspaceRole(
	db: Db,
	workspace: string,
	person: string,
	role: WorkspaceRole
): Promise<'changed' | 'nobody' | 'last admin'> {
	const { data, error } = await db
		.from('workspace_members')
		.update({ role })
		.eq('workspace_id', workspace)
		.eq('person_id', person)
		.select('person_id');
	return outcome(data, error);
}

/** Their seats in the workspace's teams end with it; their name stays on what they did. */
export async function removeFromWorkspace(
	db: Db,
	workspace: string,
	person: string
): Promise<'changed' | 'nobody' | 'last admin'> {
	const { data, error } = await db
		.from('workspace_members')
		.delete()
		.eq('workspace_id', workspace)
		.eq('person_id', person)
		.select('person_id');
	return outcome(data, error);
}

function outcome(
	data: unknown[] | null,
	error: (Error & { message: string }) | null
): 'changed' | 'nobody' | 'last admin' {
	if (!error) return data && data.length > 0 ? 'changed' : 'nobody';
	if (isLastAdmin(error)) return 'last admin';
	throw error;
}
