import { redirect } from '@sveltejs/kit';
import { listMyTeams } from '#lib/server/rows/teams.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	if (!locals.person) {
		const isNew = locals.isLocalVisitor && !(await hasWorkspace());
		redirect(303, isNew ? '/start' : '/sign-in');
	}
	const teams = await listMyTeams(locals.db, locals.person.id);
	const last = teams.find(({ id }) => id === cookies.get('drumbeat-team')) ?? teams[0];
	redirect(303, last ? `/t/${last.id}` : '/start');
};

/** Asked before anybody is signed in, so only of the embedded set-up by whoever runs it. */
async function hasWorkspace(): Promise<boolean> {
	const { database } = runtime().supabase;
	return (await database.query('select from public.workspaces limit 1')).length > 0;
}
