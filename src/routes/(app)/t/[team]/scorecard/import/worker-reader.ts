import type { TableReader } from '#lib/scorecard/import/table-reader.ts';

type Work = Pick<TableReader, keyof TableReader>;
export type Task = { id: number; name: keyof Work; given: readonly unknown[] };
type Answer = { id: number; answer: unknown } | { id: number; failed: string };

/** A table reader that works beside the page. */
export class WorkerReader {
	#worker: Worker | undefined;
	#asked = 0;
	#waiting = new Map<number, { resolve: (answer: never) => void; reject: (why: Error) => void }>();

	ask<Name extends keyof Work>(
		name: Name,
		...given: Parameters<Work[Name]>
	): Promise<ReturnType<Work[Name]>> {
		const worker = (this.#worker ??= this.#start());
		const id = (this.#asked += 1);
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			worker.postMessage({ id, name, given } satisfies Task);
		});
	}

	/** Lets go of the file. */
	stop(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#waiting.clear();
	}

	#start(): Worker {
		const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if ('failed' in data) waiting?.reject(new Error(data.failed));
			else waiting?.resolve(data.answer as never);
		});
		worker.addEventListener('error', () => {
			for (const { reject } of this.#waiting.values()) reject(new Error('The reader stopped'));
			this.#waiting.clear();
		});
		return worker;
	}
}
