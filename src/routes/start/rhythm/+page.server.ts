import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { defaultFormat, formatOf, formats } from '#lib/meeting/formats.ts';
import { makeOccurrencesOf } from '#lib/server/jobs/make-occurrences.ts';
import { readForm, refusal } from '#lib/server/form.ts';
import { readSteps, RhythmForm } from '#lib/server/rhythm-form.ts';
import { addFormat } from '#lib/server/rows/formats.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { addSeries, findRunningSeries } from '#lib/server/rows/series.ts';
import { findTeam } from '#lib/server/rows/teams.ts';
import { editTeam } from '#lib/server/rows/workspaces.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../or-not-found.server.ts';
import { ownZone } from './own-zone.server.ts';
import type { Actions, PageServerLoad } from './$types';

const FirstRhythm = v.object({
	...RhythmForm.entries,
	format: v.string(),
	// The format the rows belong to: without script, choosing another one leaves the rows behind.
	stepsOf: v.string()
});

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.person) redirect(303, '/sign-in?to=/start');
	const team = await orNotFound(findTeam(locals.db, url.searchParams.get('team') ?? ''));
	if (await findRunningSeries(locals.db, team.id)) redirect(303, `/start/invite?team=${team.id}`);
	return {
		team,
		people: await listPeople(locals.db, team.id),
		me: locals.person.id,
		timeZone: await ownZone(locals.db, locals.person.id),
		zones: Intl.supportedValuesOf('timeZone'),
		formats: formats.map(({ key, name, summary, minutes, steps }) => ({
			key,
			name,
			summary,
			minutes,
			steps: [...steps]
		})),
		format: defaultFormat.key
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		if (!locals.person) redirect(303, '/sign-in?to=/start');
		const team = await orNotFound(findTeam(locals.db, url.searchParams.get('team') ?? ''));
		const onwards = `/start/invite?team=${team.id}`;
		// A second press of the button, or the way back: the team has its rhythm already.
		if (await findRunningSeries(locals.db, team.id)) redirect(303, onwards);

		const data = await request.formData();
		const form = readForm(FirstRhythm, data);
		if (form.refused) return fail(400, form.refused);
		const { format: key, stepsOf, ...rhythm } = form.output;
		const chosen = formatOf(key);
		const read = key === stepsOf ? readSteps(data) : { steps: [...chosen.steps] };
		if ('problem' in read)
			return fail(400, refusal({ values: form.values, problems: { steps: read.problem } }));

		const now = new Date();
		const format = crypto.randomUUID();
		await orNotFound(
			addFormat(locals.db, team.id, {
				id: format,
				origin: chosen.key,
				name: chosen.name,
				steps: read.steps
			}).then(() => true)
		);
		await editTeam(locals.db, team.id, { terms: chosen.terms });
		const series = await addSeries(locals.db, team.id, {
			...rhythm,
			format,
			name: `${team.name} meeting`.slice(0, 120),
			startsOn: now.toISOString().slice(0, 10)
		});
		await makeOccurrencesOf(runtime().supabase.database, series, now);
		redirect(303, onwards);
	}
};
