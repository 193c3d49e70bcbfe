import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays } from '#lib/calendar/day.ts';
import { forecast, mostUsed } from '#lib/diagnosis/forecast.ts';
import { departments } from '#lib/execution/workers/departments.ts';
import { listMetrics, listReadings } from '#lib/server/rows/metrics.ts';
import {
	addOutcome,
	dropContribution,
	endOutcome,
	findRanking,
	listOutcomes,
	rankPriorities,
	revealRanking,
	setContribution,
	startRanking
} from '#lib/server/rows/outcomes.ts';
import { listPriorities } from '#lib/server/rows/priorities.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { readNumber } from '#lib/scorecard/number.ts';
import { Id, line } from '../../execution/priority-form.ts';
import { mayOwn, notAnOwner, Owner } from '../../owner.ts';
import { blindActions } from '../../blind-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

const everyDays = { week: 7, month: 30, quarter: 91 };

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:outcome_targets', 'rows:contributions', 'rows:ranking_rounds', 'rows:readings');
	depends('rows:metrics', 'rows:priorities');
	const { db } = locals;
	const today = await findToday(db, locals.person.id);
	const [outcomes, metrics, ranking, priorities, readings] = await Promise.all([
		listOutcomes(db, params.team),
		listMetrics(db, params.team),
		findRanking(db, params.team),
		listPriorities(db, params.team),
		listReadings(db, params.team, addDays(today, -91 * (mostUsed + 1)))
	]);
	return {
		today,
		outcomes: outcomes.map((outcome) => {
			const past = readings
				.filter(({ metric, period }) => metric === outcome.metric.id && period <= today)
				.map(({ period, value }) => ({ on: period, value }));
			return {
				...outcome,
				past: past.slice(-mostUsed),
				forecast: forecast(past, outcome.dueOn, everyDays[outcome.metric.cadence])
			};
		}),
		metrics: metrics
			.filter(({ direction }) => direction !== 'band')
			.map(({ id, name, unit }) => ({ id, name, unit })),
		ranking,
		priorities: priorities.map(({ id, title, endedAt }) => ({ id, title, endedAt }))
	};
};

const number = (lacks: string) =>
	v.pipe(
		v.string(),
		v.transform((typed) => readNumber(typed)),
		v.number(lacks)
	);
const NewOutcome = v.object({
	title: line(300, 'Say what is to be reached.'),
	metric: v.pipe(v.string(), v.uuid('Pick a metric.')),
	target: number('Say the number it is to reach.'),
	due: v.pipe(v.string(), v.isoDate('Pick the day it is due.')),
	assumptions: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(2000, 'Please say it shorter.')
	)
});
const NewContribution = v.object({
	outcome: Id,
	department: v.picklist(departments, 'Pick a function.'),
	what: line(300, 'Say what it adds.'),
	amount: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => (typed.trim() === '' ? null : readNumber(typed))),
		v.nullable(v.number('Write a number, or leave it out.'))
	),
	owner: Owner
});
const none = 'There is no such row in this team, or you may not change it.';
const { propose } = blindActions('execution gap');

export const actions: Actions = {
	propose,
	add: async ({ locals: { db, person }, params: { team }, request }) => {
		if (!person) error(401, 'Sign in first.');
		const form = v.safeParse(NewOutcome, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof NewOutcome>(form.issues).nested ?? {} });
		const today = await findToday(db, person.id);
		if (form.output.due <= today)
			return fail(400, { problems: { due: ['Pick a day that is still to come.'] as [string] } });
		const metrics = await listMetrics(db, team);
		if (!metrics.some(({ id, direction }) => id === form.output.metric && direction !== 'band'))
			return fail(400, { problems: { metric: ['Pick a metric of this team.'] as [string] } });
		await addOutcome(db, team, person.id, form.output);
	},

	end: async ({ locals: { db }, params: { team }, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('outcome'));
		if (!id.success || !(await endOutcome(db, team, id.output, new Date()))) error(404, none);
	},

	contribute: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(NewContribution, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof NewContribution>(form.issues).nested ?? {} });
		const { outcome, ...said } = form.output;
		if (!(await mayOwn(db, team, said.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		await setContribution(db, team, outcome, said);
	},

	drop: async ({ locals: { db }, params: { team }, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('contribution'));
		if (!id.success) error(404, none);
		await dropContribution(db, team, id.output);
	},

	startRanking: async ({ locals: { db }, params: { team } }) => {
		if (!(await startRanking(db, team)))
			return fail(400, {
				problem: 'There is nothing to rank: fewer than two priorities are active.'
			});
	},

	rank: async ({ locals: { db }, request }) => {
		const typed = await request.formData();
		const round = v.safeParse(Id, typed.get('round'));
		const order = v.safeParse(v.array(Id), typed.getAll('order'));
		if (!round.success || !order.success) error(404, none);
		if (!(await rankPriorities(db, round.output, order.output)))
			return fail(400, {
				problem: 'The round was revealed meanwhile, or a priority lacks its place.'
			});
	},

	revealRanking: async ({ locals: { db }, request }) => {
		const round = v.safeParse(Id, (await request.formData()).get('round'));
		if (!round.success) error(404, none);
		if (!(await revealRanking(db, round.output)))
			return fail(400, { problem: 'At least two functions have to rank before it is shown.' });
	}
};
