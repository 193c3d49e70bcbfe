import { error } from '@sveltejs/kit';
import { planStates } from '#lib/diagnosis/plan-state.ts';
import { loadExecution } from '#lib/server/rows/execution.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { blindActions } from '../../blind-actions.server.ts';
import { shown } from '../../execution/shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const today = await findToday(locals.db, locals.person.id);
	const { priorities } = await loadExecution(locals.db, params.team, today);
	return { today, plans: planStates(priorities, today) };
};

const { propose } = blindActions('execution gap');
export const actions: Actions = { propose };
