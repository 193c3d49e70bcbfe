import { error, fail } from '@sveltejs/kit';
import { about, chosen, kinds } from '#lib/notices/kinds.ts';
import { readForm } from '#lib/server/form.ts';
import {
	findNoticeChoices,
	findWhereabouts,
	saveNoticeChoices
} from '#lib/server/rows/notice-choices.ts';
import { findToday } from '#lib/server/rows/time-zone.ts';
import { findOwnWish, saveOwnWish } from '#lib/server/rows/weekly-mails.ts';
import { runtime } from '#lib/server/runtime.ts';
import { ChoicesForm } from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const { id } = locals.person;
	const [{ choices, hours }, where, wantsWeekly, today] = await Promise.all([
		findNoticeChoices(locals.db, id),
		findWhereabouts(locals.db, id),
		findOwnWish(locals.db, params.team, id),
		findToday(locals.db, id)
	]);
	return {
		kinds: kinds.map((kind) => ({ kind, ...about[kind], channel: chosen(choices, kind) })),
		readings: choices.readings ?? 'mail',
		invitations: choices.invitations ?? 'mail',
		wantsWeekly,
		hours,
		where,
		today,
		mailsByItself: runtime().mailsByItself,
		zones: Intl.supportedValuesOf('timeZone')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		if (!locals.person) error(401, 'Sign in first.');
		const form = readForm(ChoicesForm, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { choices, hours, where, wantsWeekly } = form.output;
		await saveNoticeChoices(locals.db, locals.person.id, choices, hours, where);
		await saveOwnWish(locals.db, params.team, locals.person.id, wantsWeekly);
		return { saved: true };
	}
};
