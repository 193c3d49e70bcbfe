import { lineKinds, signWords, type RecapComment, type Sign } from '#lib/meeting/recap-comment.ts';
import type { Db } from './db.ts';

/** What was said about the lines of a meeting, the oldest first. */
export async function listComments(db: Db, meeting: string): Promise<RecapComment[]> {
	const { data } = await db
		.from('recap_comments')
		.select(
			'id, line_kind, line_id, line_words, body, author_id, said_at, resolved_at, comment_mentions(person_id), comment_reactions(sign, person_id)'
		)
		.eq('meeting_id', meeting)
		.order('said_at')
		.order('id')
		.throwOnError();
	return data.map((row) => ({
		id: row.id,
		kind: lineKinds.find((kind) => kind === row.line_kind) ?? 'meeting',
		line: row.line_id,
		lineWords: row.line_words,
		body: row.body,
		author: row.author_id,
		at: new Date(row.said_at).toISOString(),
		resolvedAt: row.resolved_at,
		mentioned: row.comment_mentions.map(({ person_id }) => person_id),
		reactions: row.comment_reactions.flatMap(({ sign, person_id: person }) =>
			isSign(sign) ? [{ sign, person }] : []
		)
	}));
}

const isSign = (sign: string): sign is Sign => Object.hasOwn(signWords, sign);

export type NewComment = {
	kind: string;
	line: string;
	body: string;
	mentioned: string[];
	/** The id under which a device sends it, perhaps again. */
	once?: string | undefined;
};

/** Says something about a line; false when there is no such line, or this person only reads. */
export async function commentOn(
	db: Db,
	meeting: string,
	{ kind, line, body, mentioned, once }: NewComment
): Promise<boolean> {
	if (once !== undefined) {
		const { data } = await db
			.rpc('comment_once', {
				...{ sent: once, of_meeting: meeting, kind, line, said: body, mentioned }
			})
			.throwOnError();
		return data;
	}
	const { data } = await db
		.rpc('comment_on_line', { of_meeting: meeting, kind, line, said: body, mentioned })
		.throwOnError();
	return (data as string | null) !== null;
}

/** Says that a thread is settled, or opens it again; false for those who only read. */
export async function resolveThread(
	db: Db,
	meeting: string,
	line: string,
	person: string | null
): Promise<boolean> {
	const { data } = await db
		.from('recap_comments')
		.update({ resolved_at: person && new Date().toISOString(), resolved_by: person })
		.eq('meeting_id', meeting)
		.eq('line_id', line)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Takes back what this person said. */
export async function takeBack(db: Db, comment: string): Promise<boolean> {
	const { data } = await db
		.from('recap_comments')
		.delete()
		.eq('id', comment)
		.select('id')
		.throwOnError();
	return data.length > 0;
}

/** Reacts, or takes the reaction back. */
export async function react(
	db: Db,
	of: { team: string; comment: string; person: string; sign: Sign },
	on: boolean
): Promise<void> {
	const row = { comment_id: of.comment, person_id: of.person, sign: of.sign };
	if (!on) {
		await db.from('comment_reactions').delete().match(row).throwOnError();
		return;
	}
	const { error } = await db.from('comment_reactions').insert({ ...row, team_id: of.team });
	// Pressed twice it is one reaction.
	if (error && !['23505', '23503', '42501', 'SUP'].includes(error.code))
		throw new Error(error.message);
}

export type Read = { signed: string[]; told: { message: string; person: string }[] };

/** Who signed a recap off, and who told their team what. */
export async function findRead(db: Db, meeting: string): Promise<Read> {
	const [signed, told] = await Promise.all([
		db.from('recap_sign_offs').select('person_id').eq('meeting_id', meeting).throwOnError(),
		db.from('told_teams').select('message_id, person_id').eq('meeting_id', meeting).throwOnError()
	]);
	return {
		signed: signed.data.map(({ person_id }) => person_id),
		told: told.data.map(({ message_id, person_id }) => ({ message: message_id, person: person_id }))
	};
}

/** Takes what these meetings left as known. */
export async function signOff(
	db: Db,
	team: string,
	person: string,
	meetings: readonly string[]
): Promise<void> {
	const known = await db
		.from('recap_sign_offs')
		.select('meeting_id')
		.eq('person_id', person)
		.in('meeting_id', [...meetings])
		.throwOnError();
	const signed = new Set(known.data.map(({ meeting_id }) => meeting_id));
	const rows = meetings
		.filter((meeting) => !signed.has(meeting))
		.map((meeting_id) => ({ meeting_id, team_id: team, person_id: person }));
	if (rows.length > 0) await db.from('recap_sign_offs').insert(rows).throwOnError();
}

/** Says that this leader told their team, or takes it back. */
export async function tellTeam(
	db: Db,
	of: { team: string; meeting: string; message: string; person: string },
	on: boolean
): Promise<void> {
	const row = { message_id: of.message, person_id: of.person };
	if (!on) {
		await db.from('told_teams').delete().match(row).throwOnError();
		return;
	}
	const { error } = await db
		.from('told_teams')
		.insert({ ...row, meeting_id: of.meeting, team_id: of.team });
	if (error && !['23505', '42501', 'SUP'].includes(error.code)) throw new Error(error.message);
}
