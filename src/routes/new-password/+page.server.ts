import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { NewPassword, readForm, refusal } from '#lib/server/form.ts';
import { takeDestination } from '../sign-in/way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.person) redirect(303, '/reset');
	return { email: locals.person.email };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, person } = event.locals;
		if (!person) redirect(303, '/reset');
		const form = readForm(v.object({ password: NewPassword }), await event.request.formData());
		if (form.refused) return fail(400, form.refused);

		const { error } = await db.auth.updateUser({ password: form.output.password });
		if (error?.code === 'same_password' || error?.code === 'weak_password')
			return fail(
				400,
				refusal({
					problems: {
						password:
							error.code === 'same_password'
								? 'That is the password you already had. Choose another.'
								: 'That is too easy to guess. Choose a longer one.'
					}
				})
			);
		if (error) throw error;
		// Whoever knew the old password is out, on every other device.
		await db.auth.signOut({ scope: 'others' });
		redirect(303, takeDestination(event));
	}
};
