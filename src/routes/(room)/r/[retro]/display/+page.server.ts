import { findRetrospective } from '../find-retrospective.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	retrospective: await findRetrospective(locals, params.retro)
});
