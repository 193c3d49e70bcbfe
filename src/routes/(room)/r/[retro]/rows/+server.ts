import { error, json } from '@sveltejs/kit';
import { findRetrospective, unkept } from '../find-retrospective.server.ts';
import type { RequestHandler } from './$types';

/** What the room shows beside its document, for pages that are open while it changes. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.person) error(401, 'Sign in first.');
	return json(await findRetrospective(locals, params.retro), unkept);
};
