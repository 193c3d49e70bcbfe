import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { themeOn } from '#lib/diagnosis/theme.ts';
import { alignmentOf } from '#lib/execution/alignment.ts';
import { attentionOf, overloaded } from '#lib/execution/attention.ts';
import { healthOfAll, linesOf, weeksOf } from '#lib/execution/dashboard.ts';
import { pictureOf } from '#lib/execution/picture-of.ts';
import { recommendWorkers } from '#lib/execution/workers/recommend.ts';
import { firstName } from '#lib/meeting/person.ts';
import { loadExecution } from '#lib/server/rows/execution.ts';
import { findLane } from '#lib/server/rows/lane.ts';
import { addPriority, endPriority } from '#lib/server/rows/priorities.ts';
import { listThemes } from '#lib/server/rows/themes.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { listWaiting } from '#lib/server/rows/worker-plans.ts';
import { cycleOn } from '#lib/strategy/cascade.ts';
import { mayOwn, notAnOwner } from '../owner.ts';
import { listWorkers } from './listed-workers.ts';
import { fiveAreActive, NewPriority, TakenUp } from './priority-form.ts';
import { shown } from './shown.ts';
import type { Actions, PageServerLoad } from './$types';

/** Plans to review, then of each priority the worker most speaks for: as many as fit. */
const workersShown = 3;

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	const today = await findToday(locals.db, locals.person.id);
	const [{ people }, execution, waiting, lane, themes] = await Promise.all([
		parent(),
		loadExecution(locals.db, params.team, today),
		listWaiting(locals.db, params.team),
		findLane(locals.db, params.team),
		listThemes(locals.db, params.team)
	]);
	const { priorities, before, open, learned, ended, cycles } = execution;
	const current = people.filter((person) => person.current);
	const seated = current.filter(({ role }) => role !== 'observer');
	const cycle = cycleOn(cycles, today);
	const named = new Map(people.map(({ id, name }) => [id, firstName(name)]));
	return {
		today,
		theme: themeOn(themes, today),
		cycle: cycle && { ...cycle, ...weeksOf(cycle, today) },
		health: healthOfAll(priorities),
		before: before.get('') ?? null,
		lines: linesOf(priorities, before, cycle, today),
		attention: attentionOf(
			priorities,
			today,
			(id) => current.some((person) => person.id === id),
			(id) => named.get(id ?? '') ?? 'Somebody'
		),
		overloaded: overloaded(priorities, open, today),
		alignment: alignmentOf(priorities, seated),
		workers: listWorkers(
			waiting,
			priorities
				.flatMap((priority) => {
					const [first] = recommendWorkers(
						pictureOf(priority, seated, open, cycle, lane?.lane ?? null, today)
					);
					return first ? [{ priority: priority.id, ...first }] : [];
				})
				.toSorted((one, other) => other.weight - one.weight)
		).slice(0, workersShown),
		learned,
		ended
	};
};

const none = 'There is no such priority in this team, or you may not change it.';

export const actions: Actions = {
	add: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(NewPriority, Object.fromEntries(await request.formData()));
		if (!form.success) {
			const { nested } = v.flatten<typeof NewPriority>(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		if (!(await mayOwn(db, team, form.output.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		const id = crypto.randomUUID();
		if (!(await addPriority(db, team, form.output, id)))
			return fail(400, { problems: { title: [fiveAreActive] as [string] } });
		redirect(303, `/t/${team}/execution/${id}`);
	},

	again: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(TakenUp, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, none);
		const answer = await endPriority(db, team, form.output.priority, null);
		if (answer === 'none') error(404, none);
		if (answer === 'five are active') return fail(400, { problem: fiveAreActive });
	}
};
