import { expect, test } from 'vitest';
import { markKept, nothingKept } from './pages.ts';

test('a kept page says of when it is', async () => {
	const copy = new Response('<!doctype html><html lang="en-GB"><body></body></html>', {
		headers: { 'x-kept-at': '2026-11-30T08:00:00.000Z', 'content-type': 'text/html' }
	});
	const shown = await (await markKept(copy)).text();
	expect(shown).toContain('<html data-kept-at="2026-11-30T08:00:00.000Z" lang="en-GB">');
	expect(shown).toMatch(/<body><noscript>.*This page is as of 2026-11-30/);
});

test('without a connection a page that is not kept says what is', async () => {
	const answer = nothingKept(['/t/1', '/t/1/actions', '/fonts/a.woff2']);
	expect(answer.status).toBe(503);
	const html = await answer.text();
	expect(html).toContain('<a href="/t/1/actions">Actions</a>');
	expect(html.match(/<li>/g)).toHaveLength(2);
	// It looks like the others, with what the device has.
	expect(html).toContain('light dark');
	expect(html).toContain('/fonts/instrument-sans');
	expect(answer.headers.get('content-security-policy')).toContain("font-src 'self'");
});
