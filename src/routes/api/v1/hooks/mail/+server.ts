import { json } from '@sveltejs/kit';
import { outcomes, takeAnswer } from '#lib/server/mail/take-answer.ts';
import { runtime } from '#lib/server/runtime.ts';
import { problem } from '../../one-reading.server.ts';
import { readPostedMail } from '../posted-mail.server.ts';
import type { RequestHandler } from './$types';

/** Takes a mail that answers one of ours. `?to=` names the recipient of the envelope. */
export const POST: RequestHandler = async (event) => {
	const { replies, supabase, log } = runtime();
	if (!replies)
		return problem(404, 'Answers by mail are not taken here: MAIL_REPLY_TO is not set.');
	const raw = await readPostedMail(event, replies.secret, 'MAIL_INBOUND_SECRET');
	if (raw instanceof Response) return raw;
	const envelope = event.url.searchParams.get('to');
	const outcome = await takeAnswer(supabase.database, replies, raw, envelope);
	const { status, words } = outcomes[outcome];
	if (status >= 400) log.warn({ outcome }, 'an answer by mail was refused');
	return json({ outcome, words }, { status });
};
