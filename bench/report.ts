import { cpus } from 'node:os';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const results = join(import.meta.dirname, 'results');

/** One measured figure. `target` is what was promised; left out where nothing was. */
export type Figure = { what: string; value: number; unit: string; target?: number };

type Result = { name: string; how: string; at: string; machine: string; figures: Figure[] };

/** Nearest rank, so that every percentile is a time that was really measured. */
export function percentile(samples: readonly number[], share: number): number {
	const sorted = samples.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function percentiles(
	what: string,
	samples: readonly number[],
	targetP95?: number
): Figure[] {
	return [
		{ what: `${what}, p50`, value: percentile(samples, 0.5), unit: 'ms' },
		{
			what: `${what}, p95`,
			value: percentile(samples, 0.95),
			unit: 'ms',
			...(targetP95 === undefined ? {} : { target: targetP95 })
		},
		{ what: `${what}, p99`, value: percentile(samples, 0.99), unit: 'ms' }
	];
}

/** Prints the figures and keeps them, with how they were measured. */
export async function report(name: string, how: string, figures: Figure[]): Promise<void> {
	const result: Result = {
		name,
		how,
		at: new Date().toISOString(),
		machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}`,
		figures: figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 100) / 100 }))
	};
	console.log(`\n${name}: ${how}`);
	for (const figure of result.figures)
		console.log(`  ${figure.what.padEnd(56)} ${shown(figure).padStart(12)}  ${verdict(figure)}`);
	await mkdir(results, { recursive: true });
	await writeFile(join(results, `${name}.json`), `${JSON.stringify(result, null, '\t')}\n`);
	await writeFile(join(results, 'README.md'), await table());
}

const shown = ({ value, unit }: Figure) => `${value} ${unit}`;

function verdict({ value, unit, target }: Figure): string {
	if (target === undefined) return '';
	return `${value <= target ? 'within' : 'over'} ${target} ${unit}`;
}

async function table(): Promise<string> {
	const files = (await readdir(results)).filter((file) => file.endsWith('.json')).sort();
	const sections = await Promise.all(
		files.map(async (file) => {
			const result = JSON.parse(await readFile(join(results, file), 'utf8')) as Result;
			const rows = result.figures.map(
				(figure) => `| ${figure.what} | ${shown(figure)} | ${verdict(figure)} |`
			);
			return `## ${result.name}\n\n${result.how}\n\nMeasured on ${result.machine}, ${result.at.slice(0, 10)}.\n\n| what | measured | target |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
		})
	);
	return `# Last measurements\n\nWritten by \`npm run bench\`. Nothing here is asserted by a test.\n\n${sections.join('\n')}`;
}
