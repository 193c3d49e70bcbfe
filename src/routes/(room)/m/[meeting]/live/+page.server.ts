import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { askTasks } from '#lib/facilitator/proposal.ts';
import { suggestionKinds } from '#lib/facilitator/suggestion.ts';
import { documentName } from '#lib/live/protocol.ts';
import { Score, everyoneRated } from '#lib/meeting/rating.ts';
import { addDays } from '#lib/calendar/day.ts';
import { hotRules } from '#lib/scorecard/nominate.ts';
import { endProposal } from '#lib/server/rows/agenda-proposals.ts';
import { quietRisk } from '#lib/server/rows/carried-rows.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { declineNomination } from '#lib/server/rows/scorecard.ts';
import { listKindsOff, turnForMe } from '#lib/server/rows/suggestions.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { runtime } from '#lib/server/runtime.ts';
import { enterTyped } from '../../../../enter-reading.server.ts';
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
const Later = v.object({
	risk: v.pipe(v.string(), v.uuid()),
	weeks: v.pipe(v.string(), v.transform(Number), v.picklist([1, 2, 4]))
});
const EndedProposal = v.object({
	proposal: v.pipe(v.string(), v.uuid()),
	as: v.picklist(['taken', 'declined'])
});
const Asked = v.object({
	task: v.picklist(askTasks),
	item: v.optional(v.pipe(v.string(), v.uuid()))
});
const Turned = v.object({
	kind: v.picklist(suggestionKinds),
	on: v.picklist(['true', 'false'])
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
		const room = runtime().rooms.find({ kind: 'meeting', id: params.meeting })?.room;
		const present = room?.presentPeople() ?? new Set();
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
		if (!locals.person) error(401, 'Sign in first.');
		await teamOf(locals, params.meeting);
		// Opened, not found: the chair may sit on another node.
		const kept = await runtime().rooms.open(documentName('meeting', params.meeting));
		if (kept.stand().chair !== locals.person.id)
			return fail(403, { problem: 'Only the chair can reveal the ratings.' });
		await reveal(params.meeting);
	},

	/** Asks the model for something; what it proposes comes through the document. */
	ask: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Asked, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such thing to ask for.' });
		const team = await teamOf(locals, params.meeting);
		const { asking } = runtime();
		if (!asking) return fail(400, { problem: 'No model is set up on this server.' });
		const [people, today, off] = await Promise.all([
			listPeople(locals.db, team),
			findToday(locals.db, locals.person.id),
			listKindsOff(locals.db, team)
		]);
		const me = people.find(({ id }) => id === locals.person?.id);
		if (!me?.current || me.role === 'observer')
			return fail(403, { problem: 'Only members of the team ask the model.' });
		const problem = await asking.ask({
			...{ task: form.output.task, item: form.output.item ?? null },
			...{ meeting: params.meeting, team, person: me.id, people, today, off }
		});
		if (problem) return fail(400, { problem });
	},

	/** Keeps a nomination quiet for some weeks, and why. */
	decline: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Declined, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Say why in a few words.' });
		const team = await teamOf(locals, params.meeting);
		const { weeks, ...said } = form.output;
		const today = await findToday(locals.db, locals.person.id);
		const kept = await declineNomination(locals.db, team, locals.person.id, {
			...said,
			quietUntil: addDays(today, 7 * weeks)
		});
		if (!kept) error(404, 'There is no such metric in this team.');
	},

	/** Keeps an overdue risk out of the hot items for some weeks. */
	later: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Later, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'Say for how long.' });
		const team = await teamOf(locals, params.meeting);
		const today = await findToday(locals.db, locals.person.id);
		const until = addDays(today, 7 * form.output.weeks);
		if (!(await quietRisk(locals.db, team, form.output.risk, until)))
			error(404, 'There is no such risk in this team, or you may not change it.');
	},

	/** Takes what a page offered to this meeting off the offers: it is raised, or nobody wants it. */
	proposal: async ({ locals, params, request }) => {
		const form = v.safeParse(EndedProposal, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such offer.' });
		const team = await teamOf(locals, params.meeting);
		// Two who take the same offer at once want the same.
		await endProposal(locals.db, team, form.output.proposal, form.output.as);
	},

	/** Turns a kind of suggestion off, or on again, for whoever asks. */
	turn: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = v.safeParse(Turned, Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { problem: 'There is no such kind of suggestion.' });
		const team = await teamOf(locals, params.meeting);
		const { kind, on } = form.output;
		await turnForMe(locals.db, team, locals.person.id, kind, on === 'true');
	},

	reading: async ({ locals, params, request }) => {
		const team = await teamOf(locals, params.meeting);
		const answer = await enterTyped(locals, team, await request.formData());
		if ('refused' in answer) return fail(400, { problem: answer.refused.problem });
	}
};

async function teamOf({ db }: App.Locals, meeting: string): Promise<string> {
	const { data } = await db
		.from('meetings')
		.select('team_id')
		.eq('id', meeting)
		.maybeSingle()
		.throwOnError();
	if (!data) error(404, 'There is no such meeting.');
	return data.team_id;
}

async function reveal(meeting: string): Promise<void> {
	await runtime().supabase.database.query(
		`update public.meetings set ratings_revealed_at = coalesce(ratings_revealed_at, now())
		where id = $1::uuid and state = 'live'`,
		[meeting]
	);
}
