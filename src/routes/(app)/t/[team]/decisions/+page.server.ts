import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { filterLedger, type Standing } from '#lib/meeting/decision.ts';
import { explainDecision, listDecisions } from '#lib/server/rows/decisions.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import type { Actions, PageServerLoad } from './$types';

const standings = ['stands', 'due', 'replaced'] as const satisfies Standing[];

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:decisions', 'rows:meetings');
	const [decisions, today] = await Promise.all([
		listDecisions(locals.db, params.team),
		findToday(locals.db, locals.person.id)
	]);
	const asked = url.searchParams;
	const standing = standings.find((one) => one === asked.get('show'));
	const owner = asked.get('owner') ?? undefined;
	const shown = filterLedger(decisions, { standing, owner: owner || undefined }, today);
	return { decisions, shown: shown.map(({ id }) => id), show: standing ?? 'all', owner, today };
};

const Id = v.pipe(v.string(), v.uuid());
const orNone = <Schema extends v.GenericSchema<unknown, string>>(schema: Schema) =>
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		schema
	]);
const Long = (what: string) =>
	v.pipe(v.string(), v.trim(), v.maxLength(2000, `Keep ${what} to 2,000 characters.`));
const Explained = v.object({
	decision: Id,
	why: Long('the reason'),
	rejected: Long('what was turned down'),
	reviewOn: orNone(v.pipe(v.string(), v.isoDate('Choose a day for the review, or none.'))),
	supersedes: orNone(Id)
});

export const actions: Actions = {
	/** Says why it was decided, what was turned down, when it is looked at again and what it replaces. */
	explain: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Explained, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: form.issues[0].message });
		const { decision, ...reasons } = form.output;
		const end = await explainDecision(locals.db, params.team, decision, reasons);
		if (end === 'replaced')
			return fail(409, {
				decision,
				problem:
					'Somebody else’s decision replaces that one already, or it is no earlier one. Nothing was changed; choose another.'
			});
		if (end === 'none')
			return fail(403, { decision, problem: 'Observers read; a member can write this down.' });
		return { explained: decision };
	}
};
