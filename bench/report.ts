import { cpus } from 'node:os';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const results = join(import.meta.dirname, 'results');

/** One measured figure, and what was promised: at most, or at least. */
export type Figure = {
	what: string;
	value: number;
	unit: string;
	target?: number;
	least?: number;
	/** The lowest and the highest of several runs. */
	from?: number;
	to?: number;
	/** What the reader of the figure has to know. */
	note?: string;
};

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
		figures: figures.map(rounded)
	};
	print(name, how, figures);
	await mkdir(results, { recursive: true });
	await writeFile(join(results, `${name}.json`), `${JSON.stringify(result, null, '\t')}\n`);
	await writeFile(join(results, 'README.md'), await table());
}

/** Prints the figures. */
export function print(name: string, how: string, figures: Figure[]): void {
	console.log(`\n${name}: ${how}`);
	const width = Math.max(56, ...figures.map(({ what }) => what.length));
	for (const figure of figures.map(rounded))
		console.log(`  ${figure.what.padEnd(width)} ${shown(figure).padEnd(24)}  ${verdict(figure)}`);
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

function rounded(figure: Figure): Figure {
	const entries = Object.entries(figure).map(([key, value]) => [
		key,
		typeof value === 'number' ? hundredths(value) : value
	]);
	return Object.fromEntries(entries) as Figure;
}

function shown({ value, unit, from, to, note }: Figure): string {
	const said = [...(from === undefined ? [] : [`${from}–${to}`]), ...(note ? [note] : [])];
	return `${value} ${unit}${said.length > 0 ? ` (${said.join('; ')})` : ''}`;
}

function verdict({ value, unit, target, least }: Figure): string {
	if (target !== undefined) return `${value <= target ? 'within' : 'over'} ${target} ${unit}`;
	if (least !== undefined) return `${value >= least ? 'reaches' : 'below'} ${least} ${unit}`;
	return '';
}

async function table(): Promise<string> {
	// What \`npm run eval\` keeps there is no measurement, and has its table in README.
	const files = (await readdir(results))
		.filter((file) => file.endsWith('.json') && !file.startsWith('eval-'))
		.sort();
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
