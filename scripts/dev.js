// `npm run dev`: the site as it is being written, with its own database in data/dev.
import process from 'node:process';
import { installPackages, runTool } from './set-up.js';

await installPackages();
const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
process.exitCode = await runTool('vite', ['dev', '--host', HOST, '--port', PORT, '--strictPort']);
