import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays } from '#lib/calendar/day.ts';
import type { Reading } from '#lib/scorecard/metric.ts';
import { isPeriod } from '#lib/scorecard/period.ts';
import { entryOf } from '#lib/scorecard/sheet/entry.ts';
import { listMetrics } from '#lib/server/rows/metrics.ts';
import { enterReadings, readingsBetween } from '#lib/server/rows/readings.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import { sheetsOf } from './shown-periods.ts';
import type { Actions, PageServerLoad } from './$types';

const furthest = 100;

export const load: PageServerLoad = async ({ locals, params, parent, depends, url }) => {
	if (!locals.person) error(401, 'Sign in first.');
	depends('rows:metrics', 'rows:readings');
	const { person } = await parent();
	if (person.role === 'observer') error(403, 'Observers read the scorecard; members keep it.');
	const today = await findToday(locals.db, locals.person.id);
	const asked = Math.trunc(Number(url.searchParams.get('back') ?? 0));
	const back = asked > 0 ? Math.min(asked, furthest) : 0;
	const sheets = sheetsOf(await listMetrics(locals.db, params.team), today, back);
	const readings = await Promise.all(
		sheets.map(({ metrics, periods }) =>
			readingsBetween(
				locals.db,
				params.team,
				metrics.map(({ id }) => id),
				periods[0] ?? today,
				periods.at(-1) ?? today
			)
		)
	);
	return { today, back, isFurthest: back === furthest, sheets, readings: readings.flat() };
};

const Cells = v.pipe(
	v.string(),
	v.parseJson(),
	v.array(
		v.object({
			metric: v.pipe(v.string(), v.uuid()),
			period: v.pipe(v.string(), v.isoDate()),
			typed: v.pipe(v.string(), v.maxLength(100))
		})
	),
	v.minLength(1),
	v.maxLength(2000)
);

export const actions: Actions = {
	/** Enters everything that was typed, or nothing. */
	save: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const cells = v.safeParse(Cells, (await request.formData()).get('cells'));
		if (!cells.success) error(400, 'These are no readings. Load the page anew, and try again.');

		const metrics = new Map(
			(await listMetrics(locals.db, params.team)).map((metric) => [metric.id, metric])
		);
		const periods = cells.output.map(({ period }) => period).toSorted();
		const there = await readingsBetween(
			locals.db,
			params.team,
			[...new Set(cells.output.map(({ metric }) => metric))],
			periods[0] ?? '',
			periods.at(-1) ?? ''
		);
		const known = new Map(there.map(({ metric, period, value }) => [`${metric} ${period}`, value]));
		// It may be tomorrow already where somebody sits.
		const tomorrow = addDays(new Date().toISOString().slice(0, 10), 1);

		const readings: Reading[] = [];
		const problems: Record<string, string> = {};
		for (const { metric: id, period, typed } of cells.output) {
			const metric = metrics.get(id);
			const key = `${id} ${period}`;
			if (!metric || !isPeriod(period, metric.cadence)) {
				problems[key] = 'This metric is no longer on the scorecard. Load the page anew.';
				continue;
			}
			const entry = entryOf(typed, metric, known.get(key) ?? null);
			if (period > tomorrow) problems[key] = 'This period has not begun yet.';
			else if (entry.does === 'fail') problems[key] = entry.problem;
			else if (entry.does !== 'nothing') readings.push({ metric: id, period, value: entry.value });
		}
		if (Object.keys(problems).length > 0) return fail(400, { problems });
		if (readings.length > 0)
			await orNotFound(
				enterReadings(locals.db, params.team, locals.person.id, readings).then(() => true)
			);
		return { entered: readings.length };
	}
};
