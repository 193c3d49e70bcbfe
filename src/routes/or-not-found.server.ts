import { error } from '@sveltejs/kit';

const refusals = ['42501', '22P02', '23503']; // no right to it, no such id, a foreign id

/**
 * Row-level security answers with nothing or refuses, and a made-up id finds nothing: in each case
 * there is no such thing for this person.
 */
export async function orNotFound<Answer>(answer: Promise<Answer>): Promise<NonNullable<Answer>> {
	const found = await answer.catch((problem: unknown) => {
		if (isRefusal(problem)) return undefined;
		throw problem;
	});
	if (found === undefined || found === null || found === false)
		error(404, 'There is no such thing here, or it is not yours to change.');
	return found;
}

function isRefusal(problem: unknown): boolean {
	if (typeof problem !== 'object' || problem === null || !('code' in problem)) return false;
	return typeof problem.code === 'string' && refusals.includes(problem.code);
}
