import type { RequestHandler } from './$types';

/**
 * Whether the visitor is still signed in. On its way here the session cookie was renewed when it
 * was about to run out, so the live page asks before it opens a socket.
 */
export const POST: RequestHandler = ({ locals }) =>
	new Response(null, { status: locals.person ? 204 : 401 });
