import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { isPeriod } from '#lib/scorecard/period.ts';
import { findMetric, rebase } from '#lib/server/rows/metric-history.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { enterTypedReading } from '../../enter-reading.ts';
import type { Actions, PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const noMetric = 'There is no such metric in this team.';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics', 'rows:readings');
	const today = await findToday(locals.db, locals.person.id);
	const found = uuid.test(params.metric)
		? await findMetric(locals.db, params.team, params.metric, today)
		: undefined;
	if (!found) error(404, noMetric);
	return { today, ...found };
};

const Rebased = v.object({
	from: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
	reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))
});

export const actions: Actions = {
	enter: enterTypedReading,
	/** Starts the natural limits anew, because a person says that something has really changed. */
	rebase: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Rebased, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Say what has changed, and from when.' });
		const { from, reason } = form.output;
		const today = await findToday(locals.db, locals.person.id);
		const found = await findMetric(locals.db, params.team, params.metric, today);
		if (!found) error(404, noMetric);
		if (from && !isPeriod(from, found.row.metric.cadence))
			return fail(400, { problem: 'Choose a period of this metric.' });
		const person = locals.person.id;
		if (!(await rebase(locals.db, params.team, params.metric, person, from || null, reason)))
			error(404, noMetric);
	}
};
