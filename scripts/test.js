// `npm test`: sets everything up, runs every test, and names what this machine could not run.
import process from 'node:process';
import { findChromium } from './chromium.js';
import { buildSite, installPackages, runTool } from './set-up.js';
import { allTests, faultSteps, playwright, runSteps, staticSteps, sum, summary } from './steps.js';

await installPackages();
await runTool('svelte-kit', ['sync']);
// Tests start the built server, so it is built before any of them.
await buildSite();

const missing = [];
if (!process.env.TEST_DATABASE_URL)
	missing.push(
		'PostgreSQL tests: set TEST_DATABASE_URL to a server whose user may create databases, as postgres://postgres@127.0.0.1:5432/postgres'
	);
if (!process.env.TEST_REDIS_URL)
	missing.push('Redis tests: set TEST_REDIS_URL to a server, as redis://127.0.0.1:6379');
if (!process.env.SUPABASE_CLI)
	missing.push(
		'Official Supabase CLI: set SUPABASE_CLI to its path; `npm install --prefix ~/.cache/supabase-cli supabase@3.1.0` brings it'
	);
const chromium = await findChromium();
if (!chromium)
	missing.push(
		'Browser tests: no Chromium. On Debian as root: apt-get update && apt-get install -y chromium-headless-shell; elsewhere: npx playwright install chromium, or set CHROMIUM_PATH'
	);

// Side by side: many of the tests wait for real time, and what reads code fills it.
let counts = await runSteps([allTests, ...staticSteps]);
// Alone: several browsers and a server need the processors that the steps above were using.
if (chromium) counts = sum(counts, await runSteps([playwright({ CHROMIUM_PATH: chromium })]));
else counts = sum(counts, { passed: 0, failed: 0, skipped: 1 });

// Ten minutes more, for a machine that has them.
const strict = ['1', 'true'].includes(process.env.CI ?? '');
if (strict) for (const step of faultSteps('short')) counts = sum(counts, await runSteps([step]));

for (const line of missing) console.log(`not run  ${line}`);
if (strict && counts.skipped > 0) console.log('failed  Nothing may be skipped when CI is set.');
console.log(summary(counts));
process.exitCode = counts.failed > 0 || (strict && counts.skipped > 0) ? 1 : 0;
