import { switchOff } from '#lib/server/mail/switch-off.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** One click in a mail program (RFC 8058): no cookie, no page, only the key. */
export const POST: RequestHandler = async ({ params }) => {
	const isKnown = await switchOff(runtime().supabase.database, params.key);
	return new Response(isKnown ? 'No more mails of this kind.' : 'There is no such address.', {
		status: isKnown ? 200 : 404
	});
};
