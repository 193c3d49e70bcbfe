import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { matcher, plainName } from '#lib/scorecard/import/match.ts';
import { newlyCounted } from '#lib/scorecard/library.ts';
import { CadenceOf } from '#lib/scorecard/metric.ts';
import { addMetrics } from '#lib/server/rows/metrics.ts';
import { listCounted } from '#lib/server/rows/reading-imports.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics');
	const { person } = await parent();
	if (person.role === 'observer') error(403, 'Observers read the scorecard; members keep it.');
	const [today, metrics] = await Promise.all([
		findToday(locals.db, locals.person.id),
		listCounted(locals.db, params.team)
	]);
	return { today, metrics };
};

const Added = v.object({
	cadence: CadenceOf,
	names: v.pipe(
		v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))),
		v.minLength(1),
		v.maxLength(200)
	)
});

export const actions: Actions = {
	/** Begins to count what a file has readings of, under the names it uses. */
	add: async ({ locals, params, request }) => {
		const data = await request.formData();
		const form = v.safeParse(Added, {
			cadence: data.get('cadence'),
			names: data.getAll('name')
		});
		if (!form.success)
			return fail(400, {
				problem: 'Nothing was added: a name of a metric has at most 120 letters.'
			});
		const match = matcher(await listCounted(locals.db, params.team));
		const { cadence, names } = form.output;
		const unknown = [...new Map(names.map((name) => [plainName(name), name])).values()].filter(
			(name) => {
				const found = match(name);
				return 'why' in found && found.why === 'unknown';
			}
		);
		const counted = unknown.map((name) => newlyCounted(name, cadence));
		await addMetrics(locals.db, params.team, counted);
	}
};
