import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { pillarEvidence } from '#lib/diagnosis/evidence.ts';
import { lanes, pillarKeys, pillars } from '#lib/diagnosis/pillars.ts';
import { readParts } from '#lib/diagnosis/read-parts.ts';
import { quartersFrom } from '#lib/diagnosis/theme.ts';
import { listBlindRounds } from '#lib/server/rows/blind-rounds.ts';
import { loadFacts } from '#lib/server/rows/diagnosis-facts.ts';
import { listHealthWeeks } from '#lib/server/rows/health-weeks.ts';
import { chooseLane, findLane } from '#lib/server/rows/lane.ts';
import { chooseTheme, listThemes } from '#lib/server/rows/themes.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { blindActions } from '../blind-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:blind_rounds', 'rows:chosen_lanes', 'rows:seats', 'rows:action_items');
	depends('rows:agenda_proposals', 'rows:quarter_themes');
	const { db } = locals;
	const today = await findToday(db, locals.person.id);
	const [{ open, revealed }, lane, weeks, themes] = await Promise.all([
		listBlindRounds(db, params.team, 'pillars'),
		findLane(db, params.team),
		listHealthWeeks(db, params.team),
		listThemes(db, params.team)
	]);
	const asked = url.searchParams.get('round');
	const at = Math.max(
		0,
		revealed.findIndex(({ id }) => id === asked)
	);
	const shown = revealed[at];
	return {
		today,
		open,
		revealed,
		shown,
		before: revealed.slice(at + 1).find(({ result }) => result !== null),
		evidence: pillarEvidence(await loadFacts(db, params.team, today, shown)),
		lane,
		weeks,
		themes
	};
};

const Chosen = v.object({
	pillar: v.picklist(pillarKeys),
	quarter: v.pipe(v.string(), v.isoDate())
});

export const actions: Actions = {
	...blindActions('pillars'),
	lane: async ({ locals: { db, person }, params, request }) => {
		if (!person) error(401, 'Sign in first.');
		const lane = v.safeParse(v.picklist(lanes), (await request.formData()).get('lane'));
		if (!lane.success) error(404, 'There is no such lane.');
		await chooseLane(db, params.team, person.id, lane.output);
	},

	/** Gives this quarter or the next to a pillar. */
	theme: async ({ locals: { db, person }, params, request }) => {
		if (!person) error(401, 'Sign in first.');
		const form = v.safeParse(Chosen, Object.fromEntries(await request.formData()));
		const today = await findToday(db, person.id);
		if (!form.success || !quartersFrom(today).includes(form.output.quarter))
			return fail(400, { problem: 'Choose a pillar, for this quarter or the next.' });
		const { pillar, quarter } = form.output;
		const { revealed } = await listBlindRounds(db, params.team, 'pillars');
		const result = revealed.find((round) => round.result !== null)?.result;
		const read = result && readParts(pillars, result).find(({ key }) => key === pillar);
		const score = read && read.score !== null ? Math.round(read.score) : null;
		await chooseTheme(db, params.team, person.id, { quarter, pillar, score });
	}
};
