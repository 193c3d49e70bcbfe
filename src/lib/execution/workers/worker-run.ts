import type { Department } from './departments.ts';

/** The last time a worker was asked for a plan of a priority. */
export type WorkerRun = {
	id: string;
	worker: Department;
	state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
	madeFrom: 'rules' | 'AI';
	model: string;
	promptVersion: string;
	/** How many things of each kind it was drafted from. */
	inputs: Record<string, number>;
	notes: string[];
	problem: string;
	askedBy: string | null;
	askedAt: string;
	finishedAt: string | null;
};

/** How many became real, or the first row that cannot and what it lacks; then none did. */
export type AppliedRows =
	| { applied: number }
	| {
			problem: 'title' | 'long' | 'owner' | 'day' | 'risk' | 'number' | 'meeting';
			row: string;
	  };
