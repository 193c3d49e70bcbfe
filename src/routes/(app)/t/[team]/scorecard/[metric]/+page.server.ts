import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { framedHost, readDashboard } from '#lib/scorecard/dashboard.ts';
import { isPeriod } from '#lib/scorecard/period.ts';
import { readPath } from '#lib/scorecard/target-path.ts';
import { framesOf } from '#lib/server/rows/dashboards.ts';
import { watchFor } from '#lib/server/rows/left-items.ts';
import { findMetric, rebase } from '#lib/server/rows/metric-history.ts';
import { setDashboard, setPath } from '#lib/server/rows/metrics.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { listTriggers } from '#lib/server/rows/triggers.ts';
import { answerTypedTrigger } from '../../answer-trigger.server.ts';
import { enterTypedReading } from '../../../../../enter-reading.server.ts';
import { typedIn } from '../../typed.ts';
import { stopTyped } from '../stop-watching.server.ts';
import { watchTypedAgain } from '../watch-again.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const noMetric = 'There is no such metric in this team.';

export const load: PageServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics', 'rows:readings', 'rows:fired_triggers', 'rows:baselines');
	depends('rows:dashboard_hosts', 'rows:meetings', 'rows:nomination_answers', 'rows:hot_items');
	if (!uuid.test(params.metric)) error(404, noMetric);
	const today = await findToday(locals.db, locals.person.id);
	const [found, triggers, frames] = await Promise.all([
		findMetric(locals.db, params.team, params.metric, today),
		listTriggers(locals.db, params.team, params.metric),
		framesOf(locals.db, params.team)
	]);
	if (!found) error(404, noMetric);
	const host = framedHost(found.dashboard, frames, url.host);
	const isShown = host !== undefined && url.searchParams.get('dashboard') === 'shown';
	if (isShown) locals.frame = host;
	const { dashboard, ...history } = found;
	return {
		today,
		...history,
		triggers,
		dashboard: { address: dashboard, host, isShown }
	};
};

const Rebased = v.object({
	from: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
	reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))
});

const Watched = v.object({
	item: v.pipe(v.string(), v.uuid()),
	periods: v.pipe(v.string(), v.regex(/^\d{1,2}$/u), v.transform(Number), v.maxValue(26))
});

export const actions: Actions = {
	/** Says how long a resolution is watched. */
	watch: async ({ locals, params, request }) => {
		const form = v.safeParse(Watched, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Choose how long it is watched.' });
		const { item, periods } = form.output;
		if (!uuid.test(params.metric)) error(404, noMetric);
		if (!(await watchFor(locals.db, params.team, params.metric, item, periods)))
			error(404, 'There is no such resolution in this team, or you may not change it.');
	},
	enter: enterTypedReading,
	answer: answerTypedTrigger,
	stop: stopTyped,
	again: watchTypedAgain,
	/** Starts the natural limits anew, because a person says that something has really changed. */
	rebase: async (event) => {
		const { locals, params, request } = event;
		const { metric, person } = await findOwn(event);
		const form = v.safeParse(Rebased, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Say what has changed, and from when.' });
		const { from, reason } = form.output;
		if (from && !isPeriod(from, metric.cadence))
			return fail(400, { problem: 'Choose a period of this metric.' });
		if (!(await rebase(locals.db, params.team, params.metric, person, from || null, reason)))
			error(404, noMetric);
	},
	/** Keeps the targets with the day each counts from. */
	path: async (event) => {
		const { locals, params, request } = event;
		const { metric } = await findOwn(event);
		const data = await request.formData();
		const targets = data.getAll('target').map(typedIn);
		const typed = data
			.getAll('from')
			.map((from, at) => ({ from: typedIn(from), target: targets[at] ?? '' }));
		const read = readPath(typed, metric.unit);
		if (read.problem !== undefined) {
			const { problem, line } = read;
			return fail(400, { path: { problem, line, typed } });
		}
		if (!(await setPath(locals.db, params.team, params.metric, read.path))) error(404, noMetric);
		return { saved: 'path' };
	},
	/** Keeps the address of its dashboard. */
	dashboard: async (event) => {
		const { locals, params, request } = event;
		await findOwn(event);
		const typed = typedIn((await request.formData()).get('address'));
		const read = readDashboard(typed);
		if (read.problem !== undefined)
			return fail(400, { dashboard: { typed, problem: read.problem } });
		if (!(await setDashboard(locals.db, params.team, params.metric, read.output)))
			error(404, noMetric);
		return { saved: 'dashboard' };
	}
};

/** The metric of the page and who asks, or an end to the request. */
async function findOwn({ locals, params }: RequestEvent) {
	if (!locals.person || !uuid.test(params.metric)) error(404, noMetric);
	const today = await findToday(locals.db, locals.person.id);
	const found = await findMetric(locals.db, params.team, params.metric, today);
	if (!found) error(404, noMetric);
	return { metric: found.row.metric, person: locals.person.id };
}
