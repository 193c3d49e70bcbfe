import { redirect } from '@sveltejs/kit';
import { findRoom } from './find-room.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, url }) => {
	if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
	return { room: await findRoom(locals, params.meeting) };
};
