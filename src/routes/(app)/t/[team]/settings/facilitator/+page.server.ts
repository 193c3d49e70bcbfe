import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { suggestionKinds } from '#lib/facilitator/suggestion.ts';
import { listKindsInUse, turnForMe, turnForTeam } from '#lib/server/rows/suggestions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:meetings');
	return { kinds: await listKindsInUse(locals.db, params.team) };
};

const Turned = v.object({ kind: v.picklist(suggestionKinds), on: v.picklist(['true', 'false']) });

export const actions: Actions = {
	mine: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Turned, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such kind of suggestion.' });
		const { kind, on } = form.output;
		await turnForMe(locals.db, params.team, locals.person.id, kind, on === 'true');
	},
	team: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Turned, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such kind of suggestion.' });
		const { kind, on } = form.output;
		if (!(await turnForTeam(locals.db, params.team, locals.person.id, kind, on === 'true')))
			return fail(403, { problem: 'Only an admin of the team may choose for all.' });
	}
};
