import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { Score, everyoneRated } from '#lib/meeting/rating.ts';
import { addDays } from '#lib/calendar/day.ts';
import { hotRules } from '#lib/scorecard/nominate.ts';
import { readNumber } from '#lib/scorecard/number.ts';
import { declineNomination } from '#lib/server/rows/scorecard.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions } from './$types';

const Rating = v.object({
	rating: v.pipe(v.string(), v.transform(Number), Score),
	improvement: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(500))
});
const Declined = v.object({
	metric: v.pipe(v.string(), v.uuid()),
	rule: v.picklist(hotRules),
	reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
	weeks: v.pipe(v.string(), v.transform(Number), v.picklist([2, 4, 13]))
});
const Reading = v.object({
	metric: v.pipe(v.string(), v.uuid()),
	period: v.pipe(v.string(), v.isoDate()),
	value: v.pipe(
		v.string(),
		v.transform((typed) => readNumber(typed)),
		v.number()
	)
});

export const actions: Actions = {
	/** Rates in one's own name. Once everybody who is in the room has, the ratings are revealed. */
	rate: async ({ locals, params, request }) => {
		const form = v.safeParse(Rating, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Choose a number from 1 to 10.' });
		const { error: refused } = await locals.db.rpc('rate_meeting', {
			meeting: params.meeting,
			...form.output
		});
		if (refused) return fail(403, { problem: 'This meeting cannot be rated any more.' });

		const { database } = runtime().supabase;
		const rated = await database.query<{ person_id: string }>(
			'select person_id from public.meeting_ratings where meeting_id = $1::uuid',
			[params.meeting]
		);
		const present = runtime().rooms.find(params.meeting)?.room.presentPeople() ?? new Set();
		if (
			everyoneRated(
				present,
				rated.map((row) => row.person_id)
			)
		)
			await reveal(params.meeting);
	},

	/** The chair may show the ratings before everybody has given theirs. */
	reveal: async ({ locals, params }) => {
		const chair = runtime().rooms.find(params.meeting)?.progress().chair;
		if (!locals.person || chair !== locals.person.id)
			return fail(403, { problem: 'Only the chair can reveal the ratings.' });
		await reveal(params.meeting);
	},

	/** Keeps a nomination quiet for some weeks, and why. */
	decline: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Declined, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Say why in a few words.' });
		const { data: meeting } = await locals.db
			.from('meetings')
			.select('team_id')
			.eq('id', params.meeting)
			.maybeSingle()
			.throwOnError();
		if (!meeting) error(404, 'There is no such meeting.');
		const { weeks, ...said } = form.output;
		const today = await findToday(locals.db, locals.person.id);
		const kept = await declineNomination(locals.db, meeting.team_id, locals.person.id, {
			...said,
			quietUntil: addDays(today, 7 * weeks)
		});
		if (!kept) error(404, 'There is no such metric in this team.');
	},

	reading: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Reading, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Type a number, such as 98.4.' });
		const { data: meeting } = await locals.db
			.from('meetings')
			.select('team_id')
			.eq('id', params.meeting)
			.maybeSingle()
			.throwOnError();
		if (!meeting) error(404, 'There is no such meeting.');
		const { metric, period, value } = form.output;
		const { error: refused } = await locals.db.from('readings').upsert({
			metric_id: metric,
			team_id: meeting.team_id,
			period,
			value,
			entered_by: locals.person.id,
			entered_at: new Date().toISOString()
		});
		if (refused) return fail(403, { problem: 'You cannot enter this reading.' });
	}
};

async function reveal(meeting: string): Promise<void> {
	await runtime().supabase.database.query(
		`update public.meetings set ratings_revealed_at = coalesce(ratings_revealed_at, now())
		where id = $1::uuid and state = 'live'`,
		[meeting]
	);
}
