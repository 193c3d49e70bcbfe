import { error } from '@sveltejs/kit';
import { findSwitch, switchOff } from '#lib/server/mail/switch-off.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	kind: (await findSwitch(runtime().supabase.database, params.key)) ?? null
});

export const actions: Actions = {
	// Reading the page changes nothing: mail scanners follow every link.
	default: async ({ params }) => {
		if (!(await switchOff(runtime().supabase.database, params.key)))
			error(404, 'This link belongs to no mail any more. You can switch mails off in Settings.');
		return { isOff: true };
	}
};
