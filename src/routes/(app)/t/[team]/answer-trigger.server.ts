import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, Line } from '#lib/server/form.ts';
import { answerTrigger } from '#lib/server/rows/triggers.ts';
import { typedIn } from './typed.ts';

const Answer = v.object({
	trigger: Id,
	outcome: v.picklist(['done', 'nothing needed']),
	words: Line('what was done, or why nothing is needed', 1000)
});

/** A form action: says what was done about a trigger, or why nothing is needed. */
export async function answerTypedTrigger({
	locals,
	params,
	request
}: RequestEvent<{ team: string }>) {
	if (!locals.person) error(401, 'Sign in first.');
	const typed = Object.fromEntries(await request.formData());
	const form = v.safeParse(Answer, typed);
	if (!form.success) {
		const problem = v.flatten<typeof Answer>(form.issues).nested?.words?.[0];
		return fail(400, {
			trigger: {
				id: typedIn(typed['trigger']),
				words: typedIn(typed['words']),
				problem: problem ?? 'That was not kept. Reload the page and try again.'
			}
		});
	}
	const { db, person } = locals;
	if (!(await answerTrigger(db, params.team, person.id, form.output, new Date())))
		error(404, 'Somebody has answered this already, or it is not yours to answer.');
	return { answered: form.output.trigger };
}
