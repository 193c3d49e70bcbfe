import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header shows this secret, compared in a time that tells nothing. */
export function isBearer(authorization: string | null, secret: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${secret}`));
}
