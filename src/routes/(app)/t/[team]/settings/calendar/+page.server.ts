import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, readForm, refusal } from '#lib/server/form.ts';
import { sendInvitationsNow } from '#lib/server/jobs/invitations-now.ts';
import {
	addCalendarLink,
	findInvites,
	listCalendarLinks,
	setInvites,
	withdrawCalendarLink
} from '#lib/server/rows/calendar-links.ts';
import { findRunningSeries } from '#lib/server/rows/series.ts';
import { runtime } from '#lib/server/runtime.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:series', 'rows:team_members');
	const [links, invites, series] = await Promise.all([
		listCalendarLinks(locals.db, params.team),
		findInvites(locals.db, params.team),
		findRunningSeries(locals.db, params.team)
	]);
	return { links, invites, hasSeries: series !== undefined, mails: runtime().mailsByItself };
};

const OneLink = v.object({ link: Id });
const Invites = v.object({ invites: v.picklist(['on', 'off']) });

export const actions: Actions = {
	make: async ({ locals, params, url }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const secret = await orNotFound(addCalendarLink(locals.db, params.team, locals.person.id));
		return { ...refusal({}), made: `${url.origin}/calendar/${secret}.ics` };
	},
	withdraw: async ({ locals, params, request }) => {
		const form = readForm(OneLink, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(withdrawCalendarLink(locals.db, params.team, form.output.link, new Date()));
		return refusal({});
	},
	invites: async ({ locals, params, request }) => {
		const form = readForm(Invites, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(setInvites(locals.db, params.team, form.output.invites === 'on'));
		sendInvitationsNow();
		return refusal({});
	}
};
