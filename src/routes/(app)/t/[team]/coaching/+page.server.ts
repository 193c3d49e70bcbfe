import { listHeld } from '#lib/server/rows/coaching.ts';
import { findFormat } from '#lib/server/rows/formats.ts';
import { findRunningSeries } from '#lib/server/rows/series.ts';
import { listAhead } from '#lib/server/rows/meetings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:meetings');
	const { db } = locals;
	const [held, ahead, series] = await Promise.all([
		listHeld(db, params.team),
		listAhead(db, params.team),
		findRunningSeries(db, params.team)
	]);
	const format = series && (await findFormat(db, params.team, series.format));
	return {
		held,
		next: ahead.find(({ state }) => state === 'draft')?.id ?? null,
		steps: format?.steps ?? [],
		isLocal: locals.isLocalVisitor
	};
};
