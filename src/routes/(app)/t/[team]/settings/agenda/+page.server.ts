import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { formats } from '#lib/meeting/formats.ts';
import { Line, readForm, refusal } from '#lib/server/form.ts';
import { remakeOccurrences } from '#lib/server/jobs/make-occurrences.ts';
import { readSteps } from '#lib/server/rhythm-form.ts';
import { editFormat, findFormat } from '#lib/server/rows/formats.ts';
import { findRunningSeries } from '#lib/server/rows/series.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Agenda = v.object({
	name: Line('a name for the agenda'),
	from: v.optional(v.string(), ''),
	stepsOf: v.optional(v.string(), '')
});

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:series', 'rows:formats');
	const series = await findRunningSeries(locals.db, params.team);
	return {
		series,
		format: series ? await findFormat(locals.db, params.team, series.format) : undefined,
		formats: formats.map(({ key, name, summary, minutes, steps }) => ({
			key,
			name,
			summary,
			minutes,
			steps: [...steps]
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const series = await findRunningSeries(locals.db, params.team);
		if (!series) redirect(303, `/start/rhythm?team=${params.team}`);
		const data = await request.formData();
		const form = readForm(Agenda, data);
		if (form.refused) return fail(400, form.refused);

		const { name, from, stepsOf } = form.output;
		const other = formats.find(({ key }) => key === from);
		// Without script, another format was chosen and the rows are still those of the old one.
		const read = other && from !== stepsOf ? { steps: [...other.steps] } : readSteps(data);
		if ('problem' in read)
			return fail(400, refusal({ values: form.values, problems: { steps: read.problem } }));

		await orNotFound(
			editFormat(locals.db, params.team, series.format, { name, steps: read.steps })
		);
		await remakeOccurrences(runtime().supabase.database, series.id, new Date());
		return { ...refusal({}), saved: true };
	}
};
