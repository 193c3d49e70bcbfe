import type { RequestEvent } from '@sveltejs/kit';
import { isBearer } from '#lib/server/mail/bearer.ts';
import { runtime } from '#lib/server/runtime.ts';
import { problem } from '../one-reading.server.ts';

/** A mail of more bytes is no answer to one of ours, and no report about one. */
const longestMail = 1_000_000;

/**
 * A mail as a mail server of ours posts it: whole, as `message/rfc822`, with a secret as a bearer
 * token. Nothing of it is read before the secret is right.
 *
 * @param variable what the secret is called in the settings
 * @returns its bytes, or the answer that refuses it
 */
export async function readPostedMail(
	{ request, getClientAddress }: Pick<RequestEvent, 'request' | 'getClientAddress'>,
	secret: string,
	variable: string
): Promise<Uint8Array | Response> {
	if (!isBearer(request.headers.get('authorization'), secret)) {
		const wait = await runtime().limits.wait('mail guess', getClientAddress());
		return wait > 0
			? problem(429, `Too many tries. Try again in ${wait} seconds.`, {
					'retry-after': String(wait)
				})
			: problem(401, `Show ${variable} as a bearer token.`);
	}
	const tooLarge = () => problem(413, 'The mail is larger than 1 MB. Send it without attachments.');
	if (Number(request.headers.get('content-length') ?? 0) > longestMail) return tooLarge();
	const raw = new Uint8Array(await request.arrayBuffer());
	return raw.byteLength > longestMail ? tooLarge() : raw;
}
