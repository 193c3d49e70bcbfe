import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestCard, Side } from '#lib/retrospective/board.ts';
import { readSent, refuse, Uuid } from '../find-retrospective.server.ts';
import type { RequestHandler } from './$types';

const Sent = v.object({
	card: Uuid,
	side: Side,
	/** Nothing withdraws the card. */
	body: v.pipe(v.string(), v.maxLength(longestCard))
});

/** Keeps a card by nobody. Whoever knows its id may change it until the stage is over. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const sent = await readSent(request, Sent);
	const { error: failed } = await locals.db.rpc('write_silent_card', {
		retrospective: params.retro,
		...sent
	});
	refuse(failed, 'The silent stage is over.');
	return new Response(null, { status: 204 });
};
