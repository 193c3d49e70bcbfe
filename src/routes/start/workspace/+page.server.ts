import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Line, readForm } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (!locals.person) redirect(303, '/sign-in?to=/start/workspace');
	return { name: url.searchParams.get('name') ?? '' };
};

export const actions: Actions = {
	default: async ({ request }) => {
		const form = readForm(v.object({ name: Line('a name') }), await request.formData());
		if (form.refused) return fail(400, form.refused);
		// Nothing is made before the next step, so that a workspace never lacks a team.
		redirect(303, `/start/team?${new URLSearchParams({ workspace: form.output.name })}`);
	}
};
