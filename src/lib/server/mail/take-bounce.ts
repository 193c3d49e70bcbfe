import type { Database } from '../database/database.ts';
import { readBounce } from './read-bounce.ts';

/**
 * Takes what a mail server posts: the row of a mail that came back says so, and nobody is mailed
 * there again until an admin has it tried again. False when it is no report of a weekly mail.
 */
export async function takeBounce(database: Database, raw: Uint8Array): Promise<boolean> {
	const bounce = await readBounce(raw);
	if (!bounce) return false;
	const kept = await database.query(
		`update private.weekly_mails set state = 'bounced', problem = 'address', code = $2, changed_at = now()
		where id = $1::uuid and state in ('sending', 'sent', 'unsure') returning id`,
		[bounce.mail, bounce.status]
	);
	return kept.length > 0;
}
