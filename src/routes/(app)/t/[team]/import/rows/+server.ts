import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { mailInvitations } from '#lib/server/invite-people.ts';
import { listPeople } from '#lib/server/rows/people.ts';
import { bringRows, Brought, lookAtRows } from '#lib/server/rows/row-imports.ts';
import { findTeam } from '#lib/server/rows/teams.ts';
import { runtime } from '#lib/server/runtime.ts';
import { describe } from '#lib/server/start-runtime.ts';
import { orNotFound } from '../../../../../or-not-found.server.ts';
import type { RequestHandler } from './$types';

const nothing = { headers: { 'cache-control': 'no-store' } };

/** Says what bringing these rows would do; nothing comes of it. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.person) error(401, 'Sign in first.');
	const looked = await orNotFound(lookAtRows(locals.db, params.team, await read(request)));
	return json({ outcome: looked.outcome, entered: looked.entered, there: looked.there }, nothing);
};

/** Brings them in, all or none. People get their invitation by mail, or their link is shown. */
export const PUT: RequestHandler = async ({ locals, params, request, url }) => {
	const { db, person } = locals;
	if (!person) error(401, 'Sign in first.');
	const brought = await read(request);
	const { limits, sendMail, log } = runtime();
	if (brought.kind === 'people' && (await limits.wait('invited list', person.id)) > 0)
		error(429, 'You have just invited a list of people. Wait an hour, then bring the next one.');
	const done = await orNotFound(bringRows(db, params.team, brought));
	const team = done.invited.length > 0 ? await orNotFound(findTeam(db, params.team)) : undefined;
	const by = (await listPeople(db, params.team)).find(({ id }) => id === person.id);
	const links = team
		? await mailInvitations(
				{
					sendMail,
					onFailure: (problem) =>
						log.error({ error: describe(problem) }, 'an invitation was not mailed'),
					team,
					by: { name: by?.name ?? 'Somebody' },
					origin: url.origin
				},
				done.invited
			)
		: [];
	const { outcome, entered, there } = done;
	return json({ outcome, entered, there, import: done.import, links }, nothing);
};

async function read(request: Request): Promise<Brought> {
	const sent = v.safeParse(Brought, await request.json().catch(() => undefined));
	if (!sent.success) error(400, 'These rows cannot be read. Load the page anew, and try again.');
	return sent.output;
}
