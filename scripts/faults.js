// `npm run test:faults [-- file…]`: real processes, killed, paused and cut off. FAULTS=long for all.
import process from 'node:process';
import { buildSite, installPackages } from './set-up.js';
import { faultSteps, runSteps, summary } from './steps.js';

await installPackages();
await buildSite();
const length = process.env.FAULTS === 'long' ? 'long' : 'short';
let counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of faultSteps(length, process.argv.slice(2))) {
	const one = await runSteps([step]);
	counts = { passed: counts.passed + one.passed, failed: counts.failed + one.failed, skipped: 0 };
}
console.log(summary(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
