import { json } from '@sveltejs/kit';
import { takeBounce } from '#lib/server/mail/take-bounce.ts';
import { runtime } from '#lib/server/runtime.ts';
import { problem } from '../../one-reading.server.ts';
import { readPostedMail } from '../posted-mail.server.ts';
import type { RequestHandler } from './$types';

/**
 * Where a mail server posts what came back, whole and as it came. What is no report of a weekly mail
 * is answered with 200 too, or the mail server would send it again and again.
 */
export const POST: RequestHandler = async (event) => {
	const { bouncesSecret, supabase } = runtime();
	if (!bouncesSecret) return problem(404, 'Set MAIL_BOUNCES_SECRET to have reports taken here.');
	const raw = await readPostedMail(event, bouncesSecret, 'MAIL_BOUNCES_SECRET');
	if (raw instanceof Response) return raw;
	return json({ kept: await takeBounce(supabase.database, raw) });
};
