import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id, OptionalLine, readForm, refusal } from '#lib/server/form.ts';
import { listPendingInvitations, withdrawInvitation } from '#lib/server/rows/invitations.ts';
import { type Changed, changeMember, endMembership } from '#lib/server/rows/members.ts';
import { orNotFound } from '../../../../or-not-found.server.ts';
import { invite } from '../../../../start/invite/invite.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Seat = v.object({
	person: Id,
	role: v.picklist(['admin', 'member', 'observer'], 'Choose a role.'),
	title: OptionalLine()
});
const OnePerson = v.object({ person: Id });
const OneInvitation = v.object({ invitation: Id });

const lastAdmin =
	'A team needs at least one admin. Make somebody else an admin first, then change this.';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('rows:team_members', 'rows:invitations');
	return {
		invitations: await listPendingInvitations(locals.db, params.team, new Date()),
		hasMailbox: locals.isLocalVisitor
	};
};

export const actions: Actions = {
	change: async ({ locals, params, request }) => {
		const form = readForm(Seat, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { person, ...seat } = form.output;
		const changed = await found(changeMember(locals.db, params.team, person, seat));
		if (changed === 'last admin')
			return fail(409, refusal({ values: form.values, problems: { role: lastAdmin } }));
		return { ...refusal({}), saved: person };
	},

	remove: async ({ locals, params, request }) => {
		const form = readForm(OnePerson, await request.formData());
		if (form.refused) return fail(400, form.refused);
		const { person } = form.output;
		const changed = await found(endMembership(locals.db, params.team, person, new Date()));
		if (changed === 'last admin')
			return fail(409, refusal({ values: form.values, problems: { role: lastAdmin } }));
		if (person === locals.person?.id) redirect(303, '/');
		return refusal({});
	},

	invite: (event) => invite(event, event.params.team),

	withdraw: async ({ locals, params, request }) => {
		const form = readForm(OneInvitation, await request.formData());
		if (form.refused) return fail(400, form.refused);
		await orNotFound(
			withdrawInvitation(locals.db, params.team, form.output.invitation, new Date())
		);
		return refusal({});
	}
};

async function found(change: Promise<Changed>): Promise<Changed> {
	return orNotFound(change.then((changed) => (changed === 'nobody' ? undefined : changed)));
}
