import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	addPriority,
	editPriority,
	endPriority,
	listPriorities
} from '#lib/server/rows/priorities.ts';
import { listLastCalls } from '#lib/server/rows/status-checks.ts';
import { mayOwn, notAnOwner } from '../owner.ts';
import { EndForm, GoalForm } from './goal-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:priorities', 'rows:meetings');
	const [priorities, calls] = await Promise.all([
		listPriorities(locals.db, params.team),
		listLastCalls(locals.db, params.team)
	]);
	return { priorities: priorities.map((one) => ({ ...one, call: calls.get(one.id) })) };
};

const none = 'There is no such priority in this team, or you may not change it.';

export const actions: Actions = {
	save: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(GoalForm, Object.fromEntries(await request.formData()));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof GoalForm>(form.issues).nested });

		const { id, ...goal } = form.output;
		const before = (await listPriorities(db, team)).find((one) => one.id === id);
		if (id && !before) error(404, none);
		if (!(await mayOwn(db, team, goal.owner, before?.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		if (!id) await addPriority(db, team, goal);
		else if (!(await editPriority(db, team, id, goal))) error(404, none);
	},
	end: async ({ locals: { db }, params: { team }, request }) => {
		const form = v.safeParse(EndForm, Object.fromEntries(await request.formData()));
		if (!form.success) error(404, none);
		const { id, ends } = form.output;
		if (!(await endPriority(db, team, id, ends === 'yes' ? new Date() : null))) error(404, none);
	}
};
