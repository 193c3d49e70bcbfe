import { createHmac, randomBytes } from 'node:crypto';

/** A new secret as Standard Webhooks writes them: 24 random bytes after `whsec_`. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/**
 * The headers that prove where a message comes from (Standard Webhooks 1.0): HMAC-SHA256 over
 * `id.timestamp.body`. The id stays the same when it is sent again, so that it counts once.
 *
 * @param now milliseconds since 1970
 */
export function signatureOf(
	secret: string,
	id: string,
	body: string,
	now: number
): Record<string, string> {
	const timestamp = String(Math.floor(now / 1000));
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
	return {
		'webhook-id': id,
		'webhook-timestamp': timestamp,
		'webhook-signature': `v1,${signature}`
	};
}
