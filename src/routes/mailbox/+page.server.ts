import { error } from '@sveltejs/kit';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

/** Everybody's mails, so only for whoever sits at the machine that runs Drumbeat without mail. */
export const load: PageServerLoad = async ({ locals }) => {
	const { hasMailbox, supabase } = runtime();
	if (!locals.isLocalVisitor || !hasMailbox) error(404, 'There is no such page.');
	const mails = await supabase.database.query<{
		id: number;
		recipient: string;
		subject: string;
		body: string;
		sent_at: Date | string;
	}>('select id, recipient, subject, body, sent_at from private.mailbox order by id desc limit 50');
	return {
		mails: mails.map(({ id, recipient, subject, body, sent_at }) => ({
			id: Number(id),
			recipient,
			subject,
			body,
			sentAt: new Date(sent_at).toISOString()
		}))
	};
};
