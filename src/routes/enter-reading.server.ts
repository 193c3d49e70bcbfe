import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays } from '#lib/calendar/day.ts';
import { noteTriggers } from '#lib/server/note-triggers.ts';
import type { Reading } from '#lib/scorecard/metric.ts';
import { enterReading, listMetrics } from '#lib/server/rows/metrics.ts';
import { runtime } from '#lib/server/runtime.ts';
import { isPeriod } from '#lib/scorecard/period.ts';
import { readNumber } from '#lib/scorecard/number.ts';

const noMetric = 'There is no such metric in this team.';
const Typed = v.object({
	metric: v.pipe(v.string(), v.uuid()),
	period: v.pipe(v.string(), v.isoDate()),
	value: v.pipe(v.string(), v.maxLength(40)),
	/** Why a reading is corrected, where the form asks for it. */
	why: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)))
});

type Refused = { metric: string; period: string; typed: string; problem: string };

/**
 * Enters or corrects the reading of one metric for one period, as a form sent it, and fires what it
 * triggers. @throws a 404 when the team has no such metric
 */
export async function enterTyped(
	{ db, person }: App.Locals,
	team: string,
	sent: FormData
): Promise<{ refused: Refused } | { entered: Reading }> {
	if (!person) error(401, 'Sign in first.');
	const form = v.safeParse(Typed, Object.fromEntries(sent));
	if (!form.success) error(404, noMetric);
	const { metric, period, value: typed, why } = form.output;
	const refuse = (problem: string) => ({ refused: { metric, period, typed, problem } });

	const counted = (await listMetrics(db, team)).find(({ id }) => id === metric);
	if (!counted || !isPeriod(period, counted.cadence)) error(404, noMetric);
	if (hasNotBegun(period))
		return refuse('This period has not begun yet. Enter its reading once it has.');
	const value = readNumber(typed, counted.unit);
	if (value === undefined) return refuse(`“${typed}” is not a number. Type it like 98.4.`);
	if (why === '') return refuse('Say why it is corrected: whoever reads on will ask.');
	const reading = { metric, period, value };
	if (!(await enterReading(db, team, person.id, reading, why))) error(404, noMetric);
	await noteTriggers(runtime().supabase.database, team, [metric]);
	return { entered: reading };
}

/** The form action of a team's pages. */
export async function enterTypedReading(event: RequestEvent<{ team: string }>) {
	const { locals, params, request } = event;
	const answer = await enterTyped(locals, params.team, await request.formData());
	return 'refused' in answer ? fail(400, { reading: answer.refused }) : answer;
}

/** It may be tomorrow already where somebody sits. */
function hasNotBegun(period: string): boolean {
	return period > addDays(new Date().toISOString().slice(0, 10), 1);
}
