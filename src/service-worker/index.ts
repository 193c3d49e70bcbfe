import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';
import { dropOldPages, openPage } from './kept-pages.ts';

/**
 * Lets a meeting room be reloaded while the network is away. The built files never change under
 * their names; the page of a room and its rows are asked of the server first, and only shown from
 * here when it does not answer. What people type is not here: the page keeps that itself. Of the other
 * pages a few can be read without a connection; see kept-pages.ts.
 */
const files = 'files';
const rooms = 'rooms';
const paths = [...immutable, ...assets].map(
	({ path }) => new URL(path, self.location.origin).pathname
);
const isRoom = (path: string) => /^\/m\/[0-9a-f-]{36}\/(live|display)(\/__data\.json)?$/.test(path);

self.addEventListener('install', (event) => {
	event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([dropOldFiles(), dropOldPages()]).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (paths.includes(url.pathname)) event.respondWith(fromHere(request));
	else if (isRoom(url.pathname)) event.respondWith(fromServerFirst(request));
	else if (request.mode === 'navigate' && !url.pathname.startsWith('/r/'))
		event.respondWith(openPage(event, url));
});

async function keepFiles(): Promise<void> {
	const cache = await caches.open(files);
	const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	await cache.addAll(paths.filter((path) => !known.has(path)));
}

async function dropOldFiles(): Promise<void> {
	const cache = await caches.open(files);
	const old = (await cache.keys()).filter(({ url }) => !paths.includes(new URL(url).pathname));
	await Promise.all(old.map((request) => cache.delete(request)));
}

async function fromHere(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}

async function fromServerFirst(request: Request): Promise<Response> {
	const cache = await caches.open(rooms);
	try {
		const response = await fetch(request);
		if (response.ok && !response.redirected) await cache.put(request, response.clone());
		// Whoever may not see the room any more must not see the old copy either.
		else if (response.status < 500) await cache.delete(request);
		return response;
	} catch (error) {
		const kept = await cache.match(request);
		if (kept) return kept;
		throw error;
	}
}
