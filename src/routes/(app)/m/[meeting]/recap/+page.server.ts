import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { findRecap } from '#lib/server/rows/recap.ts';
import { findTimeZone } from '#lib/server/rows/time-zone.ts';
import type { PageServerLoad } from './$types';

const Id = v.pipe(v.string(), v.uuid());

/** The layout answers 404 for a meeting that cannot be seen; both ask at the same time. */
export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:meetings', 'rows:action_items');
	if (!locals.person || !v.is(Id, params.meeting))
		error(404, 'There is no such meeting, or you may not see it.');
	const [recap, zone] = await Promise.all([
		findRecap(locals.db, params.meeting),
		findTimeZone(locals.db, locals.person.id)
	]);
	return { recap, zone, today: dayIn(zone, new Date()) };
};
