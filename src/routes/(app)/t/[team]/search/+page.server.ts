import { error } from '@sveltejs/kit';
import { readFilters } from '#lib/search/filters.ts';
import { readQuery } from '#lib/search/query.ts';
import { search } from '#lib/server/rows/search.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { PageServerLoad } from './$types';

const longestShown = 300;

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const typed = (url.searchParams.get('q') ?? '').trim();
	const query = readQuery(typed);
	const filters = readFilters(url.searchParams);
	const today = await findToday(locals.db, locals.person.id);
	const hits = query ? await search(locals.db, query, filters, today) : [];
	return { typed: typed.slice(0, longestShown), isAsked: query !== undefined, filters, hits };
};
