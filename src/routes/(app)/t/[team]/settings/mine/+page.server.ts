import { error } from '@sveltejs/kit';
import { isAskedByMail, setAskedByMail } from '#lib/server/rows/own-mails.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.person) error(401, 'Sign in first.');
	return { isAsked: await isAskedByMail(locals.db, locals.person.id) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const isAsked = (await request.formData()).get('asked') === 'on';
		await setAskedByMail(locals.db, locals.person.id, isAsked);
		return { saved: true };
	}
};
