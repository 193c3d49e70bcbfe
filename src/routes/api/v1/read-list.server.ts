import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { readByToken } from '#lib/server/read-api/read.ts';
import type { Resource } from '#lib/server/read-api/resources.ts';
import { hashToken } from '#lib/server/rows/invitations.ts';
import { runtime } from '#lib/server/runtime.ts';
import { problem } from './one-reading.server.ts';

const count = (least: number, most: number, usual: number) =>
	v.pipe(
		v.nullish(v.pipe(v.string(), v.regex(/^\d{1,7}$/)), String(usual)),
		v.transform(Number),
		v.minValue(least),
		v.maxValue(most)
	);
const Page = v.object({ limit: count(1, 200, 50), offset: count(0, 1_000_000, 0) });

const words = {
	'no token':
		'This token is unknown or withdrawn, or whoever made it left the team. Make one in Settings → Sources.',
	'no right': 'This token was not made for that. Make one that is, in Settings → Sources.',
	'no metric': 'The team has no metric with this key.'
};
const statuses = { 'no token': 401, 'no right': 403, 'no metric': 404 };

/** The token a program sends; undefined when there is none that could be ours. */
export const tokenOf = (request: Request): string | undefined =>
	/^Bearer (\S{20,200})$/.exec(request.headers.get('authorization') ?? '')?.[1];

/** Answers a page of a list to whoever holds a token for it. */
export async function readList(
	{
		request,
		url,
		getClientAddress
	}: { request: Request; url: URL; getClientAddress: () => string },
	resource: Resource,
	key?: string
): Promise<Response> {
	const { limits, supabase } = runtime();
	const token = tokenOf(request);
	const wait = await limits.wait('api reading', token ? hashToken(token) : getClientAddress());
	if (wait > 0)
		return problem(429, `Too many questions at once. Try again in ${wait} seconds.`, {
			'retry-after': String(wait)
		});
	if (!token) return problem(401, 'Send the token of a team as “Authorization: Bearer …”.');
	const page = v.safeParse(Page, {
		limit: url.searchParams.get('limit'),
		offset: url.searchParams.get('offset')
	});
	if (!page.success)
		return problem(400, '“limit” is a number from 1 to 200, “offset” one from 0 on.');
	const read = await readByToken(supabase.database, token, resource, page.output, key);
	if (read.outcome !== 'read') return problem(statuses[read.outcome], words[read.outcome]);
	return json(
		{ items: read.rows, next: read.next },
		{ headers: { 'cache-control': 'private, no-store' } }
	);
}
