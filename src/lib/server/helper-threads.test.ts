import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = `
	import { readdirSync, readFileSync } from 'node:fs';
	import { letHelperThreadsWait } from ${JSON.stringify(join(import.meta.dirname, 'helper-threads.ts'))};
	const before = readNice();
	letHelperThreadsWait();
	console.log(JSON.stringify([before, readNice()]));
	function readNice() {
		return readdirSync('/proc/self/task').map((thread) => {
			const [, name, rest] = /\\((.*)\\) (.*)/.exec(readFileSync('/proc/self/task/' + thread + '/stat', 'utf8'));
			return [name, Number(rest.split(' ')[16])];
		});
	}`;

test.runIf(process.platform === 'linux')(
	'those that compile and collect wait, the one that serves does not',
	async () => {
		const { stdout } = await promisify(execFile)(process.execPath, [
			'--input-type=module',
			'--eval',
			program
		]);
		const [before, after] = JSON.parse(stdout) as [string, number][][];
		const niceOf = (threads: [string, number][] = [], isHelper: boolean) =>
			threads.flatMap(([name, nice]) => ((name === 'V8Worker') === isHelper ? nice : []));
		const own = Math.max(...niceOf(before, false));
		expect(niceOf(after, true).length).toBeGreaterThan(0);
		expect(new Set(niceOf(after, true))).toEqual(new Set([10]));
		expect(Math.max(...niceOf(after, false))).toBe(own);
	}
);
