import { listRetrospectives } from '#lib/server/rows/retrospectives.ts';
import { findNextCycle, findRecord } from './find-record.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:retrospectives', 'rows:cycles');
	const [record, all] = await Promise.all([
		findRecord(locals, params.team, params.retro),
		listRetrospectives(locals.db, params.team)
	]);
	return {
		record,
		next: await findNextCycle(locals.db, params.team, record.cycle),
		/** Grades of all closed cycles, the earliest first. */
		grades: all
			.filter(({ state }) => state === 'closed')
			.map(({ id, cycle, average }) => ({ id, name: cycle.name, average }))
			.toReversed()
	};
};
