import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { readForm, refusal } from '#lib/server/form.ts';
import { remakeOccurrences } from '#lib/server/jobs/make-occurrences.ts';
import { AskingForm, RhythmForm } from '#lib/server/rhythm-form.ts';
import { editSeries, findNextStart, findRunningSeries } from '#lib/server/rows/series.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:series', 'rows:meetings');
	const series = await findRunningSeries(locals.db, params.team);
	return {
		series,
		next: series ? await findNextStart(locals.db, series.id, new Date()) : undefined,
		zones: Intl.supportedValuesOf('timeZone')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const series = await findRunningSeries(locals.db, params.team);
		if (!series) redirect(303, `/start/rhythm?team=${params.team}`);
		const data = await request.formData();
		const form = readForm(RhythmForm, data);
		if (form.refused) return fail(400, form.refused);
		const asking = v.safeParse(AskingForm, Object.fromEntries(data));
		if (!asking.success)
			return fail(
				400,
				refusal({ problems: { asksAt: asking.issues[0].message }, values: form.values })
			);

		await orNotFound(editSeries(locals.db, params.team, series.id, form.output, asking.output));
		await remakeOccurrences(runtime().supabase.database, series.id, new Date());
		return { ...refusal({}), saved: true };
	}
};
