import { error } from '@sveltejs/kit';
import { listDoneActions, listOpenActions } from '#lib/server/rows/actions.ts';
import { listAims, listServes } from '#lib/server/rows/lineage.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { serveTyped } from '../../../serve.server.ts';
import { finishTypedAction } from '../finish-action.ts';
import type { Actions, PageServerLoad } from './$types';

const doneShown = 100;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:action_items', 'rows:lineages');
	const asked = url.searchParams.get('show');
	const show = asked === 'all' || asked === 'done' ? asked : 'mine';
	const [open, done, today, serves, aims] = await Promise.all([
		listOpenActions(locals.db, params.team),
		show === 'done' ? listDoneActions(locals.db, params.team, doneShown) : [],
		findToday(locals.db, locals.person.id),
		listServes(locals.db, params.team),
		listAims(locals.db, params.team)
	]);
	return { show, open, done, today, serves, aims } as const;
};

export const actions: Actions = {
	finish: finishTypedAction,
	serve: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		await serveTyped(locals.db, params.team, locals.person.id, request);
	}
};
