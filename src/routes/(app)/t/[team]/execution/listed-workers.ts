import type { Department } from '#lib/execution/workers/departments.ts';
import type { Recommendation } from '#lib/execution/workers/recommend.ts';

/** A worker of a priority: `waiting` rows of its plan are to be reviewed, or it is worth asking. */
export type ListedWorker = {
	priority: string;
	worker: Department;
	waiting: number;
	reasons: Recommendation['reasons'];
};

/** Plans to review come first, then workers worth asking that have none waiting. */
export function listWorkers(
	waiting: readonly { priority: string; worker: Department; rows: number }[],
	worth: readonly (Recommendation & { priority: string })[]
): ListedWorker[] {
	const isWaiting = (one: { priority: string; worker: Department }) =>
		waiting.some(({ priority, worker }) => priority === one.priority && worker === one.worker);
	return [
		...waiting.map(({ priority, worker, rows }) => ({
			...{ priority, worker, waiting: rows },
			reasons: []
		})),
		...worth
			.filter((one) => !isWaiting(one))
			.map(({ priority, worker, reasons }) => ({ priority, worker, waiting: 0, reasons }))
	];
}
