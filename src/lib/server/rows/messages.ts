import type { MessageText } from '#lib/message/message.ts';
import type { Db } from './db.ts';

/** The leadership message as it stood after one save. */
export type MessageVersion = MessageText & {
	id: string;
	writtenBy: string | null;
	writtenAt: string;
};

/** Every version, the newest first: that one is the message. */
export async function listMessages(db: Db, team: string): Promise<MessageVersion[]> {
	const { data } = await db
		.from('leadership_messages')
		.select('id, what, why, how, how_much, written_by, created_at')
		.eq('team_id', team)
		.order('created_at', { ascending: false })
		.order('id')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		what: row.what,
		why: row.why,
		how: row.how,
		howMuch: row.how_much,
		writtenBy: row.written_by,
		writtenAt: new Date(row.created_at).toISOString()
	}));
}

export async function saveMessage(
	db: Db,
	team: string,
	person: string,
	{ what, why, how, howMuch }: MessageText
): Promise<void> {
	await db
		.from('leadership_messages')
		.insert({ team_id: team, what, why, how, how_much: howMuch, written_by: person })
		.throwOnError();
}
