import { subjectOf } from '../../src/lib/live/protocol.ts';
import type { Database } from '../../src/lib/server/database/database.ts';

const rowsAtOnce = 1000;

/** Puts updates where the server keeps them: it holds up a client that says so much at once. */
export async function writeIntoLog(
	database: Database,
	document: string,
	updates: readonly Uint8Array[]
): Promise<void> {
	await database.query(
		`insert into private.documents (name, team_id, meeting_id)
		select $1, team_id, id from public.meetings where id = $2::uuid
		on conflict do nothing`,
		[document, subjectOf(document)?.id ?? '']
	);
	for (let from = 0; from < updates.length; from += rowsAtOnce) {
		const batch = updates.slice(from, from + rowsAtOnce);
		const rows = batch.map((update) => Buffer.from(update).toString('hex'));
		await database.query(
			`insert into private.updates (document, data)
			select $1, decode(hex, 'hex')
			from jsonb_array_elements_text($2::text::jsonb) with ordinality as given (hex, position)
			order by position`,
			[document, JSON.stringify(rows)]
		);
	}
}

/** Takes every live document away, so that the next server starts as the first did. */
export async function forgetDocuments(database: Database): Promise<void> {
	await database.query('truncate private.updates, private.documents');
}
