import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { listMyVotes } from '#lib/server/rows/retrospective-room.ts';
import { readSent, refuse, unkept, Uuid } from '../find-retrospective.server.ts';
import type { RequestHandler } from './$types';

/** The votes I have given, by theme. Nobody else's are anywhere to be read. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.person) error(401, 'Sign in first.');
	return json(await listMyVotes(locals.db, params.retro), unkept);
};

const Sent = v.object({
	theme: Uuid,
	dots: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))
});

export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const sent = await readSent(request, Sent);
	const { error: failed } = await locals.db.rpc('vote_for_theme', {
		retrospective: params.retro,
		...sent
	});
	refuse(failed, 'The vote has closed, or there are no dots left.');
	return json(await listMyVotes(locals.db, params.retro), unkept);
};
