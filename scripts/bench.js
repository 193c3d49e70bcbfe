// `npm run bench [-- name… [--option…]]`: measures, prints a table, and keeps the figures in
// bench/results. `sync`, which takes an hour, only when it is named; its options are in bench/sync.ts.
import process from 'node:process';
import { buildSite, findNode, installPackages, quiet, refuse, run } from './set-up.js';

const quick = [
	'start',
	'browsers',
	'keystroke',
	'settle',
	'changes',
	'scorecard',
	'strategy',
	'execution',
	'import',
	'retro',
	'search',
	'needs',
	'weekly-mails'
];
const all = [...quick, 'sync'];
const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('--'));
const asked = firstOption === -1 ? given : given.slice(0, firstOption);
const options = given.slice(asked.length);
const unknown = asked.find((name) => !all.includes(name));
if (unknown) refuse(`There is no measurement called ${unknown}. There are: ${all.join(', ')}.`);

await installPackages();
await buildSite();
for (const name of asked.length > 0 ? asked : quick) {
	const code = await run(findNode(), [...quiet, `bench/${name}.ts`, ...options]);
	if (code !== 0) process.exitCode = code;
}
