// `npm run bench [-- name…]`: measures, prints a table, and keeps the figures in bench/results.
import process from 'node:process';
import { buildSite, findNode, installPackages, quiet, refuse, run } from './set-up.js';

const all = ['start', 'browsers', 'keystroke', 'settle'];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !all.includes(name));
if (unknown) refuse(`There is no measurement called ${unknown}. There are: ${all.join(', ')}.`);

await installPackages();
await buildSite();
for (const name of asked.length > 0 ? asked : all) {
	const code = await run(findNode(), [...quiet, `bench/${name}.ts`]);
	if (code !== 0) process.exitCode = code;
}
