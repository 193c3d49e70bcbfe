import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, readForm, refusal } from '#lib/server/form.ts';
import { scopeNames, scopes } from '#lib/server/read-api/resources.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { addToken, listTokens, withdrawToken } from '#lib/server/rows/tokens.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, url }) => {
	depends('rows:team_tokens', 'rows:metrics');
	const [tokens, metrics] = await Promise.all([
		listTokens(locals.db, params.team),
		listMetrics(locals.db, params.team)
	]);
	return {
		origin: url.origin,
		scopes: Object.entries(scopes).map(([scope, words]) => ({ scope, words })),
		tokens,
		metrics: metrics.map(({ key, name, cadence }) => ({ key, name, cadence }))
	};
};

const NewToken = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Say what will use it.'),
		v.maxLength(80, 'Please keep it under 80 characters.')
	)
});
const OneToken = v.object({ token: Id });

export const actions: Actions = {
	make: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const data = await request.formData();
		const form = readForm(NewToken, data);
		if (form.refused) return fail(400, form.refused);
		const { id } = locals.person;
		const people = await listPeople(locals.db, params.team);
		if (!people.some((one) => one.id === id && one.current && one.role === 'admin'))
			error(403, 'Only admins of the team make tokens.');
		const chosen = scopeNames.filter((scope) => data.getAll('scopes').includes(scope));
		if (chosen.length === 0)
			return fail(
				400,
				refusal({ values: form.values, problems: { scopes: 'Choose what it is for.' } })
			);
		const made = await addToken(locals.db, params.team, id, form.output.name, chosen);
		return { ...refusal({}), made, program: form.output.name };
	},
	withdraw: async ({ locals, params, request }) => {
		const form = readForm(OneToken, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(withdrawToken(locals.db, params.team, form.output.token, new Date()));
		return refusal({});
	}
};
