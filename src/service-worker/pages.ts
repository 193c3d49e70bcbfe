/** A kept page says that it is one, and of when, before any of its script runs. */
export async function markKept(copy: Response): Promise<Response> {
	const at = copy.headers.get('x-kept-at') ?? '';
	const html = await copy.text();
	const said = `<noscript><p role="status">No connection. This page is as of ${at}.</p></noscript>`;
	return new Response(
		html.replace('<html ', `<html data-kept-at="${at}" `).replace(/<body[^>]*>/, `$&${said}`),
		{ headers: copy.headers }
	);
}

const titles: [pattern: RegExp, title: string][] = [
	[/^\/t\/[^/]+$/, 'Home'],
	[/^\/t\/[^/]+\/actions$/, 'Actions'],
	[/^\/m\/[^/]+\/recap$/, 'The last recap']
];

/** What is shown in place of a page that is not kept. */
export function nothingKept(kept: readonly string[]): Response {
	const links = kept.flatMap((path) => {
		const title = titles.find(([pattern]) => pattern.test(path))?.[1];
		return title ? [`<li><a href="${encodeURI(path)}">${title}</a></li>`] : [];
	});
	const list =
		links.length > 0 ? `<p>These can be read without one:</p><ul>${links.join('')}</ul>` : '';
	const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No connection · Drumbeat</title>
<style>
@font-face { font-family: Ours; font-weight: 400 700; src: url(/fonts/instrument-sans-latin-wdth-normal.woff2) format('woff2'); }
:root { color-scheme: light dark; background: light-dark(oklch(0.995 0.001 95), oklch(0.215 0.008 265)); color: light-dark(oklch(0.235 0.018 270), oklch(0.945 0.005 265)); }
body { max-width: 32rem; margin: 20vh auto; padding: 0 1.5rem; font: 1rem/1.55 Ours, system-ui, sans-serif; }
h1 { font-size: 1.625rem; font-weight: 600; letter-spacing: -0.015em; margin: 0 0 .5rem; }
p { margin: 0 0 1.5rem; color: light-dark(oklch(0.405 0.016 270), oklch(0.8 0.01 265)); }
ul { margin: 0; padding: 0; list-style: none; }
li { border-top: 1px solid light-dark(oklch(0.905 0.0055 95), oklch(0.3 0.01 265)); }
a { display: block; padding: .75rem 0; font-weight: 500; text-decoration: none; color: light-dark(oklch(0.45 0.165 262), oklch(0.79 0.1 262)); }
a:hover { text-decoration: underline; }
</style>
</head>
<body>
<main>
<h1>No connection</h1>
<p>This page needs one. Nothing you wrote is lost: what waits on this device is sent when you are back.</p>
${list}
</main>
</body>
</html>`;
	return new Response(html, {
		status: 503,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; font-src 'self'; style-src 'unsafe-inline'",
			'cache-control': 'no-store'
		}
	});
}
