import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { breakdownKeys } from '#lib/diagnosis/breakdowns.ts';
import { breakdownEvidence } from '#lib/diagnosis/evidence.ts';
import { dueRetests, retestDay } from '#lib/diagnosis/retest.ts';
import { listBlindRounds } from '#lib/server/rows/blind-rounds.ts';
import { loadFacts } from '#lib/server/rows/diagnosis-facts.ts';
import { addPriority, listPriorities } from '#lib/server/rows/priorities.ts';
import { addRetest, listRetests } from '#lib/server/rows/retests.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { blindActions } from '../blind-actions.server.ts';
import { fiveAreActive, Id, line } from '../execution/priority-form.ts';
import { mayOwn, notAnOwner, Owner } from '../owner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:blind_rounds', 'rows:retests', 'rows:priorities', 'rows:agenda_proposals');
	depends('rows:metrics', 'rows:seats', 'rows:milestones');
	const { db } = locals;
	const today = await findToday(db, locals.person.id);
	const [{ open, revealed }, pillars, retests, priorities] = await Promise.all([
		listBlindRounds(db, params.team, 'execution gap'),
		listBlindRounds(db, params.team, 'pillars'),
		listRetests(db, params.team),
		listPriorities(db, params.team)
	]);
	const at = Math.max(
		0,
		revealed.findIndex(({ id }) => id === url.searchParams.get('round'))
	);
	const begun = [...revealed.map(({ startedAt }) => startedAt), ...(open ? [open.startedAt] : [])];
	return {
		today,
		open,
		revealed,
		shown: revealed[at],
		before: revealed.slice(at + 1).find(({ result }) => result !== null),
		evidence: breakdownEvidence(await loadFacts(db, params.team, today, pillars.revealed[0])),
		retests,
		due: dueRetests(
			retests,
			begun.map((instant) => instant.slice(0, 10)),
			today
		),
		priorities: priorities.map(({ id, title, endedAt }) => ({ id, title, endedAt }))
	};
};

const NewPriority = v.object({
	round: Id,
	breakdown: v.picklist(breakdownKeys),
	title: line(300, 'Say what it is.'),
	owner: v.pipe(Owner, v.string('One person has to own it.')),
	after: v.pipe(v.string(), v.transform(Number), v.picklist([30, 60]))
});

export const actions: Actions = {
	...blindActions('execution gap'),

	/** Makes the worst breakdown a priority with one owner, and plans the day it is asked about again. */
	priority: async ({ locals: { db, person }, params: { team }, request }) => {
		if (!person) error(401, 'Sign in first.');
		const form = v.safeParse(NewPriority, Object.fromEntries(await request.formData()));
		if (!form.success) {
			const { nested } = v.flatten<typeof NewPriority>(form.issues);
			return fail(400, { problems: nested ?? {} });
		}
		const { round, breakdown, title, owner, after } = form.output;
		const { revealed } = await listBlindRounds(db, team, 'execution gap');
		if (!revealed.some(({ id }) => id === round))
			error(404, 'There is no such round in this team.');
		if (!(await mayOwn(db, team, owner)))
			return fail(400, { problems: { owner: [notAnOwner] as [string] } });
		const priority = crypto.randomUUID();
		if (!(await addPriority(db, team, { title, owner }, priority)))
			return fail(400, { problems: { title: [fiveAreActive] as [string] } });
		const today = await findToday(db, person.id);
		await addRetest(db, team, person.id, {
			...{ round, breakdown, priority },
			dueOn: retestDay(today, after === 30 ? 30 : 60)
		});
		redirect(303, `/t/${team}/execution/${priority}`);
	}
};
