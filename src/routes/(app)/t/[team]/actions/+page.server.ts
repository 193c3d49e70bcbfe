import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { changeActions, listDoneActions, listOpenActions } from '#lib/server/rows/actions.ts';
import { listAims, listServes } from '#lib/server/rows/lineage.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { serveTyped } from '../../../serve.server.ts';
import { finishTypedAction } from '../finish-action.ts';
import { filterActions, readActionFilter } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

const doneShown = 100;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:action_items', 'rows:lineages');
	const asked = url.searchParams.get('show');
	const show = asked === 'all' || asked === 'done' ? asked : 'mine';
	const [open, done, today, serves, aims] = await Promise.all([
		listOpenActions(locals.db, params.team),
		show === 'done' ? listDoneActions(locals.db, params.team, doneShown) : [],
		findToday(locals.db, locals.person.id),
		listServes(locals.db, params.team),
		listAims(locals.db, params.team)
	]);
	const filter = readActionFilter(url.searchParams);
	return {
		show,
		open,
		done,
		today,
		serves,
		aims,
		filter,
		shown: filterActions({ mine: open, all: open, done }[show], filter, today).map(({ id }) => id),
		isChanging: url.searchParams.has('change') && show !== 'done'
	} as const;
};

const orNull = <Schema extends v.GenericSchema<unknown, string>>(schema: Schema) =>
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		schema
	]);
const Changed = v.object({
	chosen: v.pipe(
		v.array(v.pipe(v.string(), v.uuid())),
		v.minLength(1, 'Choose the actions first.'),
		v.maxLength(500)
	),
	owner: orNull(v.pipe(v.string(), v.uuid())),
	due: orNull(v.pipe(v.string(), v.isoDate('Choose a day.'))),
	because: v.pipe(v.string(), v.trim(), v.maxLength(500, 'Keep the reason to 500 characters.'))
});

export const actions: Actions = {
	/** Gives several another owner or day, or ends them with a reason. */
	change: async ({ locals, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const typed = await request.formData();
		const ends = typed.get('what') === 'end';
		const form = v.safeParse(Changed, {
			chosen: typed.getAll('chosen'),
			owner: ends ? '' : (typed.get('owner') ?? ''),
			due: ends ? '' : (typed.get('due') ?? ''),
			because: ends ? (typed.get('because') ?? '') : ''
		});
		if (!form.success) return fail(400, { change: form.issues[0].message });
		const { chosen, ...change } = form.output;
		if (ends && change.because === '')
			return fail(400, { change: 'Say why it is not going to happen; the team reads it.' });
		if (!ends && change.owner === null && change.due === null)
			return fail(400, { change: 'Choose another owner or another day.' });
		const changed = await changeActions(locals.db, chosen, change);
		if (changed === 0)
			return fail(403, {
				change:
					'Nothing was changed: they are done already, their meeting still runs, or you only read.'
			});
		return { changed, left: chosen.length - changed };
	},

	finish: finishTypedAction,
	serve: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		await serveTyped(locals.db, params.team, locals.person.id, request);
	}
};
