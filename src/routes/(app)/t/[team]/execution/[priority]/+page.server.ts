import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { lineOf, weeksOf } from '#lib/execution/dashboard.ts';
import { askedToday } from '#lib/execution/lasting.ts';
import { pictureOf } from '#lib/execution/picture-of.ts';
import { thenAndNow } from '#lib/execution/then-and-now.ts';
import { recommendWorkers } from '#lib/execution/workers/recommend.ts';
import {
	endCarried,
	enterMeasured,
	removeCarried,
	saveCarried,
	type CarriedRow
} from '#lib/server/rows/carried-rows.ts';
import { changeAction, promiseAction } from '#lib/server/rows/actions.ts';
import { loadExecution } from '#lib/server/rows/execution.ts';
import { listLearned } from '#lib/server/rows/learning.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { describePriority, endPriority, giveOwner, givePart } from '#lib/server/rows/priorities.ts';
import { listGoals } from '#lib/server/rows/strategy.ts';
import { findLane } from '#lib/server/rows/lane.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { findWeeklySettings } from '#lib/server/rows/weekly-mails.ts';
import { listWaiting } from '#lib/server/rows/worker-plans.ts';
import { cycleOn } from '#lib/strategy/cascade.ts';
import { weekdays } from '../../alerts/days.ts';
import { finishTypedAction } from '../../finish-action.ts';
import { mayOwn, notAnOwner } from '../../owner.ts';
import { listWorkers } from '../listed-workers.ts';
import { fiveAreActive, Id } from '../priority-form.ts';
import { shown } from '../shown.ts';
import { answerTypedCheck } from './answer-check.server.ts';
import {
	AboutForm,
	ActionForm,
	CloseForm,
	decimalsOf,
	EndForm,
	OwnerForm,
	PartForm,
	RemoveForm,
	RowForm,
	ValueForm,
	type Typed
} from './row-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const none = 'There is no such priority in this team, or you may not change it.';
const noRow = 'There is no such row in this priority, or you may not change it.';

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	if (!locals.person) error(401, 'Sign in first.');
	for (const table of shown) depends(`rows:${table}`);
	if (!v.is(Id, params.priority)) error(404, none);
	const today = await findToday(locals.db, locals.person.id);
	const [{ people }, execution, goals, metrics, waiting, learned, alerts, lane] = await Promise.all(
		[
			parent(),
			loadExecution(locals.db, params.team, today, params.priority),
			listGoals(locals.db, params.team),
			listMetrics(locals.db, params.team),
			listWaiting(locals.db, params.team),
			listLearned(locals.db, params.team),
			findWeeklySettings(locals.db, params.team),
			findLane(locals.db, params.team)
		]
	);
	const { priorities, before, open, cycles } = execution;
	const priority = priorities.find(({ id }) => id === params.priority);
	if (!priority) error(404, none);
	const active = priorities.filter(({ endedAt }) => endedAt === null);
	const cycle = cycleOn(cycles, today);
	const seated = people.filter(({ current, role }) => current && role !== 'observer');
	return {
		today,
		priority,
		number: active.findIndex(({ id }) => id === priority.id) + 1,
		active: active.map(({ id, title }) => ({ id, title })),
		cycle: cycle && { ...cycle, ...weeksOf(cycle, today) },
		line: lineOf(priority, before.get(priority.id), cycle, today),
		before: before.get(priority.id) ?? null,
		then: priority.endedAt === null ? thenAndNow(priority, today) : null,
		asked: askedToday([priority], today),
		learned: learned.filter(
			({ about, reviews }) =>
				about?.id === priority.id || reviews.some(({ subject }) => subject?.id === priority.id)
		),
		workers: listWorkers(
			waiting.filter((plan) => plan.priority === priority.id),
			recommendWorkers(pictureOf(priority, seated, open, cycle, lane?.lane ?? null, today)).map(
				(one) => ({
					...one,
					priority: priority.id
				})
			)
		),
		goals,
		alerts: { day: weekdays[alerts.weekday - 1]?.label ?? '', at: alerts.at },
		metrics: metrics.map(({ id, name }) => ({ id, name }))
	};
};

/** The priority a form is about, when this person's team has it and it is active. */
async function findActive({ locals: { db, person }, params }: RequestEvent) {
	if (!person) error(401, 'Sign in first.');
	if (!v.is(Id, params.priority)) error(404, none);
	const today = await findToday(db, person.id);
	const { priorities } = await loadExecution(db, params.team, today, params.priority);
	const priority = priorities.find(({ id }) => id === params.priority);
	if (!priority) error(404, none);
	if (priority.endedAt !== null)
		error(403, 'It has ended, and nothing was changed. Take it up again first.');
	return {
		db,
		person,
		today,
		priority,
		priorities,
		place: { team: params.team, priority: priority.id }
	};
}

type Found = Awaited<ReturnType<typeof findActive>>;
const problem = (name: string, words: string) => fail(400, { problems: { [name]: [words] } });

export const actions: Actions = {
	save: async (event) => {
		const found = await findActive(event);
		const typed = Object.fromEntries(await event.request.formData());
		const form = v.safeParse(RowForm, typed);
		if (!form.success) return fail(400, { problems: v.flatten(form.issues).nested ?? {} });
		const id = typed['row'] ? v.parse(Id, typed['row']) : undefined;
		const before = ownerOf(found, id);
		if (
			'owner' in form.output &&
			!(await mayOwn(found.db, found.place.team, form.output.owner, before))
		)
			return problem('owner', notAnOwner);
		const stranger = await strangerIn(form.output, found);
		if (stranger) return problem(stranger, 'Pick one of this team.');
		const row = toRow(form.output, found, id);
		if (!(await saveCarried(found.db, found.place, found.person.id, row, id))) error(404, noRow);
	},

	remove: async (event) => {
		const { db, place } = await findActive(event);
		const form = v.safeParse(RemoveForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, noRow);
		if (!(await removeCarried(db, place, form.output.kind, form.output.row, new Date())))
			error(404, noRow);
	},

	restore: async (event) => {
		const { db, place } = await findActive(event);
		const form = v.safeParse(RemoveForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, noRow);
		if (!(await removeCarried(db, place, form.output.kind, form.output.row, null)))
			error(404, noRow);
	},

	done: async (event) => {
		const { db, place, today } = await findActive(event);
		const form = v.safeParse(EndForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, noRow);
		const { kind, row, done } = form.output;
		if (!(await endCarried(db, place, kind, row, done === 'yes' ? today : null))) error(404, noRow);
	},

	value: async (event) => {
		const { db, person, place, today } = await findActive(event);
		const form = v.safeParse(ValueForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) {
			const { nested } = v.flatten<typeof ValueForm>(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		if (form.output.on > today)
			return problem('on', 'Nobody knows yet what it stands at then. Pick a day that has come.');
		if (!(await enterMeasured(db, place, person.id, form.output))) error(404, noRow);
	},

	action: async (event) => {
		const { db, priority, place } = await findActive(event);
		const form = v.safeParse(ActionForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) {
			const { nested } = v.flatten<typeof ActionForm>(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		const { action, title, owner, due } = form.output;
		if (!(await mayOwn(db, place.team, owner))) return problem('owner', notAnOwner);
		if (action === undefined) {
			if (!(await promiseAction(db, priority.id, { title, owner, due }))) error(404, none);
			return;
		}
		if (!priority.actions.some(({ id }) => id === action)) error(404, noRow);
		if (!(await changeAction(db, action, { title, owner, due })))
			return problem(
				'title',
				'It was done meanwhile, or its meeting is still under way: nothing was changed.'
			);
	},

	finish: finishTypedAction,

	about: async (event) => {
		const { db, place } = await findActive(event);
		const form = v.safeParse(AboutForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) {
			const { nested } = v.flatten<typeof AboutForm>(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		const { goal } = form.output;
		if (goal !== null && !(await listGoals(db, place.team)).some(({ id }) => id === goal))
			return problem('goal', 'Pick one of this team.');
		if (!(await describePriority(db, place.team, place.priority, form.output))) error(404, none);
	},

	owner: async (event) => {
		const { db, place, priority } = await findActive(event);
		const form = v.safeParse(OwnerForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, none);
		if (!(await mayOwn(db, place.team, form.output.owner, priority.owner)))
			return problem('owner', notAnOwner);
		if (!(await giveOwner(db, place.team, place.priority, form.output.owner))) error(404, none);
	},

	part: async (event) => {
		const { db, place, priority } = await findActive(event);
		const form = v.safeParse(PartForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, none);
		const { person, part } = form.output;
		if (person === priority.owner && part !== null)
			return problem('person', 'Whoever is accountable has a part already.');
		if (part !== null && !(await mayOwn(db, place.team, person)))
			return problem('person', notAnOwner);
		await givePart(db, place.team, place.priority, person, part);
	},

	end: async (event) => {
		const { db, place } = await findActive(event);
		const form = v.safeParse(CloseForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, none);
		const end = { at: new Date(), as: form.output.as };
		if ((await endPriority(db, place.team, place.priority, end)) === 'none') error(404, none);
	},

	again: async ({ locals, params }) => {
		if (!v.is(Id, params.priority)) error(404, none);
		const answer = await endPriority(locals.db, params.team, params.priority, null);
		if (answer === 'none') error(404, none);
		if (answer === 'five are active') return fail(400, { problem: fiveAreActive });
	},

	check: answerTypedCheck
};

function ownerOf({ priority }: Found, id: string | undefined): string | null {
	const all = [
		...priority.milestones,
		...priority.kpis,
		...priority.gaps,
		...priority.risks,
		...priority.resources,
		...priority.dependencies
	];
	return all.find((one) => one.id === id)?.owner ?? null;
}

/** The field that names what is not of this team or this priority; undefined when none does. */
async function strangerIn(
	form: Typed,
	{ db, place, priority, priorities }: Found
): Promise<string | undefined> {
	if (form.kind === 'measure' && form.metric !== null) {
		const metrics = await listMetrics(db, place.team);
		return metrics.some(({ id }) => id === form.metric) ? undefined : 'metric';
	}
	if (form.kind === 'resource' && form.phase !== null)
		return priority.phases.some(({ id }) => id === form.phase) ? undefined : 'phase';
	if (form.kind === 'dependency' && form.other !== null)
		return form.other !== priority.id && priorities.some(({ id }) => id === form.other)
			? undefined
			: 'other';
	return undefined;
}

/** What a form leaves unsaid stays as it was. */
function toRow(form: Typed, { priority }: Found, id: string | undefined): CarriedRow {
	if (form.kind === 'measure') {
		const { kind, ...fields } = form;
		const known = [...priority.kpis, ...priority.gaps].find((one) => one.id === id);
		const values = known?.values.map(({ value }) => value) ?? [];
		const decimals = decimalsOf(fields.baseline, fields.target, ...values);
		return { kind, fields: { ...fields, decimals } };
	}
	const { kind, ...fields } = form;
	return { kind, fields } as CarriedRow;
}
