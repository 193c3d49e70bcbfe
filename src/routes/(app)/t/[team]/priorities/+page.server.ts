import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Where priorities were kept before they had an execution. */
export const load: PageServerLoad = ({ params }) => {
	redirect(308, `/t/${params.team}/execution`);
};
