import { error } from '@sveltejs/kit';
import { completeness, holesOf } from '#lib/diagnosis/kpi-blueprint.ts';
import { listFired } from '#lib/server/rows/fired.ts';
import { loadScorecard } from '#lib/server/rows/scorecard.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { balanceOf } from '#lib/scorecard/balance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics', 'rows:readings', 'rows:fired_triggers', 'rows:nomination_answers');
	const today = await findToday(locals.db, locals.person.id);
	const [{ people }, scorecard, fired] = await Promise.all([
		parent(),
		loadScorecard(locals.db, params.team, today),
		listFired(locals.db, params.team)
	]);
	const isCurrent = (id: string) => people.some((one) => one.id === id && one.current);
	const kpis = scorecard.rows.map(({ metric, standing, newest }) => ({
		metric,
		standing,
		newest,
		holes: holesOf(metric, isCurrent)
	}));
	return {
		kpis: kpis.toSorted((one, other) => other.holes.length - one.holes.length),
		complete: completeness(kpis.map(({ holes }) => holes)),
		findings: balanceOf(scorecard.rows.map(({ metric }) => metric)).findings,
		fired
	};
};
