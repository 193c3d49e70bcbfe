import type { Turn, TranscriptForm } from '#lib/transcript/transcript.ts';
import type { Db } from './db.ts';

/** That there is a transcript of a meeting; everybody in the team may know. */
export type TranscriptFacts = {
	id: string;
	name: string;
	turns: number;
	by: string | null;
	at: string;
};

export type KeptTurn = Turn & { position: number; person: string | null };

export async function findTranscript(
	db: Db,
	meeting: string
): Promise<TranscriptFacts | undefined> {
	const { data } = await db
		.from('transcripts')
		.select('id, name, turns, imported_by, imported_at')
		.eq('meeting_id', meeting)
		.maybeSingle()
		.throwOnError();
	return data
		? {
				...{ id: data.id, name: data.name, turns: data.turns },
				by: data.imported_by,
				at: new Date(data.imported_at).toISOString()
			}
		: undefined;
}

/** How many rows one question of the API answers at most. */
const atOnce = 1000;

/** What was said, in order; nothing for whoever only observes. */
export async function listTurns(db: Db, transcript: string): Promise<KeptTurn[]> {
	const turns: KeptTurn[] = [];
	for (;;) {
		const { data } = await db
			.from('transcript_turns')
			.select('position, speaker, person_id, starts_ms, body')
			.eq('transcript_id', transcript)
			.order('position')
			.range(turns.length, turns.length + atOnce - 1)
			.throwOnError();
		for (const row of data)
			turns.push({
				...{ position: row.position, speaker: row.speaker, person: row.person_id },
				...{ at: row.starts_ms, text: row.body }
			});
		if (data.length < atOnce) return turns;
	}
}

/**
 * Keeps what was said in a meeting that has begun, in place of an earlier transcript.
 *
 * @param personOf whom a speaker was taken for
 * @returns false for whoever may not
 */
export async function importTranscript(
	db: Db,
	meeting: string,
	{ name, form, turns }: { name: string; form: TranscriptForm; turns: readonly Turn[] },
	personOf: (speaker: string) => string | null
): Promise<boolean> {
	const said = turns.map((turn) => ({ ...turn, person: personOf(turn.speaker) }));
	const { data } = await db
		.rpc('import_transcript', { of_meeting: meeting, of_name: name, of_form: form, said })
		.throwOnError();
	return data !== null;
}

/** Takes a transcript away for good, with what was drafted from it and never accepted. */
export async function removeTranscript(db: Db, meeting: string): Promise<boolean> {
	const { data } = await db
		.from('transcripts')
		.delete()
		.eq('meeting_id', meeting)
		.select('id')
		.throwOnError();
	return data.length > 0;
}
