import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { enterValue } from '#lib/server/rows/strategy.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { ValueForm } from './level-form.ts';

/** Says where a key result stands today, as its dialog sends it from several pages. */
export async function enterTypedValue({ locals, params, request }: RequestEvent<{ team: string }>) {
	if (!locals.person) error(401, 'Sign in first.');
	const form = v.safeParse(ValueForm, Object.fromEntries(await request.formData()));
	if (!form.success) {
		const { nested } = v.flatten<typeof ValueForm>(form.issues);
		return fail(400, { problems: nested ?? {} });
	}
	const measuredOn = await findToday(locals.db, locals.person.id);
	const said = { ...form.output, measuredOn };
	if (!(await enterValue(locals.db, params.team, locals.person.id, said)))
		error(404, 'There is no such key result in this team, or you may not change it.');
}
