import { error, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id } from '#lib/server/form.ts';
import { watchAgain } from '#lib/server/rows/watching.ts';

/** A form action: puts a metric back on the scorecard. */
export async function watchTypedAgain({ locals, params, request }: RequestEvent<{ team: string }>) {
	const id = v.safeParse(Id, (await request.formData()).get('metric'));
	if (!id.success || !(await watchAgain(locals.db, params.team, id.output)))
		error(404, 'It is watched already, or it is not yours to change.');
}
