import { error, redirect } from '@sveltejs/kit';
import { countMyOpenActions } from '#lib/server/rows/actions.ts';
import { findMeeting } from '#lib/server/rows/meetings.ts';
import { countMyNeeds } from '#lib/server/rows/needs.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { findTeam, listMyTeams } from '#lib/server/rows/teams.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { LayoutServerLoad } from './$types';

/** The meeting and its team; row-level security decides whether there is such a meeting. */
export const load: LayoutServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
	depends('rows:meetings', 'rows:teams', 'rows:team_members', 'rows:action_items');
	const meeting = await findMeeting(locals.db, params.meeting);
	if (!meeting) error(404, 'There is no such meeting, or you may not see it.');
	const { db, person } = locals;
	const [team, teams, people, openActions, needs] = await Promise.all([
		findTeam(db, meeting.team),
		listMyTeams(db, person.id),
		listPeople(db, meeting.team),
		countMyOpenActions(db, meeting.team, person.id),
		findToday(db, person.id).then((today) => countMyNeeds(db, meeting.team, today))
	]);
	const me = people.find(({ id, current }) => id === person.id && current);
	if (!team || !me) error(404, 'There is no such meeting, or you may not see it.');
	return { meeting, team, teams, people, person: me, openActions, needs };
};
