import { isMember } from '#lib/server/rows/members.ts';
import { orNotFound } from '../../../../or-not-found.server.ts';
import type { RequestHandler } from './$types';

/**
 * Whether the visitor still sits in the team. A page asks before it reads its rows anew: as long as
 * this is not answered, they would not come either.
 */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!locals.person) return new Response(null, { status: 401 });
	await orNotFound(isMember(locals.db, params.team, locals.person.id));
	return new Response(null, { status: 204 });
};
