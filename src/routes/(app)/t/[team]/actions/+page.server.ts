import { error } from '@sveltejs/kit';
import { listDoneActions, listOpenActions } from '#lib/server/rows/actions.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { finishTypedAction } from '../finish-action.ts';
import type { Actions, PageServerLoad } from './$types';

const doneShown = 100;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:action_items');
	const asked = url.searchParams.get('show');
	const show = asked === 'all' || asked === 'done' ? asked : 'mine';
	const [open, done, today] = await Promise.all([
		listOpenActions(locals.db, params.team),
		show === 'done' ? listDoneActions(locals.db, params.team, doneShown) : [],
		findToday(locals.db, locals.person.id)
	]);
	return { show, open, done, today } as const;
};

export const actions: Actions = { finish: finishTypedAction };
