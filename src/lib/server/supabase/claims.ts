import { createHmac, timingSafeEqual } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import * as v from 'valibot';

const Claims = v.object({
	sub: v.pipe(v.string(), v.uuid()),
	session_id: v.pipe(v.string(), v.uuid())
});
const Header = v.object({ alg: v.literal('HS256') });
const Lifetime = v.object({ exp: v.number() });

/** How many checked tokens are remembered, about a kilobyte each. */
const remembered = 4096;

/** A token that was signed here, and when it runs out, in milliseconds since 1970. */
type Signed = { claims: Claims; runsOutAt: number };

/** What an access token says of whoever carries it: the person, and their sign-in. */
export type Claims = v.InferOutput<typeof Claims>;

/**
 * Reads tokens signed with a secret of ours (RFC 7515 with HS256, and nothing else): no question to
 * anybody. In this thread, because a thousand people who come at nine wait for each hop to another;
 * and once, because a page opens its sockets with the token it was asked for with.
 *
 * @returns undefined for a token that nobody signed here, that was changed, or that has run out
 */
export function claimsSignedWith(secret: string) {
	const checked = new Map<string, Signed>();
	return async (token: string): Promise<Claims | undefined> => {
		const signed = checked.get(token) ?? check(token);
		return signed && signed.runsOutAt > Date.now() ? signed.claims : undefined;
	};

	function check(token: string): Signed | undefined {
		const [header = '', payload = '', signature = '', ...more] = token.split('.');
		if (more.length > 0 || !v.is(Header, decode(header))) return undefined;
		const given = Buffer.from(signature, 'base64url');
		const right = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
		if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) return undefined;
		const said = decode(payload);
		const claims = parse(said);
		if (!v.is(Lifetime, said) || !claims) return undefined;
		const signed = { claims, runsOutAt: said.exp * 1000 };
		const [oldest] = checked.keys();
		if (oldest !== undefined && checked.size >= remembered) checked.delete(oldest);
		checked.set(token, signed);
		return signed;
	}
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
