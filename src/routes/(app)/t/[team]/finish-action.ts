import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { finishAction } from '#lib/server/rows/actions.ts';

const Finish = v.object({
	action: v.pipe(v.string(), v.uuid()),
	done: v.picklist(['yes', 'no']),
	// It was ticked without a connection: by whom.
	as: v.optional(v.pipe(v.string(), v.uuid()))
});

/** A form action: the owner finishes an action, or takes it up again. */
export async function finishTypedAction({
	locals,
	params,
	request
}: RequestEvent<{ team: string }>) {
	const form = v.safeParse(Finish, Object.fromEntries(await request.formData()));
	if (!form.success) error(404, 'There is no such action in this team.');
	const { action, done, as } = form.output;
	if (as !== undefined && as !== locals.person?.id) error(401, 'Sign in as whoever ticked this.');
	const finished = await finishAction(
		locals.db,
		params.team,
		action,
		done === 'yes' ? new Date() : null
	);
	if (!finished) return fail(403, { problem: 'Only its owner can finish an action.' });
	return { finished: form.output };
}
