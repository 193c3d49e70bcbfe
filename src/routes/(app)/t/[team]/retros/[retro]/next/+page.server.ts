import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { daysSince } from '#lib/calendar/day.ts';
import { loadScorecard } from '#lib/server/rows/scorecard.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { findNextCycle, findRecord } from '../find-record.server.ts';
import { readChanges } from './changes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:retrospectives', 'rows:cycles');
	const record = await findRecord(locals, params.team, params.retro);
	const today = await findToday(locals.db, locals.person.id);
	const [next, scorecard] = await Promise.all([
		findNextCycle(locals.db, params.team, record.cycle),
		loadScorecard(locals.db, params.team, today)
	]);
	return {
		record,
		next,
		hot: scorecard.recurrent.flatMap(({ metric, times }) => {
			const row = scorecard.rows.find((one) => one.metric.id === metric);
			return row ? [{ metric, name: row.metric.name, times }] : [];
		})
	};
};

const Day = v.pipe(v.string(), v.isoDate('Choose a day.'));
const Opening = v.pipe(
	v.object({
		name: v.pipe(v.string(), v.trim(), v.minLength(1, 'Name the cycle.'), v.maxLength(60)),
		startsOn: Day,
		endsOn: Day
	}),
	v.forward(
		v.check(({ startsOn, endsOn }) => {
			const days = daysSince(startsOn, endsOn);
			return days >= 80 && days <= 190;
		}, 'A cycle is three to six months.'),
		['endsOn']
	)
);

export const actions: Actions = {
	open: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const typed = await request.formData();
		const form = v.safeParse(Opening, Object.fromEntries(typed));
		if (!form.success)
			return fail(400, { problems: v.flatten<typeof Opening>(form.issues).nested });
		const record = await findRecord(locals, params.team, params.retro);
		if (form.output.startsOn <= record.cycle.endsOn)
			return fail(400, { problems: { startsOn: [`${record.cycle.name} is not over then.`] } });
		const { changes, problems } = readChanges(typed, record.objectives);
		if (Object.keys(problems).length > 0) return fail(400, { problems });
		const today = await findToday(locals.db, locals.person.id);
		const { recurrent, rows } = await loadScorecard(locals.db, params.team, today);
		const wanted = new Set(typed.getAll('hot'));
		const hot = recurrent
			.filter(({ metric }) => wanted.has(metric))
			.flatMap(({ metric }) => {
				const row = rows.find((one) => one.metric.id === metric);
				return row ? [{ metric, title: `${row.metric.name}: end what keeps coming back` }] : [];
			});
		const { data: cycle, error: refused } = await locals.db.rpc('open_next_cycle', {
			retrospective: params.retro,
			called: form.output.name,
			first_day: form.output.startsOn,
			last_day: form.output.endsOn,
			hot,
			changes
		});
		if (refused?.code === '42501') error(404, 'There is no such record, or you may not do this.');
		if (refused) throw refused;
		redirect(303, `/t/${params.team}/strategy?cycle=${cycle}`);
	}
};
