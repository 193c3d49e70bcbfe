import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { flagSystems } from '#lib/diagnosis/systems.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { listSynced, listSystems, removeSystem, saveSystem } from '#lib/server/rows/systems.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { listTokens } from '#lib/server/rows/tokens.ts';
import { Id, line } from '../../execution/priority-form.ts';
import { mayOwn, notAnOwner, Owner } from '../../owner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:systems', 'rows:system_feeds', 'rows:metrics', 'rows:readings');
	const { db } = locals;
	const today = await findToday(db, locals.person.id);
	const [systems, metrics, synced, tokens] = await Promise.all([
		listSystems(db, params.team),
		listMetrics(db, params.team),
		listSynced(db, params.team, today),
		listTokens(db, params.team)
	]);
	return {
		today,
		systems,
		synced,
		metrics: metrics.map(({ id, name, cadence, since }) => ({ id, name, cadence, since })),
		flags: flagSystems(systems, metrics, synced, today),
		// Programs that bring readings, as far as this person may see them.
		programs: tokens.map(({ id, name, lastUsedAt, lastFailedAt, lastFailure }) => ({
			...{ id, name, lastUsedAt, lastFailedAt, lastFailure }
		}))
	};
};

const SystemForm = v.object({
	system: v.optional(v.union([Id, v.literal('')]), ''),
	name: line(120, 'Say what the system is called.'),
	holds: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(300, 'Please keep it under 300 characters.')
	),
	owner: Owner,
	filling: v.picklist(['by hand', 'automatic']),
	feeds: v.array(Id)
});
const none = 'There is no such system in this team, or you may not change it.';

export const actions: Actions = {
	save: async ({ locals: { db }, params: { team }, request }) => {
		const typed = await request.formData();
		const form = v.safeParse(SystemForm, {
			...Object.fromEntries(typed),
			feeds: typed.getAll('feeds')
		});
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof SystemForm>(form.issues).nested ?? {} });
		const { system, feeds, ...said } = form.output;
		if (!(await mayOwn(db, team, said.owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		const known = new Set((await listMetrics(db, team)).map(({ id }) => id));
		const real = [...new Set(feeds)].filter((id) => known.has(id));
		if (!(await saveSystem(db, team, system === '' ? undefined : system, said, real)))
			error(404, none);
	},

	remove: async ({ locals: { db }, params: { team }, request }) => {
		const id = v.safeParse(Id, (await request.formData()).get('system'));
		if (!id.success || !(await removeSystem(db, team, id.output, new Date()))) error(404, none);
	}
};
