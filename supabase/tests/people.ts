import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { hashToken, type Backend } from './backends.ts';

export const kinds = [
	'owner',
	'member',
	'observer',
	'otherTeam',
	'otherWorkspace',
	'formerMember',
	'anonymous'
] as const;

/**
 * The owner is admin of the workspace and of its team, without a seat in the other team. The
 * former member left the team and is still in the workspace, which is the harder case.
 */
export type Kind = (typeof kinds)[number];

export type Person = { id: string; email: string; client: SupabaseClient };

export type Team = { id: string; workspace: string };

export type People = Record<Kind, Person> & {
	ours: Team;
	theirs: Team;
	elsewhere: Team;
};

/** Signs somebody up the way a browser does, with the code from the mail. */
export async function join(backend: Backend, name: string): Promise<Person> {
	const client = backend.visitor();
	const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@northwind.example`;
	const signUp = await client.auth.signUp({
		email,
		password: 'a long enough password',
		options: { data: { name } }
	});
	if (signUp.error) throw signUp.error;
	const { data, error } = await client.auth.verifyOtp({
		email,
		token: backend.code(email),
		type: 'signup'
	});
	if (error || !data.user) throw error ?? new Error('The code signed nobody in');
	return { id: data.user.id, email, client };
}

/** Founds a workspace with its first team. */
export async function found(person: Person, workspace: string, team: string): Promise<Team> {
	const answer = await person.client
		.rpc('create_workspace', { workspace_name: workspace, team_name: team })
		.throwOnError();
	return findTeam(person, String(answer.data));
}

/** Brings somebody into a team the way it happens: a link, and the link accepted. */
export async function invite(
	admin: Person,
	team: Team,
	guest: Person,
	role: string
): Promise<void> {
	const token = randomUUID();
	await admin.client
		.from('invitations')
		.insert({
			workspace_id: team.workspace,
			team_id: team.id,
			role,
			token_hash: hashToken(token),
			invited_by: admin.id
		})
		.throwOnError();
	await guest.client.rpc('accept_invitation', { token }).throwOnError();
}

/** Ends a membership. */
export async function dismiss(admin: Person, team: Team, person: Person): Promise<void> {
	await admin.client
		.from('team_members')
		.update({ left_at: new Date().toISOString() })
		.match({ team_id: team.id, person_id: person.id })
		.throwOnError();
}

/** One real person of every kind, each signed in on a browser of their own. */
export async function people(backend: Backend): Promise<People> {
	const owner = await join(backend, 'Owner');
	const member = await join(backend, 'Member');
	const observer = await join(backend, 'Observer');
	const otherTeam = await join(backend, 'Neighbour');
	const otherWorkspace = await join(backend, 'Stranger');
	const formerMember = await join(backend, 'Former');

	const ours = await found(owner, 'Northwind Robotics', 'Leadership team');
	await invite(owner, ours, member, 'member');
	await invite(owner, ours, observer, 'observer');
	await invite(owner, ours, formerMember, 'member');
	await dismiss(owner, ours, formerMember);

	const id = randomUUID();
	await owner.client
		.from('teams')
		.insert({ id, workspace_id: ours.workspace, name: 'Warehouse' })
		.throwOnError();
	const theirs = { id, workspace: ours.workspace };
	await invite(owner, theirs, otherTeam, 'admin');
	await dismiss(owner, theirs, owner);

	const elsewhere = await found(otherWorkspace, 'Contoso', 'Board');
	const anonymous = { id: randomUUID(), email: '', client: backend.visitor() };
	return {
		owner,
		member,
		observer,
		otherTeam,
		otherWorkspace,
		formerMember,
		anonymous,
		ours,
		theirs,
		elsewhere
	};
}

async function findTeam(person: Person, id: string): Promise<Team> {
	const { data } = await person.client
		.from('teams')
		.select('workspace_id')
		.eq('id', id)
		.single()
		.throwOnError();
	return { id, workspace: String(data?.workspace_id) };
}
