import { redirect } from '@sveltejs/kit';
import { findNextStart, findRunningSeries } from '#lib/server/rows/series.ts';
import { findTeam } from '#lib/server/rows/teams.ts';
import { orNotFound } from '../../or-not-found.server.ts';
import { invite } from './invite.server.ts';
import type { Actions, PageServerLoad } from './$types';

const teamOf = (url: URL) => url.searchParams.get('team') ?? '';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.person) redirect(303, '/sign-in?to=/start');
	const team = await orNotFound(findTeam(locals.db, teamOf(url)));
	const series = await findRunningSeries(locals.db, team.id);
	return {
		team,
		hasMailbox: locals.isLocalVisitor,
		next: series ? await findNextStart(locals.db, series.id, new Date()) : undefined
	};
};

export const actions: Actions = {
	invite: (event) => invite(event, teamOf(event.url))
};
