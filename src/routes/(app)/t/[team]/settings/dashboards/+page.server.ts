import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { readHost, usualHosts } from '#lib/scorecard/dashboard.ts';
import { readForm, refusal } from '#lib/server/form.ts';
import { allowHost, disallowHost, listAllowedHosts } from '#lib/server/rows/dashboards.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:dashboard_hosts');
	return { usual: [...usualHosts], allowed: await listAllowedHosts(locals.db, params.team) };
};

const NewHost = v.object({ host: v.pipe(v.string(), v.maxLength(300, 'That is too long.')) });
const OneHost = v.object({ host: v.pipe(v.string(), v.maxLength(300)) });

export const actions: Actions = {
	allow: async ({ locals, params, request, url }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = readForm(NewHost, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const read = readHost(form.output.host);
		const refuse = (problem: string) =>
			fail(400, refusal({ problems: { host: problem }, values: form.values }));
		if (read.problem !== undefined) return refuse(read.problem);
		if (read.output === url.hostname)
			return refuse('This is where Drumbeat itself is; it is never shown inside itself.');
		const { person } = locals;
		await orNotFound(allowHost(locals.db, params.team, person.id, read.output).then(() => true));
		return refusal({});
	},
	disallow: async ({ locals, params, request }) => {
		const form = readForm(OneHost, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(disallowHost(locals.db, params.team, form.output.host));
		return refusal({});
	}
};
