import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { caughtUp, loadCatchUp } from '#lib/server/rows/catch-up.ts';
import { signOff, tellTeam } from '#lib/server/rows/recap-comments.ts';
import { findTimeZone } from '#lib/server/rows/time-zone.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:meetings', 'rows:action_items', 'rows:recap_comments', 'rows:recap_sign_offs');
	depends('rows:told_teams', 'rows:readings', 'rows:message_mentions');
	const now = new Date();
	const today = dayIn(await findTimeZone(locals.db, locals.person.id), now);
	return {
		catchUp: await loadCatchUp(locals.db, params.team, locals.person.id, today, now),
		today
	};
};

const Id = v.pipe(v.string(), v.uuid());
const Told = v.object({ message: Id, meeting: Id });

export const actions: Actions = {
	/** Takes what one meeting left as known. */
	signOff: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const meeting = v.safeParse(Id, (await request.formData()).get('meeting'));
		if (!meeting.success) error(404, 'There is no such meeting.');
		await signOff(locals.db, params.team, locals.person.id, [meeting.output]);
	},
	told: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Told, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, 'There is no such message.');
		await tellTeam(
			locals.db,
			{ team: params.team, person: locals.person.id, ...form.output },
			true
		);
	},
	/** Everything until now has been seen. */
	done: async ({ locals, params }) => {
		if (!locals.person) error(401, 'Sign in first.');
		await caughtUp(locals.db, params.team, locals.person.id, new Date());
	}
};
