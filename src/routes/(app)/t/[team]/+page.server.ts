import { error } from '@sveltejs/kit';
import { findHome } from '#lib/server/rows/home.ts';
import { listServes } from '#lib/server/rows/lineage.ts';
import { answerTypedTrigger } from './answer-trigger.server.ts';
import { enterTypedReading } from '../../../enter-reading.server.ts';
import { finishTypedAction } from './finish-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:meetings', 'rows:series', 'rows:action_items', 'rows:priorities');
	depends('rows:metrics', 'rows:readings', 'rows:nomination_answers', 'rows:fired_triggers');
	depends('rows:cycles', 'rows:check_in_rounds', 'rows:key_results', 'rows:lineages');
	const now = new Date();
	const [home, serves] = await Promise.all([
		findHome(locals.db, params.team, locals.person.id, now),
		listServes(locals.db, params.team)
	]);
	return { now: now.getTime(), home, serves };
};

export const actions: Actions = {
	enter: enterTypedReading,
	finish: finishTypedAction,
	answer: answerTypedTrigger
};
