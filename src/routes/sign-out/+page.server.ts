import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.person) redirect(303, '/sign-in');
	return { email: locals.person.email };
};

export const actions: Actions = {
	default: async ({ locals, setHeaders, cookies }) => {
		// Only this browser; the person stays signed in elsewhere. Its open rooms close within
		// seconds, when they see that the session is gone.
		await locals.db.auth.signOut({ scope: 'local' });
		cookies.delete('drumbeat-team', { path: '/' });
		// The copies of meetings that this browser keeps belong to whoever signs out.
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, '/sign-in');
	}
};
