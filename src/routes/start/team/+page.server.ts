import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Line, OptionalLine, readForm } from '#lib/server/form.ts';
import { changeMember } from '#lib/server/rows/members.ts';
import { createWorkspace } from '#lib/server/rows/workspaces.ts';
import type { Actions, PageServerLoad } from './$types';

const FirstTeam = v.object({
	workspace: Line('a name for the workspace'),
	team: Line('a name for the team'),
	title: OptionalLine()
});

export const load: PageServerLoad = ({ locals, url }) => {
	const workspace = url.searchParams.get('workspace');
	if (!locals.person || !workspace) redirect(303, '/start/workspace');
	return { workspace };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.person) redirect(303, '/sign-in?to=/start/workspace');
		const form = readForm(FirstTeam, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { workspace, team, title } = form.output;
		const id = await createWorkspace(locals.db, workspace, team);
		if (title) await changeMember(locals.db, id, locals.person.id, { title });
		redirect(303, `/start/rhythm?team=${id}`);
	}
};
