import { error } from '@sveltejs/kit';
import { themeOn } from '#lib/diagnosis/theme.ts';
import { listThemes } from '#lib/server/rows/themes.ts';
import { nextReview } from '#lib/team/chart.ts';
import { listAskedBlind } from '#lib/server/rows/blind-rounds.ts';
import { findMissed } from '#lib/server/rows/catch-up.ts';
import { findHome } from '#lib/server/rows/home.ts';
import { listAsked } from '#lib/server/rows/lasting.ts';
import { listReviews, listSeats } from '#lib/server/rows/seats.ts';
import { listServes } from '#lib/server/rows/lineage.ts';
import { answerTypedCheck } from './execution/[priority]/answer-check.server.ts';
import { answerTypedTrigger } from './answer-trigger.server.ts';
import { enterTypedReading } from '../../../enter-reading.server.ts';
import { finishTypedAction } from './finish-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:meetings', 'rows:series', 'rows:action_items', 'rows:priorities');
	depends('rows:metrics', 'rows:readings', 'rows:nomination_answers', 'rows:fired_triggers');
	depends('rows:cycles', 'rows:check_in_rounds', 'rows:key_results', 'rows:lineages');
	depends('rows:recap_sign_offs');
	depends('rows:milestones', 'rows:change_checks', 'rows:message_mentions');
	depends('rows:blind_rounds', 'rows:seats', 'rows:chart_reviews', 'rows:quarter_themes');
	const now = new Date();
	const [home, serves, blind, seats, [review], themes] = await Promise.all([
		findHome(locals.db, params.team, locals.person.id, now),
		listServes(locals.db, params.team),
		listAskedBlind(locals.db, params.team, locals.person.id),
		listSeats(locals.db, params.team),
		listReviews(locals.db, params.team),
		listThemes(locals.db, params.team)
	]);
	const [asked, missed] = await Promise.all([
		listAsked(locals.db, params.team, home.today),
		findMissed(locals.db, params.team, locals.person.id, home.today)
	]);
	const mine = asked.filter(({ owner }) => owner === locals.person?.id);
	const chart = nextReview(review, home.today);
	return {
		now: now.getTime(),
		home,
		serves,
		lasting: mine,
		missed,
		blind,
		theme: themeOn(themes, home.today),
		/** Days the chart has waited to be signed; null when it does not, or nobody has drawn one. */
		chartLate: seats.length > 0 && chart.isDue ? chart.late : null
	};
};

export const actions: Actions = {
	enter: enterTypedReading,
	finish: finishTypedAction,
	answer: answerTypedTrigger,
	check: answerTypedCheck
};
