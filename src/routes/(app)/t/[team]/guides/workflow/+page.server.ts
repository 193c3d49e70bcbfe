import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	addProcess,
	beginFix,
	listProcesses,
	measureFix,
	mostSteps,
	removeProcess,
	removeStep,
	saveStep
} from '#lib/server/rows/processes.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { flowOf } from '#lib/diagnosis/flow.ts';
import { readNumber } from '#lib/scorecard/number.ts';
import { Id, line } from '../../execution/priority-form.ts';
import { mayOwn, notAnOwner, Owner } from '../../owner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:processes', 'rows:process_steps', 'rows:process_fixes');
	const processes = await listProcesses(locals.db, params.team);
	return {
		processes: processes.map((process) => ({ ...process, flow: flowOf(process.steps) })),
		today: await findToday(locals.db, locals.person.id)
	};
};

const hours = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => (typed.trim() === '' ? 0 : readNumber(typed))),
	v.number('Write hours as a number, such as 1.5.'),
	v.minValue(0, 'Time cannot be less than nothing.'),
	v.maxValue(100_000, 'That is more than eleven years.')
);
const text = (longest: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(longest, `Please keep it under ${longest} characters.`)
	);
const NewProcess = v.object({ name: line(120, 'Say what the process is called.'), owner: Owner });
const StepForm = v.object({
	process: Id,
	step: v.optional(v.union([Id, v.literal('')]), ''),
	position: v.pipe(
		v.string(),
		v.transform(Number),
		v.integer(),
		v.minValue(0),
		v.maxValue(mostSteps)
	),
	name: line(200, 'Say what is done.'),
	work: hours,
	wait: hours,
	doer: text(120),
	handOff: text(300),
	rework: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => (typed.trim() === '' ? 0 : readNumber(typed, '%'))),
		v.number('Write a share between 0 and 100.'),
		v.minValue(0, 'Write a share between 0 and 100.'),
		v.maxValue(100, 'Write a share between 0 and 100.')
	),
	backTo: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => (typed === '' ? null : Number(typed))),
		v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
	)
});
const FixForm = v.object({
	process: Id,
	what: line(300, 'Say what is mended.'),
	owner: Owner,
	due: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed || null),
		v.nullable(v.pipe(v.string(), v.isoDate('Pick a day.')))
	)
});
const none = 'There is no such row in this team, or you may not change it.';

export const actions: Actions = {
	add: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(NewProcess, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof NewProcess>(form.issues).nested ?? {} });
		if (!(await mayOwn(db, team, form.output.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		await addProcess(db, team, crypto.randomUUID(), form.output);
	},

	remove: async ({ locals: { db }, params: { team }, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('process'));
		if (!id.success || !(await removeProcess(db, team, id.output, new Date()))) error(404, none);
	},

	step: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(StepForm, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof StepForm>(form.issues).nested ?? {} });
		const { process, step, ...said } = form.output;
		const found = (await listProcesses(db, team)).find(({ id }) => id === process);
		if (!found) error(404, none);
		if (step === '' && found.steps.length >= mostSteps)
			return fail(400, {
				problems: { name: [`${mostSteps} steps are the most one process can have.`] as [string] }
			});
		if (said.backTo !== null && said.backTo > said.position)
			return fail(400, {
				problems: { backTo: ['Work goes back to a step before, or to the same.'] as [string] }
			});
		if (!(await saveStep(db, team, process, step === '' ? undefined : step, said)))
			error(404, none);
	},

	removeStep: async ({ locals: { db }, params: { team }, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('step'));
		if (!id.success) error(404, none);
		await removeStep(db, team, id.output);
	},

	fix: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(FixForm, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof FixForm>(form.issues).nested ?? {} });
		const { process, what, owner, due } = form.output;
		const found = (await listProcesses(db, team)).find(({ id }) => id === process);
		const before = found && flowOf(found.steps).total;
		if (!found) error(404, none);
		if (before === null || before === undefined || before === 0)
			return fail(400, {
				problems: {
					what: ['The process takes no time yet, so nothing could be compared.'] as [string]
				}
			});
		if (!(await mayOwn(db, team, owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		if (!(await beginFix(db, team, process, { what, owner, dueOn: due, before })))
			return fail(400, {
				problems: { what: ['One fix is under way. Measure it first.'] as [string] }
			});
	},

	measure: async ({ locals: { db, person }, params: { team }, request }) => {
		if (!person) error(401, 'Sign in first.');
		const id = v.safeParse(Id, (await request.formData()).get('fix'));
		const today = await findToday(db, person.id);
		const process = (await listProcesses(db, team)).find(({ fixes }) =>
			fixes.some((fix) => id.success && fix.id === id.output)
		);
		const after = process && flowOf(process.steps).total;
		if (!id.success || after === undefined) error(404, none);
		if (after === null)
			return fail(400, { problem: 'The process never ends as it is drawn, so it has no time.' });
		if (!(await measureFix(db, team, id.output, { after, on: today }))) error(404, none);
	}
};
