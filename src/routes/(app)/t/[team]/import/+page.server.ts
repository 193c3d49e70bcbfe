import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, readForm, refusal } from '#lib/server/form.ts';
import { noteTriggers } from '#lib/server/note-triggers.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { listImports, undoImport } from '#lib/server/rows/row-imports.ts';
import { loadStrategy } from '#lib/server/rows/strategy.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:row_imports', 'rows:cycles');
	const { person } = await parent();
	if (person.role === 'observer')
		error(403, 'Observers read what the team has; members bring something into it.');
	const [imports, { cycles }] = await Promise.all([
		listImports(locals.db, params.team),
		loadStrategy(locals.db, params.team)
	]);
	return { imports, cycles };
};

const OneImport = v.object({ import: Id });

export const actions: Actions = {
	undo: async ({ locals, params, request }) => {
		const form = readForm(OneImport, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const undone = await orNotFound(undoImport(locals.db, form.output.import));
		if (undone.kind === 'readings') {
			const watched = (await listMetrics(locals.db, params.team)).map((metric) => metric.id);
			await noteTriggers(runtime().supabase.database, params.team, watched);
		}
		return { ...refusal({}), undone: { ...undone, import: form.output.import } };
	}
};
