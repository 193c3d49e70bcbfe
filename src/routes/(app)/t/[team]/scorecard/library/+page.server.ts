import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { fromLibrary, library } from '#lib/scorecard/library.ts';
import { addMetrics, listMetrics } from '#lib/server/rows/metrics.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics');
	const { person } = await parent();
	if (person.role === 'observer') error(403, 'Observers read the scorecard; members keep it.');
	const metrics = await listMetrics(locals.db, params.team);
	return { counted: metrics.map(({ name }) => name) };
};

const Taken = v.pipe(
	v.array(v.pipe(v.string(), v.transform(Number))),
	v.minLength(1),
	v.maxLength(library.length)
);

export const actions: Actions = {
	take: async ({ locals, params, request }) => {
		const form = v.safeParse(Taken, (await request.formData()).getAll('metric'));
		if (!form.success) return fail(400, { problem: 'Choose at least one.' });
		const before = new Set((await listMetrics(locals.db, params.team)).map(({ name }) => name));
		const chosen = library.filter(
			({ number, name }) => form.output.includes(number) && !before.has(name)
		);
		await addMetrics(locals.db, params.team, chosen.map(fromLibrary));
		redirect(303, `/t/${params.team}/scorecard`);
	}
};
