import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { listAims, listServes } from '#lib/server/rows/lineage.ts';
import { findMeeting } from '#lib/server/rows/meetings.ts';
import { findRecap } from '#lib/server/rows/recap.ts';
import { findTimeZone } from '#lib/server/rows/time-zone.ts';
import { serveTyped } from '../../../serve.server.ts';
import type { Actions, PageServerLoad } from './$types';

const none = 'There is no such meeting, or you may not see it.';
const Id = v.pipe(v.string(), v.uuid());

/** The layout answers 404 for a meeting that cannot be seen; both ask at the same time. */
export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	depends('rows:meetings', 'rows:action_items', 'rows:lineages');
	if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
	const { db } = locals;
	const [recap, zone, [serves, aims]] = await Promise.all([
		findRecap(locals.db, params.meeting),
		findTimeZone(locals.db, locals.person.id),
		parent().then(({ team }) => Promise.all([listServes(db, team.id), listAims(db, team.id)]))
	]);
	return { recap, zone, serves, aims, today: dayIn(zone, new Date()) };
};

export const actions: Actions = {
	/** Says what something the meeting left behind serves. */
	serve: async ({ locals, params, request }) => {
		if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
		const meeting = await findMeeting(locals.db, params.meeting);
		if (!meeting) error(404, none);
		await serveTyped(locals.db, meeting.team, locals.person.id, request);
	}
};
