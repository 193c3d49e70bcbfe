// How long a file of a hundred thousand readings takes from its bytes to the committed rows.
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { addDays } from '../src/lib/calendar/day.ts';
import { aMetric } from '../src/lib/scorecard/a-metric.ts';
import { TableReader } from '../src/lib/scorecard/import/table-reader.ts';
import { addMetrics } from '../src/lib/server/rows/metrics.ts';
import {
	compareImport,
	enterImport,
	keepPart,
	listCounted
} from '../src/lib/server/rows/reading-imports.ts';
import type { Backend } from '../supabase/tests/backends.ts';
import { found, join } from '../supabase/tests/people.ts';
import { report, type Figure } from './report.ts';
import { onBothDatabases } from './databases.ts';

const [metrics, weeks] = [40, 2500];
const today = '2026-11-21';
const newest = '2026-11-16';

/** Semicolons, decimal commas and a reading a row, as a spreadsheet on the continent writes it. */
function file(offset: number): Uint8Array {
	const lines = ['Metric;Week;Reading'];
	for (let metric = 0; metric < metrics; metric += 1)
		for (let week = 0; week < weeks; week += 1)
			lines.push(`Metric ${metric};${addDays(newest, -7 * week)};${week + offset},5`);
	return new TextEncoder().encode(lines.join('\r\n'));
}

async function measure(name: string, backend: Backend): Promise<Figure[]> {
	const ada = await join(backend, 'Ada');
	const team = await found(ada, 'Northwind Robotics', 'Leadership team');
	const { id: _, baselineFrom: __, ...fields } = aMetric({ unit: '' });
	await addMetrics(
		ada.client,
		team.id,
		Array.from({ length: metrics }, (_one, at) => ({ ...fields, name: `Metric ${at}` }))
	);
	const counted = await listCounted(ada.client, team.id);
	const rounds = [];
	for (const what of ['new', 'corrections', 'known']) {
		const bytes = file(what === 'new' ? 0 : 1);
		const before = process.memoryUsage.rss();
		let most = before;
		const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
		const began = performance.now();
		const reader = new TableReader();
		const opened = reader.openFile(bytes, counted);
		if ('refused' in opened) throw new Error(opened.refused);
		const checked = reader.check({ layout: opened.layout, chosen: {} }, counted, today);
		if ('refused' in checked || checked.problems > 0) throw new Error('The file is not read');
		const read = performance.now();
		const id = randomUUID();
		for (let part = 0; ; part += 1) {
			const readings = reader.part(part);
			if (readings.length === 0) break;
			await keepPart(ada.client, team.id, ada.id, { import: id, part, readings });
		}
		const { mark } = await compareImport(ada.client, team.id, id);
		const compared = performance.now();
		await enterImport(ada.client, team.id, id, mark, 'from kpis.csv');
		const entered = performance.now();
		clearInterval(watch);
		rounds.push({ what, began, read, compared, entered, memory: (most - before) / 1e6 });
	}
	return rounds.flatMap(({ what, began, read, compared, entered, memory }) => {
		const seconds = (from: number, to: number) => (to - from) / 1000;
		return [
			{
				what: `${name}: 100,000 readings, all ${what}`,
				value: seconds(began, entered),
				unit: 's',
				target: 20,
				note: `reading ${seconds(began, read).toFixed(1)}, comparing ${seconds(read, compared).toFixed(1)}, entering ${seconds(compared, entered).toFixed(1)}`
			},
			{ what: `${name}: memory it took, all ${what}`, value: memory, unit: 'MB' }
		];
	});
}

const figures = await onBothDatabases(measure);
await report(
	'import',
	`A CSV file of ${metrics} metrics and ${weeks} weeks, from its bytes to the committed rows: read and checked by the rules a browser runs, brought in parts of 5,000, compared, and entered in one statement; in one process with the embedded database, without a network.`,
	figures
);
process.exit();
