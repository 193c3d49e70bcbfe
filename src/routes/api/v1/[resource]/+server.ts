import { resources } from '#lib/server/read-api/resources.ts';
import { problem } from '../one-reading.server.ts';
import { readList } from '../read-list.server.ts';
import type { RequestHandler } from './$types';

/** A list of the team the token was made for. */
export const GET: RequestHandler = (event) => {
	const name = event.params.resource;
	const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
	if (!resource) return problem(404, `There is no such list. /api/v1/openapi.json names them all.`);
	return readList(event, resource);
};
