import { error, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, OptionalLine } from '#lib/server/form.ts';
import { stopWatching } from '#lib/server/rows/watching.ts';
import { mayOwn, Owner } from '../owner.ts';

const Stopped = v.object({
	metrics: v.pipe(v.array(Id), v.minLength(1), v.maxLength(500)),
	reason: OptionalLine(300),
	decidedBy: Owner
});

/** A form action: the team stops watching one metric, or several. Answers how many were taken off. */
export async function stopTyped({ locals, params, request }: RequestEvent<{ team: string }>) {
	if (!locals.person) error(401, 'Sign in first.');
	const data = await request.formData();
	const form = v.safeParse(Stopped, {
		metrics: data.getAll('metric'),
		reason: data.get('reason') ?? '',
		decidedBy: data.get('decidedBy') ?? ''
	});
	if (!form.success || !(await mayOwn(locals.db, params.team, form.output.decidedBy)))
		error(
			400,
			'Nothing was changed. Choose what to stop watching, and who of the team decided it.'
		);
	const { metrics, ...why } = form.output;
	const stopped = await stopWatching(locals.db, params.team, metrics, why);
	if (stopped === 0) error(404, 'There is no such metric in this team, or you may not change it.');
	return { stopped };
}
