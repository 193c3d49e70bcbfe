import type { GoalWords } from '#lib/message/goal-numbers.ts';
import type { MessageText } from '#lib/message/message.ts';
import type { Db } from './db.ts';

/** The leadership message as it stood once. */
export type MessageVersion = MessageText & {
	id: string;
	/** What it is called: "Version 3", or by the meeting or the moment it was kept at. */
	name: string;
	/** What whoever published it added. */
	note: string;
	/** Whether it was put in force. */
	published: boolean;
	writtenBy: string | null;
	writtenAt: string;
};

/** Every version, the newest first. Published ones are counted; the newest of them is in force. */
export async function listMessages(db: Db, team: string): Promise<MessageVersion[]> {
	const { data } = await db
		.from('leadership_messages')
		.select('id, name, published, what, why, how, how_much, written_by, created_at')
		.eq('team_id', team)
		.order('created_at', { ascending: false })
		.order('id')
		.throwOnError();
	let count = data.filter(({ published }) => published).length;
	return data.map((row) => ({
		id: row.id,
		name: row.published ? `Version ${count--}` : row.name,
		note: row.published ? row.name : '',
		published: row.published,
		what: row.what,
		why: row.why,
		how: row.how,
		howMuch: row.how_much,
		writtenBy: row.written_by,
		writtenAt: new Date(row.created_at).toISOString()
	}));
}

/** The version in force, as it is read out; undefined before the first publication. */
export async function findPublished(db: Db, team: string): Promise<MessageText | undefined> {
	const { data } = await db
		.from('leadership_messages')
		.select('what, why, how, how_much')
		.eq('team_id', team)
		.eq('published', true)
		.order('created_at', { ascending: false })
		.order('id')
		.limit(1)
		.maybeSingle()
		.throwOnError();
	return data
		? { what: data.what, why: data.why, how: data.how, howMuch: data.how_much }
		: undefined;
}

/** The annual goals in their own words, for what the message says of their numbers. */
export async function listGoalWords(db: Db, team: string): Promise<GoalWords[]> {
	const { data } = await db
		.from('annual_goals')
		.select('title, standing')
		.eq('team_id', team)
		.is('ended_at', null)
		.order('position')
		.order('created_at')
		.throwOnError();
	return data;
}
