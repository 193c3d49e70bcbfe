import { error, redirect } from '@sveltejs/kit';
import { acceptInvitation, findInvitation } from '#lib/server/rows/invitations.ts';
import { mustWait } from '../../sign-in/waiting.server.ts';
import { keepDestination } from '../../sign-in/way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const wait = await mustWait(event, { address: 'invitation address' });
	if (wait) error(429, wait);

	const found = await findInvitation(locals.db, params.token);
	const email = locals.person?.email;
	const isForAnother =
		email !== undefined &&
		found?.email != null &&
		found.email.toLowerCase() !== email.toLowerCase();
	// Whoever has to sign in first comes back here, without the token in any other address.
	if (found?.state === 'open') keepDestination(event, `/invite/${params.token}`);
	return { invitation: found ?? null, email: email ?? null, isForAnother };
};

export const actions: Actions = {
	accept: async (event) => {
		const { locals, params } = event;
		const wait = await mustWait(event, { address: 'invitation address' });
		if (wait) error(429, wait);
		if (!locals.person) redirect(303, '/sign-in');
		const team = await acceptInvitation(locals.db, params.token);
		// Without a team the page, read again, says why.
		if (team) redirect(303, `/t/${team}`);
	},
	leave: async (event) => {
		await event.locals.db.auth.signOut({ scope: 'local' });
		keepDestination(event, `/invite/${event.params.token}`);
		event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, '/sign-in');
	}
};
