import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays } from '#lib/calendar/day.ts';
import { noteTriggers } from '#lib/server/note-triggers.ts';
import { enterReading, listMetrics } from '#lib/server/rows/metrics.ts';
import { runtime } from '#lib/server/runtime.ts';
import { isPeriod } from '#lib/scorecard/period.ts';
import { readNumber } from '#lib/scorecard/number.ts';

const Typed = v.object({
	metric: v.pipe(v.string(), v.uuid()),
	period: v.pipe(v.string(), v.isoDate()),
	value: v.pipe(v.string(), v.maxLength(40)),
	/** Why a reading is corrected, where the form asks for it. */
	why: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)))
});

/** A form action: enters or corrects the reading of one metric for one week. */
export async function enterTypedReading({
	locals,
	params,
	request
}: RequestEvent<{ team: string }>) {
	if (!locals.person) error(401, 'Sign in first.');
	const form = v.safeParse(Typed, Object.fromEntries(await request.formData()));
	if (!form.success) error(404, 'There is no such metric in this team.');
	const { metric, period, value: typed, why } = form.output;

	const metrics = await listMetrics(locals.db, params.team);
	const counted = metrics.find(({ id }) => id === metric);
	if (!counted || !isPeriod(period, counted.cadence))
		error(404, 'There is no such metric in this team.');
	if (hasNotBegun(period)) {
		const problem = 'This period has not begun yet. Enter its reading once it has.';
		return fail(400, { reading: { metric, period, typed, problem } });
	}
	const value = readNumber(typed, counted.unit);
	if (value === undefined) {
		const problem = `“${typed}” is not a number. Type it like 98.4.`;
		return fail(400, { reading: { metric, period, typed, problem } });
	}
	if (why === '') {
		const problem = 'Say why it is corrected: whoever reads on will ask.';
		return fail(400, { reading: { metric, period, typed, problem } });
	}
	const reading = { metric, period, value };
	if (!(await enterReading(locals.db, params.team, locals.person.id, reading, why)))
		error(404, 'There is no such metric in this team.');
	await noteTriggers(runtime().supabase.database, params.team, [metric]);
	return { entered: reading };
}

/** It may be tomorrow already where somebody sits. */
function hasNotBegun(period: string): boolean {
	return period > addDays(new Date().toISOString().slice(0, 10), 1);
}
