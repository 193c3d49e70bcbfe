/** Hosts whose dashboards are made to be shown inside other pages; `*.` is everything below. */
export const usualHosts = [
	'*.tableau.com',
	'app.powerbi.com',
	'lookerstudio.google.com',
	'*.looker.com'
] as const;

const longest = 2000;

export type Typed = { output: string; problem?: undefined } | { problem: string };

/**
 * The address of a dashboard, as browsers write it; empty when none was typed. Only https, and no
 * name before the host: `https://app.powerbi.com@evil.example` is an address of evil.example.
 */
export function readDashboard(typed: string): Typed {
	const trimmed = typed.trim();
	if (trimmed === '') return { output: '' };
	const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
	if (url?.protocol !== 'https:')
		return { problem: 'Paste the whole address, beginning with https://.' };
	if (url.username || url.password || authorityOf(trimmed).includes('@'))
		return { problem: 'Leave out what stands before the @: such an address is not what it seems.' };
	if (url.href.length > longest) return { problem: `Keep it under ${longest} characters.` };
	return { output: url.href };
}

/** What stands between `https://` and the path; `https://@host` has an @ and no name. */
function authorityOf(address: string): string {
	return address.replace(/^[^:]*:[/\\]*/u, '').split(/[/\\?#]/u)[0] ?? '';
}

/**
 * The host of a dashboard that may be shown inside our page, else nothing: it is then a link. Never
 * our own host, because a frame of it could reach out of its sandbox.
 *
 * @param allowed hosts, and `*.` with everything below
 * @param own the host this page is served from
 */
export function framedHost(
	address: string,
	allowed: readonly string[],
	own: string
): string | undefined {
	const read = readDashboard(address);
	if (!('output' in read) || read.output === '') return undefined;
	const { host, hostname } = new URL(read.output);
	// A host with a port is another server.
	if (host !== hostname || hostname === own.split(':')[0]) return undefined;
	return allowed.some((pattern) => matches(hostname, pattern)) ? hostname : undefined;
}

function matches(host: string, pattern: string): boolean {
	return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** Letters at the end, so that no number is a host; two names at least below a `*.`. */
const hostForm = new RegExp(`^(?:\\*\\.(?:${label}\\.)*)?(?:${label}\\.)+[a-z][a-z0-9-]*[a-z0-9]$`);

/** A host that an admin allows, as browsers write it: `bi.example.com` or `*.example.com`. */
export function readHost(typed: string): Typed {
	const problem =
		'Type a host such as bi.example.com, or *.example.com for all below, without an address around it.';
	const [, star = '', name = ''] = /^(\*\.)?(.+)$/su.exec(typed.trim()) ?? [];
	if (!name || /[/\\?#@:\s*]/u.test(name) || !URL.canParse(`https://${name}`)) return { problem };
	const host = `${star}${new URL(`https://${name}`).hostname}`;
	if (!hostForm.test(host) || host.length > 255) return { problem };
	return { output: host };
}
