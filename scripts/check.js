// `npm run check`: what a commit must pass. No browser, no database, under two minutes.
import process from 'node:process';
import { installPackages, runTool } from './set-up.js';
import { runSteps, staticSteps, summary, unitTests } from './steps.js';

await installPackages();
await runTool('svelte-kit', ['sync']);
const counts = await runSteps([...staticSteps, unitTests]);
console.log(summary(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
