import { readFeed } from '#lib/server/calendar/feed.ts';
import { hashToken } from '#lib/server/rows/invitations.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** The calendar of a team for a calendar program, which has no session: the link is its right. */
export const GET: RequestHandler = async ({ params, request, getClientAddress }) => {
	const { limits, supabase, site } = runtime();
	const secret = /^([\w-]{20,100})\.ics$/.exec(params.link)?.[1];
	const wait = await limits.wait('calendar', secret ? hashToken(secret) : getClientAddress());
	if (wait > 0)
		return new Response('This calendar was asked for too often. Once an hour is enough.', {
			status: 429,
			headers: { ...plain, 'retry-after': String(wait) }
		});
	const feed = secret && (await readFeed(supabase.database, secret, site, new Date()));
	if (!feed) {
		// Links are tried by guessing too: so many from one address, and no more.
		const guessed = await limits.wait('calendar guess', getClientAddress());
		return new Response(
			'This calendar link is unknown or was withdrawn. Make a new one in Settings → Calendar.',
			{ status: guessed > 0 ? 429 : 404, headers: plain }
		);
	}
	const headers = { etag: feed.etag, 'cache-control': 'private, max-age=60' };
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	if (known.some((one) => one.replace(/^W\//, '') === feed.etag || one === '*'))
		return new Response(null, { status: 304, headers });
	return new Response(feed.content, {
		headers: {
			...headers,
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="meetings.ics"'
		}
	});
};
