import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { isBlank, MessageText } from '#lib/message/message.ts';
import { listMessages, saveMessage } from '#lib/server/rows/messages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:leadership_messages');
	return { versions: await listMessages(locals.db, params.team) };
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const typed = Object.fromEntries(await request.formData());
		const form = v.safeParse(MessageText, typed);
		if (!form.success) {
			const problems = v.flatten<typeof MessageText>(form.issues).nested;
			return fail(400, { problems, problem: undefined });
		}
		if (isBlank(form.output))
			return fail(400, { problems: undefined, problem: 'Write at least one of the four.' });
		await saveMessage(locals.db, params.team, locals.person.id, form.output);
	},

	/** Makes the words of an earlier version the message again, as a new one. */
	restore: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const id = (await request.formData()).get('version');
		const versions = await listMessages(locals.db, params.team);
		const version = versions.find((one) => one.id === id);
		if (!version) error(404, 'There is no such version in this team.');
		await saveMessage(locals.db, params.team, locals.person.id, version);
	}
};
