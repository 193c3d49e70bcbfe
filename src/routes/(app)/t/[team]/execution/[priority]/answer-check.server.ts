import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { answerCheck, listAsked } from '#lib/server/rows/lasting.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { CheckForm } from './row-form.ts';

/** Keeps what somebody says of a change that is asked about today. */
export async function answerTypedCheck({
	locals: { db, person },
	params,
	request
}: RequestEvent<{ team: string }>) {
	if (!person) error(401, 'Sign in first.');
	const form = v.safeParse(CheckForm, Object.fromEntries(await request.formData()));
	if (!form.success) {
		const { nested } = v.flatten<typeof CheckForm>(form.issues);
		return fail(400, { problems: nested ?? {} });
	}
	const said = form.output;
	const asked = await listAsked(db, params.team, await findToday(db, person.id));
	const isAsked = asked.some(
		(one) =>
			one.priority === said.priority && one.milestone === said.milestone && one.days === said.days
	);
	// Somebody else may have answered a moment ago, which is what was wanted.
	if (isAsked) await answerCheck(db, params.team, person.id, said);
}
