import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The short address on the wall: the meeting that runs now, or home when there is not just one. */
export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.person) redirect(303, '/sign-in?to=%2Flive');
	const { data } = await locals.db
		.from('meetings')
		.select('id')
		.eq('state', 'live')
		.limit(2)
		.throwOnError();
	const [only, another] = data;
	redirect(303, only && !another ? `/m/${only.id}/live` : '/');
};
