import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal, takeDataFolder } from './data-folder.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'drumbeat-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another Drumbeat that takes the folder and keeps it until it is killed. */
async function holder() {
	const module = join(import.meta.dirname, 'data-folder.ts');
	const script = `
		const { takeDataFolder } = await import(${JSON.stringify(module)});
		takeDataFolder(${JSON.stringify(folder)});
		console.log('held');
		setInterval(() => {}, 1000);
	`;
	const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await once(child.stdout, 'data');
	return child;
}

test('a second process is refused, and told what to do', async () => {
	const child = await holder();
	expect(() => takeDataFolder(folder)).toThrow(Refusal);
	expect(() => takeDataFolder(folder)).toThrow(/Another Drumbeat .* Stop it, or set DATA_DIR/);
	child.kill('SIGKILL');
	await once(child, 'exit');
});

test('a killed process leaves the folder free at once', async () => {
	const child = await holder();
	child.kill('SIGKILL');
	await once(child, 'exit');
	const taken = takeDataFolder(folder);
	expect(() => takeDataFolder(folder)).toThrow(Refusal);
	taken.release();
});

test('a released folder can be taken again', () => {
	takeDataFolder(folder).release();
	expect(() => takeDataFolder(folder).release()).not.toThrow();
});

test('a folder that does not exist yet is made', () => {
	expect(() => takeDataFolder(join(folder, 'a', 'b')).release()).not.toThrow();
});

test('a folder that cannot be written is refused, and named', async () => {
	const file = join(folder, 'file');
	await writeFile(file, '');
	const below = join(file, 'data');
	expect(() => takeDataFolder(below)).toThrow(Refusal);
	expect(() => takeDataFolder(below)).toThrow(`Cannot write to the data folder ${below}`);
});
