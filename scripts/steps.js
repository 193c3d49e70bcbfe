// The steps of `npm run check` and `npm test`: how each is run, and what came of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runTool } from './set-up.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

const tool = (name, program, ...parameters) => ({
	name,
	run: async (onOutput) => one(await runTool(program, parameters, piped(onOutput)))
});

/** Reads no code that another step writes, so they may run side by side. */
export const staticSteps = [
	tool('lint', 'oxlint', '--type-aware'),
	tool('lint of components', 'eslint', 'src', '--max-warnings', '0'),
	tool('types', 'svelte-check', '--output', 'human', '--fail-on-warnings'),
	tool('format', 'prettier', '--check', '--log-level', 'warn', '.'),
	tool(
		'boundaries',
		'depcruise',
		'src',
		'--config',
		'.dependency-cruiser.js',
		'--output-type',
		'err'
	)
];

/** The rules and live documents: seconds, and nothing outside this process. */
export const unitTests = {
	name: 'unit tests',
	run: (onOutput) =>
		reported(
			(file) =>
				runVitest(file, onOutput, [
					'--exclude',
					'supabase/**',
					'--exclude',
					'src/**/server/**',
					'--exclude',
					'src/server.test.ts'
				]),
			countVitest
		)
};

/**
 * Every test without a browser, on PostgreSQL and Redis as well when the environment names them.
 */
export const allTests = {
	name: 'unit, server and database tests',
	run: (onOutput) =>
		reported((file) => runVitest(file, onOutput, ['--maxWorkers', '3']), countVitest)
};

function runVitest(file, onOutput, parameters) {
	const report = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	return runTool('vitest', ['run', ...report, ...parameters], piped(onOutput));
}

/**
 * Processes that are killed, paused and cut off, one file after the other; then what the documents
 * themselves promise, many times over. What it came to is printed in lines that begin with figure.
 */
export function faultSteps(length, files = []) {
	const isLong = length === 'long';
	// Not among the fault suite's own files, which FAULTS would choose.
	const thorough = { FAULTS: '', MEETINGS: '10000', DAMAGED_ROUNDS: isLong ? '100' : '20' };
	const steps = [
		fault('faults', ['--no-file-parallelism', ...files], { FAULTS: length }),
		fault(
			'ten thousand meetings, damaged updates',
			['src/lib/live/convergence.test.ts', 'src/lib/server/sync/update-check.test.ts'],
			thorough
		)
	];
	return files.length > 0 ? steps.slice(0, 1) : steps;
}

const fault = (name, parameters, env) => ({
	name,
	run: (onOutput) =>
		reported(async (file) => {
			const show = (data) => {
				for (const line of stripVTControlCharacters(String(data)).split('\n'))
					if (line.startsWith('figure')) console.log(line);
				onOutput?.(data);
			};
			const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
			return runTool('vitest', ['run', ...report, ...parameters], piped(show, env));
		}, countFaults)
});

/** What a machine has not got is named by the tests that need it, and is no failure here. */
function countFaults(report) {
	for (const { assertionResults } of report.testResults)
		for (const { status, fullName } of assertionResults)
			if (status !== 'passed' && status !== 'failed') console.log(`not run  ${fullName}`);
	return { ...countVitest(report), skipped: 0 };
}

export const playwright = (environment) => ({
	name: 'browser tests',
	run: (onOutput) =>
		reported((file) => {
			const parameters = ['test', '--reporter=line,json', '--pass-with-no-tests'];
			return runTool(
				'playwright',
				parameters,
				piped(onOutput, { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
			);
		}, countPlaywright)
});

function piped(onOutput, env = {}) {
	return { onOutput, env, stdio: ['ignore', 'pipe', 'pipe'] };
}

/** Runs a test runner that leaves a JSON report, and counts what it says. */
async function reported(work, count) {
	const folder = mkdtempSync(join(tmpdir(), 'drumbeat-report-'));
	const file = join(folder, 'report.json');
	try {
		const code = await work(file);
		const counts = readCounts(file, count);
		// A runner that failed without a failed test could not even start.
		return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function readCounts(file, count) {
	try {
		return count(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return { passed: 0, failed: 0, skipped: 0 };
	}
}

/** A file that does not load has no tests in it, but it has failed. */
export function countVitest(report) {
	const broken = report.testResults.filter(
		(file) =>
			file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

export function countPlaywright({ stats, errors }) {
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
		skipped: stats.skipped
	};
}

/**
 * Runs all steps, as many side by side as there are processors, prints what came of each, and the
 * output of those that failed.
 *
 * @returns {Promise<Counts>}
 */
export async function runSteps(steps) {
	const total = { passed: 0, failed: 0, skipped: 0 };
	const waiting = [...steps];
	const worker = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) {
			const { counts, output, seconds } = await runStep(step);
			const said = counts.failed > 0 ? 'failed' : 'passed';
			console.log(`${said}  ${step.name} (${seconds.toFixed(1)} s)`);
			if (counts.failed > 0) console.log(output.trimEnd());
			for (const kind of Object.keys(total)) total[kind] += counts[kind];
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(cpus().length, 4)) }, worker));
	return total;
}

async function runStep(step) {
	const output = [];
	const began = performance.now();
	const counts = await step.run((chunk) => output.push(chunk));
	return {
		counts,
		output: Buffer.concat(output).toString(),
		seconds: (performance.now() - began) / 1000
	};
}

export const sum = (one, other) => ({
	passed: one.passed + other.passed,
	failed: one.failed + other.failed,
	skipped: one.skipped + other.skipped
});

export const summary = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed, ${skipped} skipped`;
