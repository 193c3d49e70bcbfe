import * as v from 'valibot';
import type { Step } from '#lib/meeting/format.ts';
import { isTimeZone } from '#lib/meeting/series.ts';
import { Steps } from '#lib/meeting/steps.ts';
import { OptionalLine } from './form.ts';

const length = 'A meeting takes 5 to 480 minutes.';

/** When a team meets, as its form says it. */
export const RhythmForm = v.object({
	weekday: v.pipe(
		v.string('Choose a day.'),
		v.regex(/^[1-7]$/u, 'Choose a day.'),
		v.transform(Number)
	),
	startsAt: v.pipe(
		v.string('Choose a time.'),
		v.regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Choose a time such as 09:00.')
	),
	minutes: v.pipe(
		v.string(length),
		v.regex(/^\d{1,3}$/u, length),
		v.transform(Number),
		v.minValue(5, length),
		v.maxValue(480, length)
	),
	timeZone: v.pipe(
		v.string('Choose a time zone.'),
		v.check(isTimeZone, 'Choose a time zone from the list.')
	),
	facilitator: v.pipe(
		v.optional(v.string(), ''),
		v.transform((id) => id || undefined),
		v.optional(v.pipe(v.string(), v.uuid('Choose somebody of the team.')))
	),
	place: OptionalLine(200)
});

/** When owners are asked for readings by mail; no days for never. */
export const AskingForm = v.pipe(
	v.object({
		asksBefore: v.pipe(
			v.optional(v.string(), '1'),
			v.regex(/^[0-5]?$/u, 'Choose a day from the list.')
		),
		asksAt: v.pipe(
			v.optional(v.string(), '09:00'),
			v.regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Choose a time such as 09:00.')
		)
	}),
	v.transform(({ asksBefore, asksAt }) =>
		asksBefore === '' ? null : { daysBefore: Number(asksBefore), at: asksAt }
	)
);

/** The agenda rows of a form, in their order, or one sentence about what is wrong with them. */
export function readSteps(data: FormData): { steps: Step[] } | { problem: string } {
	const all = (name: string) =>
		data.getAll(`step-${name}`).map((value) => (typeof value === 'string' ? value : ''));
	const [keys, kinds, titles, guides] = [all('key'), all('kind'), all('title'), all('guide')];
	const rows = all('minutes').map((minutes, index) => ({
		key: keys[index],
		kind: kinds[index],
		title: titles[index],
		guide: guides[index],
		minutes: minutes.trim() === '' ? Number.NaN : Number(minutes)
	}));
	const parsed = v.safeParse(Steps, rows);
	if (parsed.success) return { steps: parsed.output };
	const [issue] = parsed.issues;
	const row = Number(issue.path?.[0]?.key);
	const title = titles[row]?.slice(0, 60);
	return { problem: title ? `${title}: ${issue.message}` : issue.message };
}
