import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { clearBlocker, raiseBlocker } from '#lib/server/rows/check-ins.ts';
import { blockerKinds } from '#lib/strategy/check-in.ts';

const Id = v.pipe(v.string(), v.uuid());
const BlockerForm = v.object({
	keyResult: Id,
	kind: v.picklist(blockerKinds, 'Say what kind of thing it is.'),
	next: v.pipe(
		v.string(),
		v.transform((typed) => typed.replace(/\s+/gu, ' ').trim()),
		v.minLength(1, 'Say what is done next.'),
		v.maxLength(300, 'Please keep it under 300 characters.')
	),
	owner: v.pipe(v.string(), v.uuid('Somebody has to do it.')),
	due: v.pipe(v.string(), v.isoDate('Pick a day.'))
});

/** Names what is in the way of a key result, with its next action. */
export async function raiseTypedBlocker({ locals, request }: RequestEvent<{ team: string }>) {
	const form = v.safeParse(BlockerForm, Object.fromEntries(await request.formData()));
	if (!form.success) {
		const { nested } = v.flatten<typeof BlockerForm>(form.issues);
		return fail(400, { problems: nested ?? {} });
	}
	if (!(await raiseBlocker(locals.db, form.output)))
		return fail(400, { problems: { owner: ['Pick somebody who is a member of this team.'] } });
}

/** Says that something is out of the way. */
export async function clearTypedBlocker({
	locals,
	params,
	request
}: RequestEvent<{ team: string }>) {
	if (!locals.person) error(401, 'Sign in first.');
	const id = v.safeParse(Id, (await request.formData()).get('blocker'));
	if (!id.success) error(404, 'There is no such thing in the way.');
	// Somebody else may have cleared it a moment ago, which is what was wanted.
	await clearBlocker(locals.db, params.team, id.output, locals.person.id);
}
