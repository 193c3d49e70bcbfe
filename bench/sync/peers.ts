// The servers ours is compared with, each with its dependencies in a folder of its own.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { refuse, run } from '../../scripts/set-up.js';

const folder = join(import.meta.dirname, 'peers');

const packages = {
	hocuspocus: {
		dependencies: {
			'@hocuspocus/extension-database': '4.7.0',
			'@hocuspocus/extension-redis': '4.7.0',
			'@hocuspocus/server': '4.7.0',
			lib0: '0.2.120',
			ws: '8.23.0',
			'y-protocols': '1.0.7',
			yjs: '13.6.33'
		}
	},
	'y-websocket-server': {
		dependencies: { '@y/websocket-server': '0.1.5' },
		overrides: { '@y/protocols': '1.0.6-1' }
	},
	ws: { dependencies: { ws: '8.23.0' } }
};

/** Where a file of a peer's package lies. */
export function fileOf(peer: keyof typeof packages, ...path: string[]): string {
	return join(folder, peer, 'node_modules', ...path);
}

/** Installs what is not there yet, in the versions above. */
export async function installPeers(): Promise<void> {
	for (const [name, content] of Object.entries(packages)) {
		const wanted = JSON.stringify({ private: true, type: 'module', ...content });
		// Written last, so that an installation that broke off is made again.
		const stamp = join(folder, name, '.installed');
		if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) continue;
		console.log(`Installing ${name} to compare with…`);
		await mkdir(join(folder, name), { recursive: true });
		await writeFile(join(folder, name, 'package.json'), wanted);
		const npm = process.env.npm_execpath;
		const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
		const install = [...first, 'install', '--loglevel=error'];
		const code = await run(command, install, {
			cwd: join(folder, name),
			stdio: ['ignore', 'ignore', 'inherit']
		});
		if (code !== 0) refuse(`${name} could not be installed. See above, then try again.`);
		await writeFile(stamp, wanted);
	}
}
