import { error, json } from '@sveltejs/kit';
import { progressOf } from '../progress.server.ts';
import type { RequestHandler } from './$types';

/** How far an export of mine is; `null` where another node makes it. */
export const GET: RequestHandler = ({ locals, params }) => {
	if (!locals.person) error(401, 'Sign in first.');
	return json(progressOf(locals.person.id, params.export) ?? null, {
		headers: { 'cache-control': 'no-store' }
	});
};
