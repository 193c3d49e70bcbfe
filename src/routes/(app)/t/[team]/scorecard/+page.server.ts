import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	addMetric,
	editMetric,
	listMetrics,
	listReadings,
	retireMetric
} from '#lib/server/rows/metrics.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { lastWeeks, trend } from '#lib/scorecard/weeks.ts';
import { enterTypedReading } from '../enter-reading.ts';
import { mayOwn, notAnOwner } from '../owner.ts';
import { MetricForm } from './metric-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics', 'rows:readings');
	const today = await findToday(locals.db, locals.person.id);
	const weeks = lastWeeks(today);
	const [metrics, readings] = await Promise.all([
		listMetrics(locals.db, params.team),
		listReadings(locals.db, params.team, weeks[0] ?? today)
	]);
	return {
		weeks,
		metrics: metrics.map((metric) => ({
			...metric,
			trend: trend(
				readings.filter((reading) => reading.metric === metric.id),
				weeks
			)
		}))
	};
};

const Id = v.pipe(v.string(), v.uuid());
const noMetric = 'There is no such metric in this team, or you may not change it.';

export const actions: Actions = {
	enter: enterTypedReading,
	save: async ({ locals, params, request }) => {
		const typed = Object.fromEntries(await request.formData());
		const form = v.safeParse(MetricForm, typed);
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof MetricForm>(form.issues).nested });

		const id = typed['metric'];
		const before = (await listMetrics(locals.db, params.team)).find((metric) => metric.id === id);
		if (id && !before) error(404, noMetric);
		if (!(await mayOwn(locals.db, params.team, form.output.owner, before?.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		if (!before) await addMetric(locals.db, params.team, form.output);
		else if (!(await editMetric(locals.db, params.team, before.id, form.output)))
			error(404, noMetric);
	},
	retire: async ({ locals, params, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('metric'));
		if (!id.success || !(await retireMetric(locals.db, params.team, id.output)))
			error(404, noMetric);
	}
};
