/** All of a mail was handed over, and whether it was taken nobody knows: it is never sent again. */
export class MaybeSent extends Error {
	override name = 'MaybeSent';
}

/** What went wrong, in the words of `private.weekly_mails`. */
export type Problem = 'address' | 'sender' | 'login' | 'unreachable' | 'busy' | 'other';

/**
 * What a mail server, or the way to it, answered.
 *
 * @returns `isFinal` when it will answer the same for ever: it refused the address or the mail with a
 * reply of 5xx (RFC 5321, 4.2.1). A sender or a login that it refuses is ours to mend, so those mails
 * wait. `code` is the reply, or the network's; never the words, which name addresses.
 */
export function readFailure(error: unknown): { problem: Problem; code: string; isFinal: boolean } {
	const { code, responseCode, command } = (
		typeof error === 'object' && error !== null ? error : {}
	) as { code?: unknown; responseCode?: unknown; command?: unknown };
	const reply = typeof responseCode === 'number' ? responseCode : 0;
	const name = typeof code === 'string' ? code.slice(0, 40) : 'unknown';
	const said = { code: reply ? String(reply) : name, isFinal: false };
	if (name === 'EAUTH' || name === 'ENOAUTH' || name === 'EOAUTH2')
		return { ...said, problem: 'login' };
	if (reply >= 400 && reply < 500) return { ...said, problem: 'busy' };
	if (reply >= 500 && command === 'MAIL FROM') return { ...said, problem: 'sender' };
	if (reply >= 500 && (name === 'EENVELOPE' || name === 'EMESSAGE'))
		return { ...said, problem: 'address', isFinal: true };
	if (['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED'].includes(name))
		return { ...said, problem: 'unreachable' };
	// An address that cannot be one is refused before anybody is asked.
	if (name === 'EENVELOPE' && !reply) return { ...said, problem: 'address', isFinal: true };
	return { ...said, problem: 'other' };
}
