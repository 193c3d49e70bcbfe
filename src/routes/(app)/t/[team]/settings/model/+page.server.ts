import { error, fail } from '@sveltejs/kit';
import { refusal } from '#lib/server/form.ts';
import { probeWords } from '#lib/server/llm/probe.ts';
import { countSuggested, findTokensUsed } from '#lib/server/rows/model-calls.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:model_calls');
	const { ai } = runtime();
	const suggested = await countSuggested(locals.db, params.team);
	if (!ai) return { model: null, suggested };
	const used = await findTokensUsed(locals.db, params.team);
	const { state } = ai;
	return {
		model: {
			...ai.facts,
			words: probeWords(state),
			isUsable: ai.isUsable,
			probedAt: state.state === 'asking' ? null : new Date(state.at).toISOString(),
			usedToday: used.today,
			limits: ai.limits
		},
		suggested
	};
};

export const actions: Actions = {
	/** Probes the model once more, with twenty tokens. */
	probe: async ({ locals, params }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const { id } = locals.person;
		const people = await listPeople(locals.db, params.team);
		if (!people.some((one) => one.id === id && one.current && one.role === 'admin'))
			error(403, 'Only admins of the team try the model.');
		const { ai } = runtime();
		if (!ai) return fail(400, refusal({ said: 'No model is set up on this server.' }));
		await ai.probe();
		return refusal({});
	}
};
