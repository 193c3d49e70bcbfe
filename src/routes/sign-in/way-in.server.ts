import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { ownPath } from './own-path.ts';

/**
 * Signing in takes several pages. Where somebody was going, and which mailbox a code went to, is
 * kept in cookies of an hour: addresses and invitation tokens do not belong into URLs.
 */
const destination = 'drumbeat-to';
const mailbox = 'drumbeat-code';

const kinds = ['sign-up', 'sign-in', 'reset'] as const;
/** `sentAt` is in milliseconds. */
const CodeSent = v.object({ email: v.string(), kind: v.picklist(kinds), sentAt: v.number() });
export type CodeSent = v.InferOutput<typeof CodeSent>;

type Page = { cookies: Cookies; url: URL };

const kept = (url: URL) => ({
	path: '/',
	httpOnly: true,
	sameSite: 'lax' as const,
	secure: url.protocol === 'https:',
	maxAge: 3600
});

/** Remembers `?to=`, or the path given, when it is one of ours. */
export function keepDestination({ cookies, url }: Page, to = url.searchParams.get('to')): void {
	const path = ownPath(to);
	if (path) cookies.set(destination, path, kept(url));
}

/** Where to go now that somebody is signed in. */
export function takeDestination({ cookies }: Page): string {
	const path = ownPath(cookies.get(destination)) ?? '/';
	cookies.delete(destination, { path: '/' });
	cookies.delete(mailbox, { path: '/' });
	return path;
}

export function keepCodeSent({ cookies, url }: Page, sent: CodeSent): void {
	cookies.set(mailbox, JSON.stringify(sent), kept(url));
}

export function readCodeSent(cookies: Cookies): CodeSent | undefined {
	try {
		const parsed = v.safeParse(CodeSent, JSON.parse(cookies.get(mailbox) ?? ''));
		return parsed.success ? parsed.output : undefined;
	} catch {
		return undefined;
	}
}
