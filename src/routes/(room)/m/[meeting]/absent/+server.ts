import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { comeAfterAll, leaveBefore } from '#lib/server/rows/absences.ts';
import { findMeeting } from '#lib/server/rows/meetings.ts';
import type { RequestHandler } from './$types';

const Place = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const Sent = v.object({
	inputs: v.pipe(
		v.array(v.object({ place: Place, body: v.pipe(v.string(), v.maxLength(2000)) })),
		v.maxLength(200)
	),
	votes: v.pipe(v.array(Place), v.maxLength(200))
});

/** Keeps what somebody leaves for a meeting they cannot be at. */
export const PUT: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const sent = v.safeParse(Sent, await request.json().catch(() => undefined));
	if (!sent.success) error(400, 'Keep each to 2,000 characters.');
	const meeting = await findMeeting(locals.db, params.meeting);
	if (!meeting) error(404, 'There is no such meeting, or you may not see it.');
	const of = { meeting: meeting.id, team: meeting.team, person: locals.person.id };
	if (!(await leaveBefore(locals.db, of, sent.output)))
		error(409, 'The meeting has begun, so this was not kept. Copy your words and come in.');
	return json({ kept: true });
};

/** Comes after all. */
export const DELETE: RequestHandler = async ({ locals, params }) => {
	if (!locals.person) error(401, 'Sign in first.');
	await comeAfterAll(locals.db, params.meeting, locals.person.id);
	return json({ comes: true });
};
