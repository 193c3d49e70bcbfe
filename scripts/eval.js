// `npm run eval [-- part…]`: what the facilitator finds in recorded meetings, next to what people noted.
import process from 'node:process';
import { findNode, installPackages, quiet, refuse, run } from './set-up.js';

/** Each is a file of bench/eval, and prints its own table. */
const parts = ['rules', 'ai'];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !parts.includes(name));
if (unknown) refuse(`There is no evaluation called ${unknown}. There are: ${parts.join(', ')}.`);

await installPackages();
for (const name of asked.length > 0 ? asked : parts) {
	const code = await run(findNode(), [...quiet, `bench/eval/${name}.ts`]);
	if (code !== 0) process.exitCode = code;
}
