import { json } from '@sveltejs/kit';
import { knowsSecret, longestMail, outcomes, takeAnswer } from '#lib/server/mail/take-answer.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/**
 * Takes a mail that answers one of ours, from the mail server that got it: the raw message as
 * `message/rfc822`, with the secret as a bearer token. `?to=` names the recipient of the envelope.
 */
export const POST: RequestHandler = async ({ request, url, getClientAddress }) => {
	const { replies, supabase, limits, log } = runtime();
	const answer = (outcome: keyof typeof outcomes) =>
		json({ outcome, words: outcomes[outcome].words }, { status: outcomes[outcome].status });
	const refuse = (status: number, problem: string, headers = {}) =>
		json({ problem }, { status, headers });
	if (!replies) return refuse(404, 'Answers by mail are not taken here: MAIL_REPLY_TO is not set.');
	if (!knowsSecret(request.headers.get('authorization'), replies)) {
		const wait = await limits.wait('mail guess', getClientAddress());
		return wait > 0
			? refuse(429, `Too many tries. Try again in ${wait} seconds.`, {
					'retry-after': String(wait)
				})
			: refuse(401, 'Show MAIL_INBOUND_SECRET as a bearer token.');
	}
	if (Number(request.headers.get('content-length') ?? 0) > longestMail) return answer('too large');
	const raw = new Uint8Array(await request.arrayBuffer());
	const outcome = await takeAnswer(supabase.database, replies, raw, url.searchParams.get('to'));
	if (outcomes[outcome].status >= 400) log.warn({ outcome }, 'an answer by mail was refused');
	return answer(outcome);
};
