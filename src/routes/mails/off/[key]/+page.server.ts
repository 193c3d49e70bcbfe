import { error } from '@sveltejs/kit';
import { askNoMore } from '#lib/server/jobs/ask-for-readings.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	// Reading the page changes nothing: mail scanners follow every link.
	default: async ({ params }) => {
		if (!(await askNoMore(runtime().supabase.database, params.key)))
			error(404, 'This link belongs to no mail any more. You can switch mails off in Settings.');
		return { isOff: true };
	}
};
