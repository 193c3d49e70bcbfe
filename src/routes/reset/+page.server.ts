import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Email, readForm, refusal } from '#lib/server/form.ts';
import { sendCode } from '../sign-in/send-code.server.ts';
import { mustWait } from '../sign-in/waiting.server.ts';
import { keepCodeSent } from '../sign-in/way-in.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = readForm(v.object({ email: Email }), await event.request.formData());
		if (form.refused) return fail(400, form.refused);
		const { email } = form.output;
		const { values } = form;

		const wait = await mustWait(event, { account: ['code', email], address: 'code address' });
		if (wait) return fail(429, refusal({ values, said: wait }));

		const unsent = await sendCode(event.locals.db, email, 'reset');
		if (unsent) return fail(502, refusal({ values, said: unsent }));
		keepCodeSent(event, { email, kind: 'reset', sentAt: Date.now() });
		redirect(303, '/code');
	}
};
