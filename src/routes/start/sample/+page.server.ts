import { error, fail, redirect } from '@sveltejs/kit';
import { runtime } from '#lib/server/runtime.ts';
import { findSampleCompany, signInAsSample } from '#lib/server/sample/sample-company.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.isLocalVisitor) error(404, 'There is no such page.');
	const sample = await findSampleCompany(runtime().supabase.database);
	if (!sample) redirect(303, '/start');
	return {
		people: sample.people.map(({ id, name, title, hue }) => ({ id, name, title, hue })),
		me: locals.person?.id
	};
};

export const actions: Actions = {
	enter: async ({ locals, request }) => {
		if (!locals.isLocalVisitor) error(404, 'There is no such page.');
		const { supabase } = runtime();
		const sample = await findSampleCompany(supabase.database);
		const chosen = (await request.formData()).get('person');
		const person = sample?.people.find(({ id }) => id === chosen);
		if (!sample || !person) return fail(400, { said: 'Choose one of the people below.' });
		if (!(await signInAsSample(locals.db, supabase, person.id)))
			return fail(500, { said: `${person.name} could not be signed in. Try again in a moment.` });
		redirect(303, `/t/${sample.team}`);
	}
};
