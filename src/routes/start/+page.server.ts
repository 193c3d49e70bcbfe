import { error, redirect } from '@sveltejs/kit';
import { runtime } from '#lib/server/runtime.ts';
import { createSampleCompany, findSampleCompany } from '#lib/server/sample/sample-company.ts';
import { keepDestination } from '../sign-in/way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals } = event;
	if (!locals.person) {
		if (!locals.isLocalVisitor) redirect(303, '/sign-in?to=/start');
		keepDestination(event, '/start/workspace');
	}
	const hasSample =
		locals.isLocalVisitor && (await findSampleCompany(runtime().supabase.database)) !== undefined;
	return { isLocal: locals.isLocalVisitor, isSignedIn: locals.person !== undefined, hasSample };
};

export const actions: Actions = {
	sample: async ({ locals }) => {
		if (!locals.isLocalVisitor)
			error(403, 'The sample company is made on the machine that runs Drumbeat.');
		const { supabase } = runtime();
		const found = await findSampleCompany(supabase.database);
		if (!found) await createSampleCompany({ supabase }, new Date());
		redirect(303, '/start/sample');
	}
};
