import { error } from '@sveltejs/kit';
import { listCounted } from '#lib/server/rows/reading-imports.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics');
	const { person } = await parent();
	if (person.role === 'observer') error(403, 'Observers read the scorecard; members keep it.');
	const [today, metrics] = await Promise.all([
		findToday(locals.db, locals.person.id),
		listCounted(locals.db, params.team)
	]);
	return { today, metrics };
};
