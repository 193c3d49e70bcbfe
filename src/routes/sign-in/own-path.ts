/**
 * A path of this site to go on to, or nothing: an address handed in from outside must never lead
 * to another site, however it is spelt. `//host`, `/\host` and tabs inside are read by browsers as
 * the start of another host.
 */
export function ownPath(to: string | null | undefined): string | undefined {
	if (!to || to.length > 500 || !/^\/(?![/\\])/u.test(to) || /[\p{Cc}\\]/u.test(to))
		return undefined;
	const here = 'http://here.invalid';
	const url = URL.canParse(to, here) ? new URL(to, here) : undefined;
	if (url?.origin !== here) return undefined;
	const path = url.pathname + url.search;
	// Resolving dots may have made a new host: `/.//host` becomes `//host`.
	return path.startsWith('//') ? undefined : path;
}
