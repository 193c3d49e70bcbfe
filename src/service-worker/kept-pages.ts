import { version } from '$app/env';
import { self } from '$app/service-worker';
import { markKept, nothingKept } from './pages.ts';

// Copies of a few pages that a team's home asks for, to be read without a connection. A server that
// answers always has the first word, and a copy says how old it is.

/** One for each build, so that an old page never meets new scripts. */
const pages = `pages ${version}`;
const ownerKey = '/kept-for';
/** A copy younger than this is not asked for again. */
const freshMs = 60_000;

/** Forgets the copies that an earlier build made. */
export async function dropOldPages(): Promise<void> {
	const old = (await caches.keys()).filter((one) => one.startsWith('pages ') && one !== pages);
	await Promise.all(old.map((one) => caches.delete(one)));
}

/** Takes copies of these pages for this person, and forgets all others and everybody else's. */
export async function keepPages(person: string, paths: string[]): Promise<void> {
	const owner = await (await (await caches.open(pages)).match(ownerKey))?.text();
	if (owner !== undefined && owner !== person)
		await Promise.all([caches.delete(pages), caches.delete('rooms')]);
	const cache = await caches.open(pages);
	await cache.put(ownerKey, new Response(person));
	for (const { url } of await cache.keys()) {
		const { pathname } = new URL(url);
		if (pathname !== ownerKey && !paths.includes(pathname)) await cache.delete(url);
	}
	for (const path of paths) {
		const copy = await cache.match(path);
		if (copy && Date.now() - Date.parse(copy.headers.get('x-kept-at') ?? '') < freshMs) continue;
		const answer = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => undefined);
		if (answer) await put(cache, path, answer);
	}
}

/** The server's page, or else the copy that is kept of it. */
export async function openPage(event: FetchEvent, url: URL): Promise<Response> {
	const cache = await caches.open(pages);
	try {
		const answer = await fetch(event.request);
		const copy = url.search === '' ? await cache.match(url.pathname) : undefined;
		if (copy && answer.status >= 502 && answer.status <= 504) return markKept(copy);
		// Whoever opens the page does not wait for its copy.
		if (copy) event.waitUntil(put(cache, url.pathname, answer.clone()));
		return answer;
	} catch {
		const copy = await cache.match(url.pathname);
		if (copy) return markKept(copy);
		const kept = (await cache.keys()).map((one) => new URL(one.url).pathname);
		const home = kept.find((path) => /^\/t\/[^/]+$/.test(path));
		return url.pathname === '/' && home ? Response.redirect(home) : nothingKept(kept);
	}
}

/** Keeps an answer. A refusal, or the way to the sign-in page, ends what was kept; a failure does not. */
async function put(cache: Cache, path: string, answer: Response): Promise<void> {
	if (answer.status >= 500) return;
	const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
	if (!answer.ok || answer.redirected || !isPage) {
		await cache.delete(path);
		return;
	}
	const headers = new Headers(answer.headers);
	headers.set('x-kept-at', new Date().toISOString());
	// What is kept is plain text, whatever it travelled as.
	for (const one of ['content-encoding', 'content-length', 'link']) headers.delete(one);
	await cache.put(path, new Response(await answer.text(), { headers }));
}

self.addEventListener('message', (event) => {
	const asked = event.data as { keep?: { person: string; paths: string[] } };
	if (asked.keep) event.waitUntil(keepPages(asked.keep.person, asked.keep.paths));
});
