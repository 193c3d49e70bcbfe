import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { orNotFound } from '../../../../or-not-found.server.ts';
import { addMetric, editMetric, listMetrics } from '#lib/server/rows/metrics.ts';
import { loadScorecard } from '#lib/server/rows/scorecard.ts';
import { listGoals } from '#lib/server/rows/strategy.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { answerReview, isReviewed, listStopped } from '#lib/server/rows/watching.ts';
import { enterTypedReading } from '../../../../enter-reading.server.ts';
import { mayOwn, notAnOwner } from '../owner.ts';
import { MetricForm } from './metric-form.ts';
import { stopTyped } from './stop-watching.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics', 'rows:readings', 'rows:nomination_answers', 'rows:meetings');
	depends('rows:watch_reviews', 'rows:annual_goals');
	const today = await findToday(locals.db, locals.person.id);
	const [scorecard, reviewed, stopped, goals] = await Promise.all([
		loadScorecard(locals.db, params.team, today),
		isReviewed(locals.db, params.team, today),
		listStopped(locals.db, params.team),
		listGoals(locals.db, params.team)
	]);
	return { today, ...scorecard, isReviewed: reviewed, stopped: stopped.length, goals };
};

const noMetric = 'There is no such metric in this team, or you may not change it.';

export const actions: Actions = {
	enter: enterTypedReading,
	save: async ({ locals, params, request }) => {
		const typed = Object.fromEntries(await request.formData());
		const form = v.safeParse(MetricForm, typed);
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof MetricForm>(form.issues).nested });

		const metrics = await listMetrics(locals.db, params.team);
		const id = typed['metric'];
		const before = metrics.find((metric) => metric.id === id);
		if (id && !before) error(404, noMetric);
		const { owner, responder, leads, goal } = form.output;
		if (!(await mayOwn(locals.db, params.team, owner, before?.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		if (!(await mayOwn(locals.db, params.team, responder, before?.responder)))
			return fail(400, { problems: { responder: [notAnOwner] as [string] } });
		const isLagging = metrics.some((metric) => metric.id === leads && !metric.leading);
		if (leads !== null && (leads === id || !isLagging))
			return fail(400, {
				problems: { leads: ['Choose a lagging metric of this team.'] as [string] }
			});
		const goals = await listGoals(locals.db, params.team);
		if (goal !== null && goal !== before?.goal && !goals.some(({ id }) => id === goal))
			return fail(400, { problems: { goal: ['Choose a goal of this team.'] as [string] } });
		// Readings belong to periods of one length.
		const fields = {
			...form.output,
			cadence: before?.cadence ?? form.output.cadence,
			path: before?.path ?? []
		};
		if (!before) await addMetric(locals.db, params.team, fields);
		else if (!(await editMetric(locals.db, params.team, before.id, fields))) error(404, noMetric);
	},
	stop: stopTyped,
	/** Answers the question of the quarter: what was chosen is watched no longer. */
	review: async (event) => {
		const answered = await stopTyped(event);
		await review(event, 'stopped');
		return answered;
	},
	putOff: (event) => review(event, 'put off')
};

async function review({ locals, params }: RequestEvent, answer: 'stopped' | 'put off') {
	if (!locals.person) error(401, 'Sign in first.');
	const { id } = locals.person;
	const today = await findToday(locals.db, id);
	await orNotFound(
		answerReview(locals.db, params.team, id, today, answer).then(() => ({ reviewed: answer }))
	);
}
