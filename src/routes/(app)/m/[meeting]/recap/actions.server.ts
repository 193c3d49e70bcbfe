import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { lineKinds, namedIn, signWords, type Sign } from '#lib/meeting/recap-comment.ts';
import { findMeeting } from '#lib/server/rows/meetings.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import {
	commentOn,
	react,
	resolveThread,
	signOff,
	takeBack,
	tellTeam
} from '#lib/server/rows/recap-comments.ts';

const none = 'There is no such meeting, or you may not see it.';
const Id = v.pipe(v.string(), v.uuid());
const On = v.picklist(['yes', 'no']);
const Comment = v.object({
	kind: v.picklist(lineKinds),
	line: Id,
	body: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Write something first.'),
		v.maxLength(2000, 'Keep it to 2,000 characters.')
	),
	// It was written without a connection: who wrote it, and the id under which it is kept once.
	as: v.optional(Id),
	once: v.optional(Id)
});
const Resolve = v.object({ line: Id, on: On });
const React = v.object({ comment: Id, on: On, sign: v.picklist(Object.keys(signWords) as Sign[]) });
const Taken = v.object({ comment: Id });
const Told = v.object({ message: Id, on: On });

type Event = RequestEvent<{ meeting: string }>;

/** Who asks, about which meeting of which team, and what they typed. */
async function read<Schema extends v.GenericSchema>(
	{ locals, params, request }: Event,
	schema: Schema
) {
	if (!locals.person || !v.is(Id, params.meeting)) error(404, none);
	const meeting = await findMeeting(locals.db, params.meeting);
	if (!meeting) error(404, none);
	const typed = Object.fromEntries(await request.formData());
	return { db: locals.db, me: locals.person.id, meeting, typed, form: v.safeParse(schema, typed) };
}

/** What people do about a recap once they read it. */
export const recapActions = {
	comment: async (event: Event) => {
		const { db, me, meeting, form, typed } = await read(event, Comment);
		const line = typeof typed['line'] === 'string' ? typed['line'] : '';
		if (!form.success) return fail(400, { line, problem: form.issues[0].message });
		const { as, ...said } = form.output;
		if (as !== undefined && as !== me) error(401, 'Sign in as whoever wrote this.');
		const mentioned = namedIn(form.output.body, await listPeople(db, meeting.team));
		if (!(await commentOn(db, meeting.id, { ...said, mentioned })))
			return fail(409, {
				line,
				problem:
					'That was not kept: the line is gone or sealed, or you only read here. Your words are still in the box.'
			});
	},
	resolve: async (event: Event) => {
		const { db, me, meeting, form } = await read(event, Resolve);
		if (!form.success) error(404, none);
		const { line, on } = form.output;
		if (!(await resolveThread(db, meeting.id, line, on === 'yes' ? me : null)))
			return fail(403, { line, problem: 'Observers read; a member can settle it.' });
	},
	react: async (event: Event) => {
		const { db, me, meeting, form } = await read(event, React);
		if (!form.success) error(404, none);
		const { comment, sign, on } = form.output;
		await react(db, { team: meeting.team, comment, person: me, sign }, on === 'yes');
	},
	takeBack: async (event: Event) => {
		const { db, form } = await read(event, Taken);
		if (!form.success || !(await takeBack(db, form.output.comment))) error(404, none);
	},
	signOff: async (event: Event) => {
		const { db, me, meeting } = await read(event, v.object({}));
		if (meeting.state !== 'closed') error(409, 'This meeting is not closed yet.');
		await signOff(db, meeting.team, me, [meeting.id]);
	},
	told: async (event: Event) => {
		const { db, me, meeting, form } = await read(event, Told);
		if (!form.success) error(404, none);
		const { message, on } = form.output;
		const of = { team: meeting.team, meeting: meeting.id, message, person: me };
		await tellTeam(db, of, on === 'yes');
	}
};
