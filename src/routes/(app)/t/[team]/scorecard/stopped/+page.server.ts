import { listStopped } from '#lib/server/rows/watching.ts';
import { watchTypedAgain } from '../watch-again.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:metrics');
	return { stopped: await listStopped(locals.db, params.team) };
};

export const actions: Actions = { again: watchTypedAgain };
