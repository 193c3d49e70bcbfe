import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Everything below is for people who are signed in. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
	return { me: locals.person };
};
