// The built server on an empty data folder of its own, which goes when the server goes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildSite, findNode, installPackages, run, serverFlags } from './set-up.js';

await installPackages();
await buildSite();
const folder = mkdtempSync(join(tmpdir(), 'drumbeat-tests-'));
process.exitCode = await run(findNode(), [...serverFlags, 'src/server.ts'], {
	env: { DATA_DIR: folder, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }
});
rmSync(folder, { recursive: true, force: true });
