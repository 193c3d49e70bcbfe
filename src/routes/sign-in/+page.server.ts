import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Email, readForm, refusal } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';
import { sendCode } from './send-code.server.ts';
import { mustWait } from './waiting.server.ts';
import { keepCodeSent, keepDestination, takeDestination } from './way-in.server.ts';

const WithPassword = v.object({
	email: Email,
	password: v.pipe(v.string(), v.minLength(1, 'Write your password.'), v.maxLength(1000))
});
const WithCode = v.object({ email: Email });

export const load: PageServerLoad = (event) => {
	keepDestination(event);
	if (event.locals.person) redirect(303, takeDestination(event));
	return { isLocal: event.locals.isLocalVisitor };
};

export const actions: Actions = {
	password: async (event) => {
		const form = readForm(WithPassword, await event.request.formData());
		if (form.refused) return fail(400, form.refused);
		const { email, password } = form.output;
		const { values } = form;

		const wait = await mustWait(event, {
			account: ['sign-in', email],
			address: 'sign-in address'
		});
		if (wait) return fail(429, refusal({ values, said: wait }));

		const { error } = await event.locals.db.auth.signInWithPassword({ email, password });
		if (error && (error.status === undefined || error.status >= 500)) throw error;
		if (error)
			return fail(
				400,
				refusal({
					values,
					said: 'That address and password do not go together, or the address is not confirmed yet. Try again, or have a code sent to you.'
				})
			);
		redirect(303, takeDestination(event));
	},

	code: async (event) => {
		const form = readForm(WithCode, await event.request.formData());
		if (form.refused) return fail(400, form.refused);
		const { email } = form.output;
		const { values } = form;

		const wait = await mustWait(event, { account: ['code', email], address: 'code address' });
		if (wait) return fail(429, refusal({ values, said: wait }));

		const unsent = await sendCode(event.locals.db, email, 'sign-in');
		if (unsent) return fail(502, refusal({ values, said: unsent }));
		keepCodeSent(event, { email, kind: 'sign-in', sentAt: Date.now() });
		redirect(303, '/code');
	}
};
