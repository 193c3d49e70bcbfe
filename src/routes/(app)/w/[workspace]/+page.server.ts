import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { erasePerson } from '#lib/server/erasure/erase-person.ts';
import { Id, Line, readForm, refusal } from '#lib/server/form.ts';
import { findLastExport } from '#lib/server/rows/exports.ts';
import { listMyTeams } from '#lib/server/rows/teams.ts';
import {
	addTeam,
	changeWorkspaceRole,
	deleteTeam,
	deleteWorkspace,
	editTeam,
	findWorkspace,
	listTeams,
	removeFromWorkspace,
	renameWorkspace
} from '#lib/server/rows/workspaces.ts';
import { runtime } from '#lib/server/runtime.ts';
import { removeSampleCompany } from '#lib/server/sample/sample-company.ts';
import { orNotFound } from '../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Named = v.object({ name: Line('a name') });
const NamedTeam = v.object({ team: Id, teamName: Line('a name') });
const NewTeam = v.object({ newTeam: Line('a name') });
const OneTeam = v.object({ team: Id, confirm: v.string() });
const Role = v.object({ person: Id, role: v.picklist(['admin', 'member'], 'Choose a role.') });
const OnePerson = v.object({ person: Id });
const ErasedPerson = v.object({ person: Id, confirm: v.string() });
const Confirmed = v.object({ confirm: v.string() });

const lastAdmin =
	'A workspace needs at least one admin. Make somebody else an admin first, then change this.';

const lastAdminOfAll =
	'This is the last admin of the workspace or of a team. Make somebody else an admin first, then erase.';
const otherWorkspace =
	'This person belongs to another workspace too, whose admins have a say. Remove them from this one instead.';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!locals.person) redirect(303, '/sign-in');
	const workspace = await orNotFound(findWorkspace(locals.db, params.workspace));
	const [teams, mine, lastExport] = await Promise.all([
		listTeams(locals.db, params.workspace),
		listMyTeams(locals.db, locals.person.id),
		findLastExport(locals.db, params.workspace)
	]);
	return {
		workspace,
		teams,
		lastExport,
		mine: mine
			.filter((team) => team.workspace.id === workspace.id)
			.map(({ id, name }) => ({ id, name })),
		myId: locals.person.id,
		isAdmin: workspace.people.some(({ id, role }) => id === locals.person?.id && role === 'admin'),
		isLocal: locals.isLocalVisitor
	};
};

export const actions: Actions = {
	rename: async ({ locals, params, request }) => {
		const form = readForm(Named, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(renameWorkspace(locals.db, params.workspace, form.output.name));
		return { ...refusal({}), said: 'Renamed.' };
	},

	addTeam: async ({ locals, params, request }) => {
		const form = readForm(NewTeam, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const team = await orNotFound(addTeam(locals.db, params.workspace, form.output.newTeam));
		redirect(303, `/start/rhythm?team=${team}`);
	},

	renameTeam: async ({ locals, request }) => {
		const form = readForm(NamedTeam, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { team, teamName } = form.output;
		await orNotFound(editTeam(locals.db, team, { name: teamName }));
		return { ...refusal({}), said: 'Renamed.' };
	},

	deleteTeam: async ({ locals, params, request }) => {
		const form = readForm(OneTeam, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { team, confirm } = form.output;
		const found = (await listTeams(locals.db, params.workspace)).find(({ id }) => id === team);
		if (confirm.trim() !== found?.name)
			return fail(
				400,
				refusal({ values: form.values, problems: { team: 'That is not its name.' } })
			);
		await orNotFound(deleteTeam(locals.db, params.workspace, team));
		return { ...refusal({}), said: `${found.name} is deleted.` };
	},

	role: async ({ locals, params, request }) => {
		const form = readForm(Role, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { person, role } = form.output;
		const changed = await changeWorkspaceRole(locals.db, params.workspace, person, role);
		return answer(changed, form.values, 'Saved.');
	},

	removePerson: async ({ locals, params, request }) => {
		const form = readForm(OnePerson, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { person } = form.output;
		const changed = await removeFromWorkspace(locals.db, params.workspace, person);
		if (changed === 'changed' && person === locals.person?.id) redirect(303, '/');
		return answer(changed, form.values, 'Removed from the workspace and its teams.');
	},

	erase: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = readForm(ErasedPerson, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { person, confirm } = form.output;
		const workspace = await orNotFound(findWorkspace(locals.db, params.workspace));
		const { supabase, rooms } = runtime();
		const found = workspace.people.find(({ id }) => id === person);
		if (confirm.trim() !== found?.name)
			return fail(
				400,
				refusal({ values: form.values, problems: { confirm: 'That is not the name.' } })
			);
		const erased = await orNotFound(
			erasePerson(supabase.database, rooms, workspace.id, locals.person.id, person)
		);
		if (erased === 'nobody')
			error(404, 'Nobody of that name is here, or it is not yours to change.');
		if (erased !== 'erased')
			return fail(
				409,
				refusal({
					values: form.values,
					problems: { person: erased === 'last admin' ? lastAdminOfAll : otherWorkspace }
				})
			);
		return { ...refusal({}), said: 'Erased. What they decided stays, as a former member’s.' };
	},

	delete: async ({ locals, params, request }) => {
		const form = readForm(Confirmed, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const workspace = await orNotFound(findWorkspace(locals.db, params.workspace));
		if (form.output.confirm.trim() !== workspace.name)
			return fail(
				400,
				refusal({ values: form.values, problems: { confirm: 'That is not its name.' } })
			);
		await orNotFound(deleteWorkspace(locals.db, params.workspace));
		redirect(303, '/');
	},

	removeSample: async ({ locals, params }) => {
		const workspace = await orNotFound(findWorkspace(locals.db, params.workspace));
		// Made for whoever sits at this machine, so they may remove it as any of its people.
		if (!workspace.sample || !locals.isLocalVisitor)
			error(404, 'There is no such thing here, or it is not yours to change.');
		await locals.db.auth.signOut({ scope: 'local' });
		await removeSampleCompany(runtime().supabase.database, workspace.id);
		redirect(303, '/start');
	}
};

function answer(
	changed: 'changed' | 'nobody' | 'last admin',
	values: Record<string, string | undefined>,
	said: string
) {
	if (changed === 'nobody')
		error(404, 'Nobody of that name is here, or it is not yours to change.');
	if (changed === 'last admin')
		return fail(409, refusal({ values, problems: { person: lastAdmin } }));
	return { ...refusal({}), said };
}
