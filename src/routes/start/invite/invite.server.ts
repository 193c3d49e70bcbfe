import { error, fail } from '@sveltejs/kit';
import { readForm, refusal } from '#lib/server/form.ts';
import { InviteForm, invitePeople } from '#lib/server/invite-people.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { findTeam } from '#lib/server/rows/teams.ts';
import { runtime } from '#lib/server/runtime.ts';
import { describe } from '#lib/server/start-runtime.ts';
import { orNotFound } from '../../or-not-found.server.ts';
import { waitSentence } from '../../sign-in/wait-sentence.ts';

type Asked = { locals: App.Locals; request: Request; url: URL };

/** The invite form of a team, on the first run and in its settings. */
export async function invite({ locals, request, url }: Asked, teamId: string) {
	const { db, person } = locals;
	if (!person) error(401, 'Sign in first.');
	const form = readForm(InviteForm, await request.formData());
	if (form.refused) return fail(400, form.refused);

	const { limits, sendMail, log } = runtime();
	for (let count = 0; count < Math.max(1, form.output.emails.length); count++) {
		const seconds = await limits.wait('invitation', person.id);
		if (seconds > 0)
			return fail(429, refusal({ values: form.values, said: waitSentence(seconds) }));
	}
	const team = await orNotFound(findTeam(db, teamId));
	const by = (await listPeople(db, team.id)).find(({ id }) => id === person.id);
	const made = await orNotFound(
		invitePeople(
			{
				db,
				sendMail,
				onFailure: (problem) =>
					log.error({ error: describe(problem) }, 'an invitation was not mailed'),
				team,
				by: { id: person.id, name: by?.name ?? 'Somebody' },
				origin: url.origin
			},
			form.output
		)
	);
	return { ...refusal({}), made };
}
