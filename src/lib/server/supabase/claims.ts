import { createHmac, timingSafeEqual } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import * as v from 'valibot';

const Claims = v.object({
	sub: v.pipe(v.string(), v.uuid()),
	session_id: v.pipe(v.string(), v.uuid())
});
const Header = v.object({ alg: v.literal('HS256') });
const Lifetime = v.object({ exp: v.number() });

/** What an access token says of whoever carries it: the person, and their sign-in. */
export type Claims = v.InferOutput<typeof Claims>;

/**
 * Reads tokens signed with a secret of ours (RFC 7515 with HS256, and nothing else): no question to
 * anybody. In this thread, because a thousand people who come at nine wait for each hop to another.
 *
 * @returns undefined for a token that nobody signed here, that was changed, or that has run out
 */
export function claimsSignedWith(secret: string) {
	return async (token: string): Promise<Claims | undefined> => {
		const [header = '', payload = '', signature = '', ...more] = token.split('.');
		if (more.length > 0 || !v.is(Header, decode(header))) return undefined;
		const given = Buffer.from(signature, 'base64url');
		const right = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
		if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) return undefined;
		const said = decode(payload);
		return v.is(Lifetime, said) && said.exp * 1000 > Date.now() ? parse(said) : undefined;
	};
}

/** Reads tokens of a Supabase elsewhere, with its public keys, or by asking it where it has none. */
export function claimsKnownAt(url: string, key: string) {
	const client = createClient(url, key, {
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
	});
	return async (token: string): Promise<Claims | undefined> => {
		// With a token given it checks signature and expiry, and neither keeps nor refreshes it.
		const { data } = await client.auth.getClaims(token);
		return parse(data?.claims);
	};
}

function decode(part: string): unknown {
	try {
		return JSON.parse(Buffer.from(part, 'base64url').toString());
	} catch {
		return undefined;
	}
}

function parse(claims: unknown): Claims | undefined {
	const parsed = v.safeParse(Claims, claims);
	return parsed.success ? parsed.output : undefined;
}
