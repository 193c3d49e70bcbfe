import { TableReader } from '#lib/scorecard/import/table-reader.ts';
import type { Task } from './worker-reader.ts';

// Large files are read beside the page, so that it never stands still.
const reader = new TableReader();

addEventListener('message', ({ data }: MessageEvent<Task>) => {
	try {
		const work = Reflect.get(reader, data.name) as (...given: unknown[]) => unknown;
		postMessage({ id: data.id, answer: Reflect.apply(work, reader, [...data.given]) });
	} catch (problem) {
		postMessage({ id: data.id, failed: String(problem) });
	}
});
