import { error, redirect } from '@sveltejs/kit';
import { loadRoom } from '#lib/server/rows/room.ts';
import type { LayoutServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shown = [
	'team_members',
	'metrics',
	'readings',
	'nomination_answers',
	'priorities',
	'objectives',
	'leadership_messages',
	'meetings'
];

export const load: LayoutServerLoad = async ({ locals, params, depends, url }) => {
	if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
	for (const table of shown) depends(`rows:${table}`);
	const room = uuid.test(params.meeting)
		? await loadRoom(locals.db, params.meeting, new Date().toISOString().slice(0, 10))
		: undefined;
	if (!room) error(404, 'There is no such meeting, or you may not see it.');
	return { room };
};
