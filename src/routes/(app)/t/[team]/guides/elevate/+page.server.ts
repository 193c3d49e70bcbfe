import { error } from '@sveltejs/kit';
import { elevate, sumsOf } from '#lib/diagnosis/elevate.ts';
import { loadExecution } from '#lib/server/rows/execution.ts';
import { findRunningSeries } from '#lib/server/rows/series.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { shown } from '../../execution/shown.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const today = await findToday(locals.db, locals.person.id);
	const [{ people }, { priorities }, series] = await Promise.all([
		parent(),
		loadExecution(locals.db, params.team, today),
		findRunningSeries(locals.db, params.team)
	]);
	const all = elevate(priorities, today, series !== undefined, (id) =>
		people.some((one) => one.id === id && one.current)
	);
	return { today, all, sums: sumsOf(all) };
};
