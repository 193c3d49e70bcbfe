import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { forms } from '#lib/retrospective/stages.ts';
import { beginRetrospective, listRetrospectives } from '#lib/server/rows/retrospectives.ts';
import { loadStrategy } from '#lib/server/rows/strategy.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { cycleOn } from '#lib/strategy/cascade.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:retrospectives', 'rows:cycles');
	const [retrospectives, { cycles }, today] = await Promise.all([
		listRetrospectives(locals.db, params.team),
		loadStrategy(locals.db, params.team),
		findToday(locals.db, locals.person.id)
	]);
	const held = new Set(retrospectives.map(({ cycle }) => cycle.id));
	return {
		retrospectives,
		/** Cycles that have begun and have none yet, the latest first. */
		open: cycles
			.filter(({ id, startsOn }) => !held.has(id) && startsOn <= today)
			.toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1)),
		current: cycleOn(cycles, today)?.id
	};
};

const Begin = v.object({
	cycle: v.pipe(v.string(), v.uuid()),
	form: v.pipe(v.string(), v.transform(Number), v.picklist(forms))
});

export const actions: Actions = {
	/** Begins it, or opens the one somebody else has begun in the same moment. */
	begin: async ({ locals, params, request }) => {
		const form = v.safeParse(Begin, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Choose a cycle and a form.' });
		const { cycle, form: length } = form.output;
		const id = await beginRetrospective(locals.db, params.team, cycle, length);
		if (!id) error(404, 'There is no such cycle in this team, or you may not begin it.');
		redirect(303, `/r/${id}/live`);
	}
};
