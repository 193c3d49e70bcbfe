import type { Element } from '#lib/message/clarity.ts';
import { questions } from '#lib/message/message.ts';
import type { Db } from './db.ts';

/** What somebody asks a person by name in a comment on the leadership message. */
export type AskedOfMe = {
	/** The comment it stands in or under. */
	comment: string;
	by: string | null;
	/** ISO time. */
	at: string;
	on: Element;
	quote: string;
	body: string;
};

/** What a person is asked and has not answered, the oldest first. */
export async function listAskedOf(db: Db, team: string, person: string): Promise<AskedOfMe[]> {
	const { data } = await db
		.from('message_mentions')
		.select('comment_id, said_by, said_at, about, quote, body')
		.eq('team_id', team)
		.eq('person_id', person)
		.order('said_at')
		.throwOnError();
	return data.map(({ comment_id, said_by, said_at, about, quote, body }) => ({
		comment: comment_id,
		by: said_by,
		at: said_at,
		on: questions.find(({ key }) => key === about)?.key ?? 'what',
		quote,
		body
	}));
}
