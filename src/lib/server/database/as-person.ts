import type { Database, Queries } from './database.ts';

/**
 * Asks in the name of a person, under the row-level security that holds for them, where no person is
 * asking: what a job sends somebody is what they may read. Nothing of it outlives the transaction.
 * Supabase Lite reads who it is from one setting, hosted Supabase from the other.
 */
export function asPerson<Result>(
	database: Database,
	person: string,
	work: (queries: Queries) => Promise<Result>
): Promise<Result> {
	return database.transaction(async (queries) => {
		await becomePerson(queries, person);
		return work(queries);
	});
}

/** The same for what is left of a transaction that is under way. */
export async function becomePerson(queries: Queries, person: string): Promise<void> {
	await queries.query(
		`select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
			set_config('role', 'authenticated', true)`,
		[JSON.stringify({ sub: person, role: 'authenticated' }), person]
	);
}
