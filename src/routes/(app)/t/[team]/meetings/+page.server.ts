import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { instantOf } from '#lib/calendar/local-time.ts';
import { dayIn } from '#lib/calendar/day.ts';
import { countOutcomes } from '#lib/server/rows/meeting-outcomes.ts';
import { changeMeeting, listAhead, listClosed } from '#lib/server/rows/meetings.ts';
import { findTimeZone } from '#lib/server/rows/time-zone.ts';
import type { Actions, PageServerLoad } from './$types';

const pastShown = 60;

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:meetings', 'rows:action_items');
	const [zone, ahead, past] = await Promise.all([
		findTimeZone(locals.db, locals.person.id),
		listAhead(locals.db, params.team),
		listClosed(locals.db, params.team, pastShown)
	]);
	const counts = await countOutcomes(
		locals.db,
		past.map(({ id }) => id)
	);
	return {
		zone,
		today: dayIn(zone, new Date()),
		ahead,
		past: past.map((meeting) => ({ ...meeting, counts: counts.get(meeting.id) }))
	};
};

const Id = v.object({ meeting: v.pipe(v.string(), v.uuid()) });
const Move = v.object({ ...Id.entries, day: v.string(), time: v.string() });
const tooLate = 'This meeting has begun, or only an admin of the team may change it.';

export const actions: Actions = {
	move: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Move, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, 'There is no such meeting.');
		const { meeting, day, time } = form.output;
		const startsAt = instantOf(day, time, await findTimeZone(locals.db, locals.person.id));
		if (!startsAt) return fail(400, { meeting, problem: 'Give a date and a time.' });
		if (Date.parse(startsAt) < Date.now())
			return fail(400, { meeting, problem: 'That time has passed. Choose a later one.' });
		if (!(await changeMeeting(locals.db, params.team, meeting, { startsAt })))
			return fail(403, { meeting, problem: tooLate });
	},
	cancel: async ({ locals, params, request }) => {
		const form = v.safeParse(Id, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, 'There is no such meeting.');
		const { meeting } = form.output;
		if (!(await changeMeeting(locals.db, params.team, meeting, { state: 'cancelled' })))
			return fail(403, { meeting, problem: tooLate });
	},
	restore: async ({ locals, params, request }) => {
		const form = v.safeParse(Id, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, 'There is no such meeting.');
		const { meeting } = form.output;
		if (!(await changeMeeting(locals.db, params.team, meeting, { state: 'draft' })))
			return fail(403, { meeting, problem: tooLate });
	}
};
