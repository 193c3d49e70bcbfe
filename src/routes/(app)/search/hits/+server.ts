import { json } from '@sveltejs/kit';
import { readFilters } from '#lib/search/filters.ts';
import { readQuery } from '#lib/search/query.ts';
import { search } from '#lib/server/rows/search.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { RequestHandler } from './$types';

/** What the search box shows while somebody types: the passages, in JSON. */
export const GET: RequestHandler = async ({ locals, url }) => {
	if (!locals.person) return new Response(null, { status: 401 });
	const query = readQuery(url.searchParams.get('q') ?? '', true);
	const filters = readFilters(url.searchParams);
	const today = filters.span === 'any' ? '' : await findToday(locals.db, locals.person.id);
	const hits = query ? await search(locals.db, query, filters, today) : [];
	return json(hits, { headers: { 'cache-control': 'private, no-store' } });
};
