import { error, redirect } from '@sveltejs/kit';
import { countMyOpenActions } from '#lib/server/rows/actions.ts';
import { countMyNeeds } from '#lib/server/rows/needs.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { findTeam, listMyTeams } from '#lib/server/rows/teams.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { LayoutServerLoad } from './$types';

const nothing = 'There is no such team, or you are not in it.';
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

export const load: LayoutServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
	depends('rows:teams', 'rows:team_members', 'rows:action_items', 'rows:meetings');
	depends('rows:recap_comments', 'rows:recap_sign_offs', 'rows:told_teams', 'rows:readings');
	const me = locals.person.id;
	if (!isUuid(params.team)) error(404, nothing);
	const [team, teams, people, openActions, needs] = await Promise.all([
		findTeam(locals.db, params.team),
		listMyTeams(locals.db, locals.person.id),
		listPeople(locals.db, params.team),
		countMyOpenActions(locals.db, params.team, locals.person.id),
		findToday(locals.db, me).then((today) => countMyNeeds(locals.db, params.team, today))
	]);
	const person = people.find(({ id, current }) => id === me && current);
	if (!team || !person) error(404, nothing);
	return { team, teams, people, person, openActions, needs };
};
