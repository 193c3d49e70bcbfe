import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { draftFromTranscript } from '#lib/server/facilitator/drafts/from-transcript.ts';
import { listDrafts, newestOf } from '#lib/server/rows/drafts.ts';
import { findMeeting } from '#lib/server/rows/meetings.ts';
import { documentName } from '#lib/live/protocol.ts';
import { findRecap } from '#lib/server/rows/recap.ts';
import { runtime } from '#lib/server/runtime.ts';
import {
	findTranscript,
	importTranscript,
	listTurns,
	removeTranscript
} from '#lib/server/rows/transcripts.ts';
import { longestFile, readTranscript } from '#lib/transcript/transcript.ts';
import { answerTyped, askForDraft, modelOf, stopTyped } from '../../../drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

const none = 'There is no such meeting, or you may not see it.';
const Id = v.pipe(v.string(), v.uuid());
const Imported = v.object({
	name: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)),
	text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestFile)),
	/** Whom each speaker was taken for, as JSON. */
	speakers: v.pipe(
		v.optional(v.string(), '{}'),
		v.maxLength(20_000),
		v.transform((text): unknown => {
			try {
				return JSON.parse(text);
			} catch {
				return undefined;
			}
		}),
		v.record(v.string(), v.nullable(Id))
	),
	consent: v.literal('on')
});

/** In a meeting that runs, what all who are there are told of comes from whoever chairs it. */
async function mayBring({ db, person }: App.Locals, id: string): Promise<boolean> {
	const meeting = await findMeeting(db, id);
	if (meeting?.state !== 'live') return true;
	// Opened, not found: the chair may sit on another node.
	const kept = await runtime().rooms.open(documentName('meeting', id));
	return kept.stand().chair === person?.id;
}

export const load: PageServerLoad = async ({ locals, params, depends, parent }) => {
	depends('rows:transcripts', 'rows:drafts', 'rows:draft_items', 'rows:meetings');
	if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
	const { db } = locals;
	const { team, person } = await parent();
	const mayRead = person.role !== 'observer';
	const transcript = await findTranscript(db, params.meeting);
	const [turns, drafts] = await Promise.all([
		transcript && mayRead ? listTurns(db, transcript.id) : [],
		mayRead ? listDrafts(db, { team: team.id, meeting: params.meeting }) : []
	]);
	return {
		transcript: transcript ?? null,
		turns,
		draft: newestOf(drafts, 'transcript'),
		model: modelOf()
	};
};

export const actions: Actions = {
	/** Reads the file anew, whatever the page made of it, and keeps it. */
	import: async ({ locals, params, request }) => {
		if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
		const form = v.safeParse(Imported, Object.fromEntries(await request.formData()));
		if (!form.success) {
			const lacks = form.issues.some((issue) => issue.path?.[0]?.key === 'consent');
			return fail(400, {
				problem: lacks
					? 'Say that everybody who spoke knows of the transcript. Nothing was kept.'
					: 'Choose a file, or paste what was said. Nothing was kept.'
			});
		}
		const { name, text, speakers } = form.output;
		const read = readTranscript(text, name);
		if (typeof read === 'string') return fail(400, { problem: read });
		if (!(await mayBring(locals, params.meeting)))
			return fail(403, {
				problem:
					'While the meeting runs, whoever has the chair brings its transcript. Nothing was kept: take the chair in the room, or wait for the close.'
			});
		const isKept = await importTranscript(
			locals.db,
			params.meeting,
			{ name, ...read },
			(speaker) => speakers[speaker] ?? null
		);
		if (!isKept)
			return fail(403, {
				problem: 'Only members of the team keep a transcript, and only once the meeting has begun.'
			});
	},

	remove: async ({ locals, params }) => {
		if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
		if (!(await removeTranscript(locals.db, params.meeting))) error(404, none);
	},

	draft: async ({ locals, params }) => {
		const { db } = locals;
		const meeting = v.is(Id, params.meeting) ? await findMeeting(db, params.meeting) : undefined;
		if (!meeting) error(404, none);
		// What it finds becomes rows of the meeting, and while that runs its document is the truth.
		if (meeting.state !== 'closed')
			return fail(400, { problem: 'The meeting runs. Ask once it is closed.' });
		const about = {
			task: 'transcript',
			team: meeting.team,
			meeting: meeting.id,
			subject: null
		} as const;
		return askForDraft(locals, about, async (people) => {
			const [transcript, recap] = await Promise.all([
				findTranscript(db, meeting.id),
				findRecap(db, meeting.id)
			]);
			if (!transcript) return 'There is no transcript of this meeting.';
			// Nobody can tell which turns belong to what is sealed.
			if (recap.sealed.size > 0)
				return 'Something in this meeting is sealed, and a transcript holds everything. No model is told of it.';
			return draftFromTranscript({
				turns: await listTurns(db, transcript.id),
				people,
				today: meeting.startsAt.slice(0, 10),
				recorded: [...recap.decisions, ...recap.actions, ...recap.insights].map(
					({ title }) => title
				)
			});
		});
	},
	stopDraft: ({ locals, request }) => stopTyped(locals, request),
	answerDraft: ({ locals, request }) => answerTyped(locals, request)
};
