import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Given } from './crowd.ts';
import type { ScenarioName } from './scenarios.ts';
import type { TargetName } from './targets.ts';

const longestMs = 15 * 60_000;
/** Server and generator never share a processor. */
export const processors = { server: 0, generator: 1 };

/** One scenario, once, with one server. */
export type Job = {
	scenario: ScenarioName;
	target: TargetName;
	ports: number[];
	databaseUrl: string;
	/** Left out where no scenario needs it. */
	redisUrl: string | undefined;
	given: Given[];
	seconds: number | undefined;
};

/** Does it in a process of its own, with a heap of its own; rejects when nothing was measured. */
export async function measure(job: Job): Promise<unknown> {
	const child = spawn(
		'taskset',
		[
			'-c',
			String(processors.generator),
			process.execPath,
			'--disable-warning=ExperimentalWarning',
			'--max-semi-space-size=64',
			join(import.meta.dirname, 'measure.ts')
		],
		{ stdio: ['pipe', 'pipe', 'inherit'] }
	);
	const late = setTimeout(() => child.kill('SIGTERM'), longestMs);
	const stop = () => void child.kill('SIGTERM');
	process.once('exit', stop);
	child.stdin.end(JSON.stringify(job));
	const said = await text(child.stdout);
	clearTimeout(late);
	process.off('exit', stop);
	const result = said.trim().split('\n').at(-1);
	if (!result) throw new Error('Nothing was measured');
	// What was not measured is written as null.
	return JSON.parse(result, (_key, value: unknown) => value ?? NaN);
}
