import { sealedItemsIn, sealedTitle } from '../archive/sealed-items.ts';
import { asPerson } from '../database/as-person.ts';
import type { Database, Parameter } from '../database/database.ts';
import { hashToken } from '../rows/invitations.ts';
import type { Resource } from './resources.ts';

export type ReadPage = { limit: number; offset: number };

export type ReadOutcome =
	| { outcome: 'no token' | 'no right' | 'no metric' }
	/** `next` is where the list goes on; null at its end. */
	| { outcome: 'read'; rows: Record<string, unknown>[]; next: number | null };

/**
 * Reads a list for whoever holds a token, with the rights of the person who made it, as the database
 * decides them.
 *
 * @param key the metric whose readings are asked for
 */
export async function readByToken(
	database: Database,
	token: string,
	resource: Resource,
	{ limit, offset }: ReadPage,
	key?: string
): Promise<ReadOutcome> {
	const [known] = await database.query<{ outcome: string; person: string; team: string }>(
		`select outcome, person_id::text as person, team_id::text as team
		from private.read_by_token($1, $2)`,
		[hashToken(token), resource.scope]
	);
	if (known?.outcome === 'no right') return { outcome: 'no right' };
	if (known?.outcome !== 'read') return { outcome: 'no token' };
	const found = await asPerson(database, known.person, async (queries) => {
		if (key !== undefined) {
			const [metric] = await queries.query(
				'select id from public.metrics where team_id = $1::text::uuid and key = $2 and removed_at is null',
				[known.team, key]
			);
			if (!metric) return undefined;
		}
		const parameters: Parameter[] = [known.team, limit + 1, offset];
		return queries.query<{ row: string }>(
			`select to_jsonb(q)::text as row from (${resource.query}) q`,
			key === undefined ? parameters : [...parameters, key]
		);
	});
	if (!found) return { outcome: 'no metric' };
	const rows = found.slice(0, limit).map(({ row }) => JSON.parse(row) as Record<string, unknown>);
	return {
		outcome: 'read',
		rows: await withoutSealed(database, rows),
		next: found.length > limit ? offset + limit : null
	};
}

/** What was recorded on a sealed item keeps its place, and its words stay in the team. */
async function withoutSealed(
	database: Database,
	rows: Record<string, unknown>[]
): Promise<Record<string, unknown>[]> {
	const meetings = new Set<string>();
	for (const { meetingId } of rows) if (typeof meetingId === 'string') meetings.add(meetingId);
	const sealed = await sealedItemsIn(database, [...meetings]);
	if (sealed.size === 0) return rows;
	return rows.map((row) =>
		sealed.has(String(row['id'])) || sealed.has(String(row['hotItemId']))
			? { ...row, title: sealedTitle }
			: row
	);
}
