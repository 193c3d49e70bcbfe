import * as v from 'valibot';
import { firstDay, type Filters } from '#lib/search/filters.ts';
import { Hit, hitGroups } from '#lib/search/hit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Db } from './db.ts';

/**
 * What this person may find, the best first; at most 40 passages. Guesses at misspelt words come only
 * when hardly anything is spelt like that, and below what is.
 */
export async function search(
	db: Db,
	query: Query,
	{ group, team, span }: Filters,
	today: string
): Promise<Hit[]> {
	const kinds = group ? [...hitGroups[group].kinds] : [];
	const since = firstDay(span, today);
	const { data } = await db
		.rpc('search', {
			asked: { ...query, kinds, ...(team ? { team } : {}), ...(since ? { since } : {}) }
		})
		.throwOnError();
	return v.parse(v.array(Hit), data);
}
