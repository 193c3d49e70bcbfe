import { percentile } from '../../bench/report.ts';

/** `FAULTS=long` runs as often as the promises say; otherwise as often as fits a quarter of an hour. */
export const isLong = process.env.FAULTS === 'long';

export const times = (short: number, long: number): number => (isLong ? long : short);

/** Prints what a row came to; a fault suite that only says "passed" proves little. */
export function print(row: string, figures: Record<string, string | number>): void {
	const shown = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
	console.log(`figure  ${row}: ${shown.join(', ')}`);
}

export const inMs = (samples: number[], share: number): string =>
	samples.length === 0 ? 'none' : `${percentile(samples, share).toFixed(0)} ms`;
