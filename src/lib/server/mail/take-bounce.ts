import { createHash, timingSafeEqual } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { readBounce } from './read-bounce.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * Takes what a mail server posts: the row of a mail that came back says so, and nobody is mailed
 * there again until an admin has it tried again.
 *
 * @param said the authorization it came with
 */
export async function takeBounce(
	database: Database,
	secret: string,
	said: string | null,
	raw: Uint8Array
): Promise<'forbidden' | 'kept' | 'nothing'> {
	if (!timingSafeEqual(sha256(said ?? ''), sha256(`Bearer ${secret}`))) return 'forbidden';
	const bounce = await readBounce(raw);
	if (!bounce) return 'nothing';
	const kept = await database.query(
		`update private.weekly_mails set state = 'bounced', problem = 'address', code = $2, changed_at = now()
		where id = $1::uuid and state in ('sending', 'sent', 'unsure') returning id`,
		[bounce.mail, bounce.status]
	);
	return kept.length > 0 ? 'kept' : 'nothing';
}
