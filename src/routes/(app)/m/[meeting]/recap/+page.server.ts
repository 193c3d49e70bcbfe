import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayIn } from '#lib/calendar/day.ts';
import { listAims, listServes } from '#lib/server/rows/lineage.ts';
import { draftForRecap, everyone } from '#lib/server/facilitator/drafts/for-recap.ts';
import { listDrafts, newestOf } from '#lib/server/rows/drafts.ts';
import { findMeeting } from '#lib/server/rows/meetings.ts';
import { findRecap, sealPlace } from '#lib/server/rows/recap.ts';
import { findRead, listComments } from '#lib/server/rows/recap-comments.ts';
import { draftNextAgenda } from '#lib/server/rows/next-agenda.ts';
import { findTranscript } from '#lib/server/rows/transcripts.ts';
import { findTimeZone } from '#lib/server/rows/time-zone.ts';
import { answerTyped, askForDraft, modelOf, stopTyped } from '../../../drafts.server.ts';
import { serveTyped } from '../../../serve.server.ts';
import { recapActions } from './actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

const none = 'There is no such meeting, or you may not see it.';
const Id = v.pipe(v.string(), v.uuid());

/** The layout answers 404 for a meeting that cannot be seen; both ask at the same time. */
export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	depends('rows:meetings', 'rows:action_items', 'rows:lineages', 'rows:decisions');
	depends(
		'rows:recap_comments',
		'rows:comment_reactions',
		'rows:recap_sign_offs',
		'rows:told_teams'
	);
	depends('rows:drafts', 'rows:draft_items', 'rows:transcripts');
	if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
	const { db } = locals;
	const [recap, comments, read, zone, [serves, aims, drafts], transcript] = await Promise.all([
		findRecap(locals.db, params.meeting),
		listComments(locals.db, params.meeting),
		findRead(locals.db, params.meeting),
		findTimeZone(locals.db, locals.person.id),
		parent().then(({ team }) =>
			Promise.all([
				listServes(db, team.id),
				listAims(db, team.id),
				listDrafts(db, { team: team.id, meeting: params.meeting })
			])
		),
		findTranscript(db, params.meeting)
	]);
	const today = dayIn(zone, new Date());
	const { meeting } = await parent();
	const next =
		meeting.state === 'closed' ? await draftNextAgenda(db, meeting.series, today) : undefined;
	return {
		...{ recap, comments, read, zone, serves, aims, today, next, transcript: transcript ?? null },
		draft: newestOf(drafts, 'recap'),
		/** What was accepted as the meeting in a few sentences. */
		prose: drafts
			.flatMap(({ items }) => items)
			.find(({ kind, answer }) => kind === 'recap' && answer === 'accepted'),
		model: modelOf()
	};
};

const SealForm = v.object({
	place: Id,
	sealed: v.pipe(
		v.picklist(['yes', 'no']),
		v.transform((typed) => typed === 'yes')
	)
});

export const actions: Actions = {
	...recapActions,
	draft: async ({ locals, params }) => {
		const { db } = locals;
		const meeting = v.is(Id, params.meeting) ? await findMeeting(db, params.meeting) : undefined;
		if (!meeting) error(404, none);
		if (meeting.state !== 'closed')
			return fail(409, {
				problem: 'The meeting is not closed yet: what it comes to is still open.'
			});
		const about = {
			task: 'recap',
			team: meeting.team,
			meeting: meeting.id,
			subject: null
		} as const;
		return askForDraft(locals, about, async (people) => {
			const recap = await findRecap(db, meeting.id);
			const seats = people.flatMap(({ current, title }) => (current && title ? title : []));
			return draftForRecap({
				...{ recap, people },
				audiences: [
					...new Set([everyone, ...recap.cascade.map(({ audience }) => audience), ...seats])
				].filter((audience) => audience !== '')
			});
		});
	},
	stopDraft: ({ locals, request }) => stopTyped(locals, request),
	answerDraft: ({ locals, request }) => answerTyped(locals, request),

	/** Seals a hot item or a step with what hangs on it, or opens it again. */
	seal: async ({ locals, request }) => {
		if (!locals.person) error(404, none);
		const form = v.safeParse(SealForm, Object.fromEntries(await request.formData()));
		if (!form.success) error(400, 'That is nothing that can be sealed. Nothing was changed.');
		if (!(await sealPlace(locals.db, form.output.place, form.output.sealed))) error(404, none);
	},

	/** Says what something the meeting left behind serves. */
	serve: async ({ locals, params, request }) => {
		if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
		const meeting = await findMeeting(locals.db, params.meeting);
		if (!meeting) error(404, none);
		await serveTyped(locals.db, meeting.team, locals.person.id, request);
	}
};
