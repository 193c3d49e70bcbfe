import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { readSent, refuse, Uuid } from '../find-retrospective.server.ts';
import type { RequestHandler } from './$types';

const Answer = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));
const Sent = v.object({
	answer: Uuid,
	answers: v.object({ focus: Answer, 'check-ins': Answer, honesty: Answer, alignment: Answer })
});

/** Keeps how the process was, by nobody. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const { answer, answers } = await readSent(request, Sent);
	const { error: failed } = await locals.db.rpc('answer_process_health', {
		retrospective: params.retro,
		answer,
		answers
	});
	refuse(failed, 'Nobody is asked any more.');
	return new Response(null, { status: 204 });
};
