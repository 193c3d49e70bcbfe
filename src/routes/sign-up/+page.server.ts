import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isTimeZone } from '#lib/meeting/series.ts';
import { Email, Line, NewPassword, readForm, refusal } from '#lib/server/form.ts';
import { sendFirstCode } from '../sign-in/send-code.server.ts';
import { mustWait } from '../sign-in/waiting.server.ts';
import { keepCodeSent, keepDestination, takeDestination } from '../sign-in/way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SignUp = v.object({
	name: Line('your name'),
	email: Email,
	password: NewPassword,
	// Filled in by the browser; without it people are in London until they say otherwise.
	timeZone: v.pipe(
		v.optional(v.string(), ''),
		v.transform((zone) => (isTimeZone(zone) ? zone : 'Europe/London'))
	)
});

export const load: PageServerLoad = (event) => {
	keepDestination(event);
	if (event.locals.person) redirect(303, takeDestination(event));
};

export const actions: Actions = {
	default: async (event) => {
		const form = readForm(SignUp, await event.request.formData());
		if (form.refused) return fail(400, form.refused);
		const { email } = form.output;
		const { values } = form;

		const wait = await mustWait(event, { account: ['code', email], address: 'sign-up address' });
		if (wait) return fail(429, refusal({ values, said: wait }));

		const unsent = await sendFirstCode(event.locals.db, form.output);
		if (unsent) return fail(502, refusal({ values, said: unsent }));
		keepCodeSent(event, { email, kind: 'sign-up', sentAt: Date.now() });
		redirect(303, '/code');
	}
};
