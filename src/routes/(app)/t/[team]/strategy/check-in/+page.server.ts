import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { mondayOf } from '#lib/calendar/day.ts';
import { giveConfidences, loadCheckIn, revealRound } from '#lib/server/rows/check-ins.ts';
import { loadStrategy } from '#lib/server/rows/strategy.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { arrange, lineageOf, objectivesOf, runningCycle } from '#lib/strategy/cascade.ts';
import { clearTypedBlocker, raiseTypedBlocker } from '../blocker.server.ts';
import { enterTypedValue } from '../enter-value.server.ts';
import { AnswersForm } from './answers-form.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = [
	'cycles',
	'imperatives',
	'annual_goals',
	'objectives',
	'key_results',
	'key_result_values',
	'check_in_rounds',
	'blockers',
	'action_items'
];

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const today = await findToday(locals.db, locals.person.id);
	const strategy = await loadStrategy(locals.db, params.team);
	const cycle = runningCycle(strategy.cycles, today);
	if (!cycle) return { today, running: undefined };
	const week = mondayOf(today);
	const objectives = strategy.objectives.filter(
		(one) => one.cycle === cycle.id && one.state === 'accepted' && one.endedAt === null
	);
	return {
		today,
		running: {
			cycle,
			week,
			objectives: objectivesOf(arrange({ ...strategy, objectives }, cycle, today)).filter(
				({ keyResults }) => keyResults.length > 0
			),
			/** By objective, from the top: what it serves. */
			lineages: Object.fromEntries(objectives.map((one) => [one.id, lineageOf(one, strategy)])),
			checkIn: await loadCheckIn(locals.db, params.team, cycle.id, week)
		}
	};
};

const tooLate =
	'The round was revealed before your answer arrived, so it was not kept. The next one begins on Monday.';

export const actions: Actions = {
	answer: async ({ locals: { db, person }, request }) => {
		if (!person) error(401, 'Sign in first.');
		const form = v.safeParse(AnswersForm, await request.formData());
		if (!form.success) return fail(400, { problem: 'Give each key result 0 to 10, or nothing.' });
		const { cycle, week, answers } = form.output;
		if (week !== mondayOf(await findToday(db, person.id)))
			return fail(409, {
				problem: 'A new week has begun since this page was opened. Nothing was kept: answer again.'
			});
		if (!(await giveConfidences(db, cycle, week, answers))) return fail(409, { problem: tooLate });
	},

	reveal: async ({ locals: { db }, request }) => {
		const round = v.safeParse(
			v.pipe(v.string(), v.uuid()),
			(await request.formData()).get('round')
		);
		if (!round.success) error(404, 'There is no such round.');
		if (!(await revealRound(db, round.output)))
			return fail(409, { problem: 'Somebody revealed it already, or nobody has answered yet.' });
	},

	value: enterTypedValue,
	block: raiseTypedBlocker,
	clear: clearTypedBlocker
};
