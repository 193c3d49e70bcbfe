// `npm start`: everything from a fresh clone to the address in the browser.
import process from 'node:process';
import { buildSite, findNode, installPackages, run, serverFlags } from './set-up.js';

await installPackages();
await buildSite();
process.exitCode = await run(findNode(), [...serverFlags, 'src/server.ts']);
