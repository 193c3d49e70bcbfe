// How much script the meeting page loads before anybody opens an editor.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { report } from './report.ts';

const root = join(import.meta.dirname, '..');
const client = join(root, 'build', 'client');
const generated = join('.svelte-kit', 'generated', 'build', 'client-optimized');

type Chunk = { file: string; isEntry?: boolean; imports?: string[] };
const manifest = JSON.parse(
	await readFile(join(root, '.svelte-kit/output/client/.vite/manifest.json'), 'utf8')
) as Record<string, Chunk>;

/** The nodes SvelteKit loads for the page: the root layout, the error page, its layouts, itself. */
const app = await readFile(join(root, generated, 'app.js'), 'utf8');
const route = app.split('\n').find((line) => line.includes('"/(room)/m/[meeting]/live"'));
if (!route) throw new Error('The meeting page is not in the build');
const numbers = [...(route.split('":')[1] ?? '').matchAll(/\d+/g)].map(([number]) => number);
const nodes = [...new Set(['0', '1', ...numbers])].map(
	(number) => `${generated}/nodes/${number}.js`
);

const loaded = new Set<string>();
const follow = (key: string) => {
	if (loaded.has(key)) return;
	loaded.add(key);
	for (const next of manifest[key]?.imports ?? []) follow(next);
};
for (const key of Object.keys(manifest))
	if (nodes.includes(key) || /client-optimized\/app\.js$|client\/(client-)?entry\.js$/.test(key))
		follow(key);

const files = new Set(
	[...loaded].map((key) => manifest[key]?.file).filter((file) => file?.endsWith('.js'))
);
const size = async (file: string) =>
	gzipSync(await readFile(join(client, file)), { level: 9 }).byteLength / 1000;
const sizes = await Promise.all([...files].map((file) => size(file ?? '')));
const everything = (await readdir(join(client, '_app'), { recursive: true })).filter((file) =>
	file.endsWith('.js')
);
const total = await Promise.all(everything.map((file) => size(join('_app', file))));
const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);

await report(
	'weight',
	'Script that /m/[meeting]/live loads before an editor is opened: the entry, the layouts, the page and all they import statically, each file gzipped, from the manifest of the build.',
	[
		{ what: 'script of the meeting page, gzip', value: sum(sizes), unit: 'kB', target: 60 },
		{ what: 'files', value: files.size, unit: '' },
		{ what: 'all script of the site, gzip', value: sum(total), unit: 'kB' }
	]
);
