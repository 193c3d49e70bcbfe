import { createServerClient } from '@supabase/ssr';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import type { Database } from '#lib/server/database-types.ts';
import { runtime } from '#lib/server/runtime.ts';
import { isLocalVisitor } from '#lib/server/local-visitor.ts';
import { describe } from '#lib/server/start-runtime.ts';
import { sessionCookie } from '#lib/server/sync/access.ts';

/** Who is asking: session cookie → locals.person and locals.db. */
export const handle: Handle = async ({ event, resolve }) => {
	const { supabase, hasMailbox } = runtime();
	const secure = event.url.protocol === 'https:';
	const authHeaders = new Headers();
	event.locals.isLocalVisitor =
		supabase.embedded && hasMailbox && isLocalVisitor(event.getClientAddress(), event.request);
	event.locals.db = createServerClient<Database>(supabase.url, supabase.key, {
		global: { fetch: supabase.fetch },
		cookieOptions: { name: sessionCookie, httpOnly: true, sameSite: 'lax', path: '/', secure },
		cookies: {
			getAll: () => event.cookies.getAll(),
			setAll: (cookies, headers) => {
				for (const { name, value, options } of cookies)
					event.cookies.set(name, value, { ...options, path: '/' });
				for (const [name, value] of Object.entries(headers)) authHeaders.set(name, value);
			}
		}
	});
	const { data } = await event.locals.db.auth.getClaims();
	event.locals.person = data
		? { id: data.claims.sub, email: String(data.claims.email ?? '') }
		: undefined;

	const response = await resolve(event, {
		// supabase-js reads these off its answers.
		filterSerializedResponseHeaders: (name) => name === 'content-range'
	});
	for (const [name, value] of authHeaders) response.headers.set(name, value);
	for (const [name, value] of securityHeaders(secure)) response.headers.set(name, value);
	if (event.locals.frame) letIn(event.locals.frame, response.headers);
	return response;
};

/** Opens the policy of a page for frames of one host, and for nothing else. */
function letIn(host: string, headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (policy)
		headers.set(
			'content-security-policy',
			policy.replace("frame-src 'none'", `frame-src https://${host}`)
		);
}

function securityHeaders(secure: boolean): [string, string][] {
	return [
		['x-content-type-options', 'nosniff'],
		['x-frame-options', 'DENY'],
		['referrer-policy', 'same-origin'],
		['cross-origin-opener-policy', 'same-origin'],
		['cross-origin-resource-policy', 'same-origin'],
		['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
		...(secure
			? ([['strict-transport-security', 'max-age=31536000; includeSubDomains']] satisfies [
					string,
					string
				][])
			: [])
	];
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return;
	const id = crypto.randomUUID().slice(0, 8);
	runtime().log.error({ id, route: event.route.id, error: describe(error) }, 'a page failed');
	return {
		message:
			'Something went wrong on the server. Nothing you typed in a meeting is lost; try again in a moment.',
		id
	};
};
